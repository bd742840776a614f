import type { PictureId } from '../ids.ts'
import type { PictureShelves } from '../media/media-store.ts'
import { deletePicturesBy } from '../store/pictures.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { addPicture } from './add-picture.ts'
import type { Newsroom } from './newsroom.ts'
import type { SamplePicture } from './sample-files.ts'

/** Whom the sample's pictures are from, so that they can be told from real ones. */
const SAMPLE = 'sample'

/** Takes the sample's pictures in. @returns their ids, by the keys that its stories use */
export async function addSamplePictures(
  newsroom: Newsroom,
  shelves: PictureShelves,
  pictures: readonly SamplePicture[],
): Promise<Map<string, PictureId>> {
  const bySample: Newsroom = { ...newsroom, actor: { ...newsroom.actor, name: SAMPLE } }
  const ids = new Map<string, PictureId>()
  for (const { key, bytes, credit, licence, focus } of pictures) {
    const { picture } = await addPicture(bySample, shelves, { bytes, words: { credit, licence }, focus })
    ids.set(key, picture.id)
  }
  return ids
}

/** A document with ids where its file has keys. A picture that was not taken in leaves no gap. */
export function withPictureIds(json: unknown, ids: ReadonlyMap<string, PictureId>): unknown {
  if (Array.isArray(json)) {
    return json.filter((member) => !isWithout(member, ids)).map((member: unknown) => withPictureIds(member, ids))
  }
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, value]: [string, unknown]) => [
      name,
      name === 'pictureId' && typeof value === 'string' ? (ids.get(value) ?? value) : withPictureIds(value, ids),
    ]),
  )
}

function isWithout(block: unknown, ids: ReadonlyMap<string, PictureId>): boolean {
  const picture = (block as { attrs?: { picture?: { kind?: string; pictureId?: string } } } | null)?.attrs?.picture
  return picture?.kind === 'photo' && !ids.has(picture.pictureId ?? '')
}

/** Forgets the sample's pictures, but for those that somebody's own story shows. @returns the files to be removed then */
export const forgetSamplePictures = (tx: NewsroomTx, shown: ReadonlySet<PictureId>) =>
  deletePicturesBy(tx, SAMPLE, shown)
