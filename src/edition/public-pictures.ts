import { portions } from '../database/portions.ts'
import type { PictureId } from '../ids.ts'
import type { PublicPicture, Rendition } from '../story/public-picture.ts'
import type { EditionDb } from './edition-db.ts'

/** These pictures by their id; one that readers may not have is left out. */
export async function picturesById(db: EditionDb, ids: readonly PictureId[]): Promise<Map<PictureId, PublicPicture>> {
  const found = new Map<PictureId, PublicPicture>()
  for (const some of portions([...new Set(ids)])) {
    const rows = await db.selectFrom('pictures').selectAll().where('id', 'in', some).execute()
    for (const row of rows) {
      found.set(row.id as PictureId, {
        id: row.id as PictureId,
        width: row.width,
        height: row.height,
        focus: { x: row.focus_x, y: row.focus_y },
        colour: row.colour,
        thumbhash: row.thumbhash,
        renditions: JSON.parse(row.renditions) as Rendition[],
      })
    }
  }
  return found
}

/** A file that readers may have. */
export interface PictureFile {
  readonly name: string
  readonly pictureId: PictureId
  readonly mediaType: string
  readonly bytes: number
}

/** The file of this name; undefined when no live story and no byline shows it. */
export async function pictureFile(db: EditionDb, name: string): Promise<PictureFile | undefined> {
  const row = await db
    .selectFrom('picture_files')
    .select(['name', 'picture_id', 'media_type', 'bytes'])
    .where('name', '=', name)
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      name: row.name,
      pictureId: row.picture_id as PictureId,
      mediaType: row.media_type,
      bytes: row.bytes,
    }
  )
}
