import { shelvesAt } from '../press/picture-shelves.ts'
import { findPicture, pictureIdFrom } from '../newsroom/find-picture.ts'
import { placePicture } from '../newsroom/place-picture.ts'
import { setFocus } from '../newsroom/set-focus.ts'
import { type Picture, picturesBefore } from '../store/pictures.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { storyIdFrom } from './story.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

/** How many pictures are read at a time. */
const PAGE = 500

export async function listPictures(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const all: Picture[] = []
    for (let before: Picture | null = null; ; ) {
      const page: Picture[] = await picturesBefore(db, before, PAGE)
      all.push(...page)
      for (const { id, width, height, ...words } of page) {
        tell(printing, `${id}  ${`${width} × ${height}`.padEnd(13)}  ${described(words)}`)
      }
      if (page.length < PAGE) break
      before = page.at(-1) ?? null
    }
    if (all.length === 0) tell(printing, 'No pictures here yet. Take one in with: ./onrecord picture add FILE')
    tellJson(printing, all)
  })
}

const described = ({ alt, decorative }: Pick<Picture, 'alt' | 'decorative'>): string =>
  decorative ? '(decorative)' : alt || '(no description)'

export async function showPicture(app: Application, id: string, printing: Printing): Promise<void> {
  const shelves = shelvesAt(app.config())
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const picture = await findPicture(db, pictureIdFrom(id))
    const { isKept } = await import('../newsroom/add-picture.ts')
    const isOriginalKept = await isKept(shelves, picture.id)
    const { width, height, focus, caption, credit, licence, takenOn, addedAt, by } = picture
    tell(
      printing,
      strong(described(picture)),
      ...[caption, credit, licence].filter((words) => words !== null),
      faint(`${picture.id}, ${width} × ${height}, in view: ${focus.x},${focus.y}`),
      faint(`${takenOn ? `taken on ${takenOn}, ` : ''}added ${addedAt} by ${by}`),
      faint(isOriginalKept ? 'kept as it came, sealed' : 'not kept as it came'),
      ...picture.renditions.map(({ name, bytes, width: wide }) =>
        faint(`  /media/${name}  ${wide} wide, ${bytes} bytes`),
      ),
    )
    tellJson(printing, { ...picture, isOriginalKept })
  })
}

export async function focusPicture(
  app: Application,
  id: string,
  focus: PublicPicture['focus'],
  printing: Printing,
): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { result, isLive } = await setFocus(newsroom, pictureIdFrom(id), focus)
    tell(printing, `${strong(result.id)} stays in view around ${focus.x},${focus.y}.`)
    if (!isLive) tell(printing, faint('Readers will see it in a moment: the edition is busy.'))
    tellJson(printing, { id: result.id, focus, isLive })
  })
}

export async function placeInStory(
  app: Application,
  story: string,
  id: string,
  { lead, cover, ...printing }: Printing & { lead: boolean; cover?: string },
): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const placing = {
      storyId: storyIdFrom(story),
      pictureId: pictureIdFrom(id),
      leads: lead,
      cover: cover?.trim() || null,
    }
    const { id: storyId, revision, content } = await placePicture(newsroom, placing)
    tell(printing, `${strong(content.headline)}: revision ${revision} shows it${placing.cover ? ', covered' : ''}.`)
    tell(printing, faint(`Put it before readers with: ./onrecord story publish ${storyId}`))
    tellJson(printing, { storyId, revision, pictureId: placing.pictureId, cover: placing.cover })
  })
}
