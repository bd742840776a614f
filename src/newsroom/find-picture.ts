import { OnrecordError } from '../errors.ts'
import { type PictureId, parseId } from '../ids.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { type Picture, pictureById } from '../store/pictures.ts'

/** The picture as it stands in this transaction. @throws OnrecordError `not-found` */
export async function findPicture(db: NewsroomDb, id: PictureId): Promise<Picture> {
  const picture = await pictureById(db, id)
  if (picture) return picture
  throw new OnrecordError('not-found', `There is no picture ${id}.`, {
    remedy: 'List the pictures with `./onrecord picture list`.',
  })
}

/** Reads a picture's id as somebody wrote it. @throws OnrecordError `bad-input` */
export function pictureIdFrom(text: string): PictureId {
  const id = parseId('picture', text)
  if (id) return id
  throw new OnrecordError('bad-input', `“${text}” is no id of a picture.`, {
    remedy: 'It looks like pic_0123456789abcdef; `./onrecord picture list` shows them.',
  })
}
