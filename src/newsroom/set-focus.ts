import type { PictureId } from '../ids.ts'
import { readPersonas } from '../store/house.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import type { ChangeSubject } from '../store/outbox.ts'
import { liveStoriesShowing, type Picture, updatePicture } from '../store/pictures.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import { type Outcome, perform } from './act.ts'
import { findPicture } from './find-picture.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Says which point of a picture stays in view where it is cropped. Every page that shows it is made anew.
 *
 * @throws OnrecordError `not-found`
 */
export async function setFocus(
  newsroom: Newsroom,
  pictureId: PictureId,
  focus: PublicPicture['focus'],
): Promise<Outcome<Picture>> {
  return perform(newsroom, 'set-focus', async (tx) => {
    const picture = { ...(await findPicture(tx, pictureId)), focus }
    await updatePicture(tx, picture)
    return { result: picture, subject: pictureId, changes: await shownIn(tx, pictureId) }
  })
}

async function shownIn(tx: NewsroomTx, pictureId: PictureId): Promise<ChangeSubject[]> {
  const stories = await liveStoriesShowing(tx, pictureId)
  const isPortrait = (await readPersonas(tx)).some((persona) => persona.pictureId === pictureId)
  return [
    ...stories.map((storyId): ChangeSubject => ({ kind: 'story', storyId })),
    ...(isPortrait ? [{ kind: 'house' } as const] : []),
  ]
}
