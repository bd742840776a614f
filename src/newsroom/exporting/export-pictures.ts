import type { Readable } from 'node:stream'
import type { MediaStore, PictureShelves } from '../../media/media-store.ts'
import { type CarriedRow, pagesOf } from '../../store/carried-rows.ts'
import { PICTURE_TABLE } from '../../store/carried-tables.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { Rendition } from '../../story/public-picture.ts'
import type { ExportFolder } from './export-folder.ts'
import { writtenRow } from './written-rows.ts'

const PAGE = 100

/** What came of writing the pictures. */
export interface ExportedPictures {
  readonly pictures: number
  /** Files that the newsroom should have and that were not on this machine, by the name they would have here. */
  readonly missing: readonly string[]
}

/** The renditions of a picture's row. */
export const renditionsOf = (row: CarriedRow): readonly Rendition[] =>
  JSON.parse(String(row['renditions'])) as readonly Rendition[]

/** The name of a picture's master: PNG for one that is transparent, as its renditions are, else JPEG. */
const masterName = (row: CarriedRow): string =>
  `${String(row['id'])}.${renditionsOf(row).some(({ format }) => format === 'png') ? 'png' : 'jpg'}`

/** The file of a picture below the export's folder. */
export const masterFile = (row: CarriedRow): string => `media/${masterName(row)}`

/** Where a rendition lies below the export's folder. */
const sizeFile = (id: string, { name }: Rendition): string => `media/sizes/${id}/${name}`

const sealedFile = (id: string): string => `media/sealed/${id}.age`

/** Which stories show each picture, in the text that their pages have. */
export type PictureUses = ReadonlyMap<string, readonly string[]>

/** What pictures are written from, besides the database. */
export interface PictureSource {
  readonly shelves: PictureShelves
  readonly uses: PictureUses
  readonly onPictures: (more: number) => void
}

/** Writes every picture: its pixels, the sizes that readers get, what came in (sealed, as it lies here), and its words. */
export async function exportPictures(
  db: NewsroomDb,
  folder: ExportFolder,
  { shelves, uses, onPictures }: PictureSource,
): Promise<ExportedPictures> {
  const missing: string[] = []
  let pictures = 0
  for await (const rows of pagesOf(db, PICTURE_TABLE, PAGE)) {
    for (const row of rows) missing.push(...(await writePicture(folder, { shelves, uses }, row)))
    pictures += rows.length
    onPictures(rows.length)
  }
  return { pictures, missing }
}

/** @returns the files that were not there */
async function writePicture(
  folder: ExportFolder,
  { shelves, uses }: Pick<PictureSource, 'shelves' | 'uses'>,
  row: CarriedRow,
): Promise<string[]> {
  const id = String(row['id'])
  const { media, masters, originals } = shelves
  const missing = []
  const written = { ...writtenRow(PICTURE_TABLE, row), usedIn: uses.get(id) ?? [] }
  folder.write(`media/${id}.json`, `${JSON.stringify(written, null, 2)}\n`)
  if (!(await copy(folder, { from: masters, name: masterName(row), path: masterFile(row) }))) {
    missing.push(masterFile(row))
  }
  for (const rendition of renditionsOf(row)) {
    const path = sizeFile(id, rendition)
    if (!(await copy(folder, { from: media, name: rendition.name, path }))) missing.push(path)
  }
  // What came in is kept only where there were keys to seal it to: that it is not there is no fault.
  await copy(folder, { from: originals, name: `${id}.age`, path: sealedFile(id) })
  return missing
}

async function copy(
  folder: ExportFolder,
  { from, name, path }: { from: MediaStore; name: string; path: string },
): Promise<boolean> {
  const file = await from.read(name)
  if (!file) return false
  await folder.writePieces(path, bytesOf(file.content))
  return true
}

async function* bytesOf(content: Readable): AsyncGenerator<Uint8Array> {
  for await (const piece of content) yield piece as Uint8Array
}
