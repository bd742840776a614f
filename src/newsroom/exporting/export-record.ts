import { editionNumber } from '../../edition/changes.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import { publicNewspaper } from '../../edition/house.ts'
import { dataFiles } from '../../press/open-data/release-files.ts'
import { codebookMarkdown } from '../../site/open-data/codebook-text.ts'
import { type CarriedRow, pagesOf } from '../../store/carried-rows.ts'
import { CAPTURE_TABLE, LINE_TABLES, type LineFile } from '../../store/carried-tables.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { CAPTURES_FILE } from './export-format.ts'
import type { ExportFolder } from './export-folder.ts'
import { writtenRow } from './written-rows.ts'

const PAGE = 500

/** Writes one table, a line a row. @returns how many lines */
export async function exportLines(
  db: NewsroomDb,
  folder: ExportFolder,
  file: LineFile,
  onLines: (more: number) => void,
): Promise<number> {
  let lines = 0
  const table = LINE_TABLES[file]
  const pieces = async function* () {
    for await (const rows of pagesOf(db, table, PAGE)) {
      lines += rows.length
      onLines(rows.length)
      yield rows.map((row) => `${JSON.stringify(writtenRow(table, row))}\n`).join('')
    }
  }
  await folder.writePieces(file, pieces())
  return lines
}

/** Writes the files that were captured, each under its hash, and a line for each that says what it is. */
export async function exportCaptures(
  db: NewsroomDb,
  folder: ExportFolder,
  onCaptures: (more: number) => void,
): Promise<number> {
  let captures = 0
  const pieces = async function* () {
    // One at a time: a captured film is held in memory whole.
    for await (const rows of pagesOf(db, CAPTURE_TABLE, 1)) {
      for (const row of rows) {
        const { content, ...rest } = row
        await folder.writePieces(`record/captures/${String(row['sha256'])}`, bytesOf(content))
        captures += 1
        onCaptures(1)
        yield `${JSON.stringify(writtenRow(CAPTURE_TABLE, rest))}\n`
      }
    }
  }
  await folder.writePieces(CAPTURES_FILE, pieces())
  return captures
}

async function* bytesOf(content: CarriedRow[string]): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
}

/** Writes the tables of the record as readers get them, with the book that explains their columns. */
export async function exportRecordTables(edition: EditionDb, folder: ExportFolder, siteUrl: string): Promise<void> {
  folder.write('record/codebook.md', codebookMarkdown())
  const newspaper = await publicNewspaper(edition)
  if (!newspaper) return
  const source = { edition, siteUrl, newspaper }
  for (const { name, chunks } of dataFiles(source, await editionNumber(edition))) {
    if (/^[a-z_]+\.csv$/.test(name)) await folder.writePieces(`record/${name}`, chunks as Iterable<string>)
  }
}
