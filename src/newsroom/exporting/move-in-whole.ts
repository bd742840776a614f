import { OnrecordError } from '../../errors.ts'
import type { IncomingCopyId } from '../../ids.ts'
import type { StoryProblem } from '../../intake/incoming.ts'
import type { PictureShelves } from '../../media/media-store.ts'
import { carriedColumns, countRows, deleteRows, pagesOf } from '../../store/carried-rows.ts'
import { type CarriedTable, HOUSE_TABLES, LINE_TABLES, PICTURE_TABLE, STORY_TABLE } from '../../store/carried-tables.ts'
import { readNewspaper } from '../../store/house.ts'
import type { NewsroomDb, NewsroomTx } from '../../store/newsroom-db.ts'
import type { Instant } from '../../time.ts'
import { perform } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import { markCopy } from '../ingest/mark-texts.ts'
import type { Newsroom } from '../newsroom.ts'
import { UNTITLED } from '../set-up-newspaper.ts'
import { checkExport } from './check-export.ts'
import type { ExportCounts } from './export-format.ts'
import { placePictureFiles } from './move-in-files.ts'
import { moveInFronts, moveInHouse, moveInPeople } from './move-in-house.ts'
import { moveInCaptures, moveInLines } from './move-in-lines.ts'
import { moveInPictures, moveInStories } from './move-in-stories.ts'
import { openExport, type OpenedExport } from './opened-export.ts'
import { type Columns, ExportFault } from './read-export.ts'

/** What moving in needs besides the newsroom and the folder. */
export interface MoveInOptions {
  readonly shelves: PictureShelves
  /** Only looks whether all of it could be taken in. */
  readonly isDryRun?: boolean
  /** Told how many files are done, and of how many: each is met once when it is checked and once when it is taken in. */
  readonly onProgress?: (done: number, of: number) => void
}

/** What came of it: all of it is here, all of it could be, or nothing is and this is why. */
export type MovedIn =
  | {
      readonly kind: 'moved'
      readonly counts: ExportCounts
      /** What came otherwise than it was: a mail address that was taken. */
      readonly problems: readonly StoryProblem[]
      /** False when readers will have it a moment later. */
      readonly isLive: boolean
    }
  | { readonly kind: 'checked'; readonly counts: ExportCounts; readonly problems: readonly StoryProblem[] }
  | { readonly kind: 'faulty'; readonly problems: readonly StoryProblem[] }

/** What a newsroom must not have yet for another to move in whole. */
const MUST_BE_EMPTY: readonly CarriedTable[] = [
  STORY_TABLE,
  PICTURE_TABLE,
  HOUSE_TABLES.sections,
  HOUSE_TABLES.personas,
  HOUSE_TABLES.desks,
  HOUSE_TABLES.housePages,
  LINE_TABLES['record/log.jsonl'],
  LINE_TABLES['record/custody.jsonl'],
  LINE_TABLES['record/seal-keys.jsonl'],
  LINE_TABLES['record/sealed.jsonl'],
  LINE_TABLES['intake/watched-sources.jsonl'],
]

/** May another newsroom move in whole? Only where there is no paper, or one without a name, and nothing in it. */
export async function mayMoveInWhole(db: NewsroomDb): Promise<boolean> {
  const newspaper = await readNewspaper(db)
  if (newspaper && newspaper.name !== UNTITLED) return false
  for (const table of MUST_BE_EMPTY) if ((await countRows(db, table)) > 0) return false
  return true
}

/**
 * Takes a whole export (`onrecord export --all`) into an empty newsroom: every story with its past, the record with its
 * log, people with their roles, and nothing that is a secret. The folder is looked at from end to end first; then all of
 * it is written in one transaction, or nothing. Stopped at any point, it can be run again.
 *
 * @throws OnrecordError `refused` when something is in the newsroom already, `forbidden` for whoever may not bring people
 *   in, `storage-full`, `folder-not-writable`
 */
export async function moveInWhole(newsroom: Newsroom, folder: string, options: MoveInOptions): Promise<MovedIn> {
  const { db, actor } = newsroom
  // People come with their roles: bringing stories in is not enough of a right.
  await assertMay(db, actor, 'change-grants')
  if (!(await mayMoveInWhole(db))) throw inUse()
  const opened = await openExport(folder)
  if (!('root' in opened)) return { kind: 'faulty', problems: [opened] }
  const progress = progressOf(opened, options)
  const columns = await carriedColumns(db)
  const problems = await checkExport(opened, columns, progress.next)
  if (problems.length > 0) return { kind: 'faulty', problems }
  if (options.isDryRun === true) return { kind: 'checked', counts: opened.manifest.counts, problems: [] }
  const takeBack = await placePictureFiles(opened, options.shelves, progress.next)
  const at = { path: '' }
  const moved = await takeIn(newsroom, { opened, columns, at }).catch(async (error: unknown) => {
    await takeBack()
    if (error instanceof OnrecordError) throw error
    return problemOf(error, at.path)
  })
  if ('what' in moved) return { kind: 'faulty', problems: [moved] }
  // The words by which the studio finds stories are put into its index by the worker, as after an import.
  await markIncoming(newsroom)
  return { kind: 'moved', counts: opened.manifest.counts, problems: moved.result, isLive: moved.isLive }
}

/** Copy is marked when it comes, so that texts which carry its words are found: what moved in has come just now. */
async function markIncoming(newsroom: Newsroom): Promise<void> {
  for await (const rows of pagesOf(newsroom.db, LINE_TABLES['intake/incoming-copy.jsonl'], 100)) {
    await markCopy(
      newsroom,
      rows.map((row) => String(row['id']) as IncomingCopyId),
    )
  }
}

const inUse = () =>
  new OnrecordError('refused', 'This newsroom is in use: another one can move in only where there is nothing yet.', {
    remedy: 'Set up an empty data folder with ONRECORD_DATA, or import the stories alone.',
  })

function progressOf({ manifest: { files } }: OpenedExport, { onProgress = () => undefined }: MoveInOptions) {
  let done = 0
  return {
    next: () => {
      done += 1
      onProgress(done, files * 2)
    },
  }
}

interface TakingIn {
  readonly opened: OpenedExport
  readonly columns: Columns
  /** The file that is being taken in. */
  readonly at: { path: string }
}

const takeIn = (newsroom: Newsroom, { opened, columns, at }: TakingIn) =>
  perform(newsroom, 'import-stories', async (tx: NewsroomTx, now: Instant) => {
    if (!(await mayMoveInWhole(tx))) throw inUse()
    const { auditKey } = newsroom
    const way = { now, auditKey, at: (path: string) => void (at.path = path) }
    way.at('paper.json')
    await moveInHouse(tx, opened, columns)
    way.at('users.json')
    const problems = await moveInPeople(tx, opened, columns)
    await moveInPictures(tx, opened, columns, way)
    await moveInStories(tx, opened, columns, way)
    way.at('paper.json')
    await moveInFronts(tx, opened, columns)
    await moveInCaptures(tx, opened, columns, way)
    // Imports that were tried here and brought nothing: the numbers are those of the newsroom that moves in.
    await deleteRows(tx, LINE_TABLES['intake/imports.jsonl'])
    await moveInLines(tx, opened, columns, way)
    const { stories, recordRevisions, users } = opened.manifest.counts
    return {
      result: problems,
      subject: null,
      detail: { whole: true, stories, recordRevisions, users, sums: opened.manifest.sums.sha256 },
      changes: [{ kind: 'house' }],
    }
  })

/** What the database does not take is a fault of the export: two stories with one address, a section that is nowhere. */
function problemOf(error: unknown, path: string): StoryProblem {
  if (error instanceof ExportFault) return error.problem
  const words = error instanceof Error ? error.message : String(error)
  return { where: path, what: `It does not fit together with the rest of the export (${words}). Nothing was taken in.` }
}
