import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import type { EditionTables } from '../../edition/tables.ts'
import { OnrecordError } from '../../errors.ts'
import type { PictureShelves } from '../../media/media-store.ts'
import { countRows, pagesOf } from '../../store/carried-rows.ts'
import {
  CAPTURE_TABLE,
  type CarriedTable,
  HOUSE_TABLES,
  LINE_TABLES,
  type LineFile,
  PEOPLE_TABLES,
  PICTURE_TABLE,
  STORY_TABLE,
} from '../../store/carried-tables.ts'
import { type House, readHouse } from '../../store/house.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { NewsroomTables } from '../../store/tables.ts'
import { EMPTY_PROFILE } from '../../story/section.ts'
import { firstBrokenSeal } from '../audit-seal.ts'
import type { Newsroom } from '../newsroom.ts'
import { noteExport } from '../note-export.ts'
import { ExportFolder, writeSurely } from './export-folder.ts'
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportCounts,
  type ExportManifest,
  MANIFEST_FILE,
  manifestBeginning,
  PAPER_FILE,
  README_FILE,
  USERS_FILE,
} from './export-format.ts'
import { exportPictures } from './export-pictures.ts'
import { exportReadme } from './export-readme.ts'
import { exportCaptures, exportLines, exportRecordTables } from './export-record.ts'
import { exportRedirects, exportStories } from './export-stories.ts'
import { sweepExport } from './sweep-export.ts'
import { type WrittenRow, writtenRow } from './written-rows.ts'

/** Where a whole export is read from and written to. */
export interface ExportAllRequest {
  readonly folder: string
  readonly addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress }
  readonly shelves: PictureShelves
  /** Stands in the record's tables; empty where the site has no address. Without a slash at the end. */
  readonly siteUrl: string
  /** Told how many stories, pictures, captures and lines are done, and of how many. */
  readonly onProgress?: (done: number, of: number) => void
}

/** What came of it. */
export interface ExportedAll {
  readonly counts: ExportCounts
  readonly files: number
  readonly bytes: number
  /** Files that were made or made anew; the others said the same already. */
  readonly written: number
  readonly removed: number
  /** Files of pictures that were not on this machine. */
  readonly missing: readonly string[]
  readonly isAuditWhole: boolean
}

/**
 * Writes everything the newsroom has into a folder, in open formats (docs/formats/export.md), as it stands at one moment;
 * staff and readers go on meanwhile. Into the folder of an earlier export only what changed is written. Stopped at any
 * point, it can be run again.
 *
 * @throws OnrecordError `forbidden`, `refused` for a folder that holds something else, `storage-full`,
 *   `folder-not-writable`
 */
export async function exportAll(newsroom: Newsroom, request: ExportAllRequest): Promise<ExportedAll> {
  await noteExport(newsroom)
  openFolder(request.folder)
  const at = newsroom.now()
  const isAuditWhole = (await firstBrokenSeal(newsroom.db, newsroom.auditKey)) === null
  return inSnapshot<NewsroomTables, ExportedAll>(request.addresses.newsroom, async (db) => {
    const house = (await readHouse(db)) ?? UNNAMED
    const paper = house.newspaper.name
    const total = await rowsToWrite(db)
    const begun: ExportManifest = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      isComplete: false,
      at,
      paper,
      counts: total.counts,
      isAuditWhole,
      files: 0,
      bytes: 0,
      sums: { path: 'SHA256SUMS', bytes: 0, sha256: '0'.repeat(64) },
    }
    await writeSurely(request.folder, MANIFEST_FILE, asJson(begun))
    const folder = new ExportFolder(request.folder)
    folder.write(README_FILE, exportReadme({ paper, counts: total.counts }))
    const { missing } = await writeAll(db, folder, request, total.rows)
    const sums = folder.finishSums()
    const removed = await sweepExport(db, request.folder, house.newspaper.zone)
    const { files, bytes, written } = folder.counts
    const manifest: ExportManifest = { ...begun, isComplete: true, files, bytes, sums }
    await writeSurely(request.folder, MANIFEST_FILE, asJson(manifest))
    return { counts: total.counts, files, bytes, written, removed, missing, isAuditWhole }
  })
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** What stands around the stories of a newsroom that nobody has set up. */
const UNNAMED: House = {
  newspaper: {
    name: '',
    tagline: {},
    languages: ['en'],
    defaultLanguage: 'en',
    zone: 'UTC',
    isSample: false,
    profile: EMPTY_PROFILE,
  },
  sections: [],
  personas: [],
}

/** @throws OnrecordError `refused` for a folder that holds something else, or an export of a newer release */
function openFolder(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return
  }
  if (!found.isDirectory()) {
    throw new OnrecordError('refused', `${path} is no folder.`, { remedy: 'Name a new folder for the export.' })
  }
  if (readdirSync(path).length === 0) return
  const known = manifestBeginning(jsonIn(join(path, MANIFEST_FILE)))
  if (known === undefined) {
    throw new OnrecordError(
      'refused',
      `${path} holds something that is no export of a newsroom: nothing was written.`,
      {
        remedy: 'Name a new or an empty folder, or the one of an earlier export.',
      },
    )
  }
  if (known.version > EXPORT_VERSION) {
    throw new OnrecordError('refused', `${path} holds an export of a newer Onrecord: nothing was written.`, {
      remedy: 'Name a new folder for the export.',
    })
  }
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

async function rowsToWrite(db: NewsroomDb): Promise<{ counts: ExportCounts; rows: number }> {
  const counts: ExportCounts = {
    stories: await countRows(db, STORY_TABLE),
    pictures: await countRows(db, PICTURE_TABLE),
    users: await countRows(db, PEOPLE_TABLES.accounts),
    recordRevisions: await countRows(db, LINE_TABLES['record/log.jsonl']),
    captures: await countRows(db, CAPTURE_TABLE),
    auditLines: await countRows(db, LINE_TABLES['audit.jsonl']),
  }
  let rows = counts.stories + counts.pictures + counts.captures
  for (const table of Object.values(LINE_TABLES)) rows += await countRows(db, table)
  return { counts, rows }
}

async function writeAll(
  db: NewsroomDb,
  folder: ExportFolder,
  { addresses, shelves, siteUrl, onProgress = () => undefined }: ExportAllRequest,
  of: number,
): Promise<{ missing: readonly string[] }> {
  let done = 0
  const more = (rows: number) => {
    done += rows
    onProgress(done, of)
  }
  folder.write(PAPER_FILE, asJson({ format: 'onrecord-paper', ...(await writtenTables(db, HOUSE_TABLES)) }))
  folder.write(USERS_FILE, asJson({ format: 'onrecord-users', ...(await writtenTables(db, PEOPLE_TABLES)) }))
  const { uses } = await exportStories(db, folder, (await readHouse(db)) ?? UNNAMED, more)
  await exportRedirects(db, folder)
  const { missing } = await exportPictures(db, folder, { shelves, uses, onPictures: more })
  for (const file of Object.keys(LINE_TABLES) as LineFile[]) await exportLines(db, folder, file, more)
  await exportCaptures(db, folder, more)
  await inSnapshot<EditionTables, void>(addresses.edition, (edition) => exportRecordTables(edition, folder, siteUrl))
  return { missing }
}

/** Tables that are small enough to stand in one file: sections, bylines, people. */
async function writtenTables(
  db: NewsroomDb,
  tables: Readonly<Record<string, CarriedTable>>,
): Promise<Record<string, WrittenRow[]>> {
  const written: Record<string, WrittenRow[]> = {}
  for (const [name, table] of Object.entries(tables)) {
    const rows = []
    for await (const page of pagesOf(db, table, 500)) rows.push(...page.map((row) => writtenRow(table, row)))
    written[name] = rows
  }
  return written
}
