import { itemsIn, removeItem, setAside } from '../press/report-inbox.ts'
import { inTransaction, type NewsroomTx } from '../store/newsroom-db.ts'
import { insertReport } from '../store/reader-reports.ts'
import { storyById } from '../store/stories.ts'
import type { ReaderReport } from '../story/reader-report.ts'
import type { Newsroom } from './newsroom.ts'

/** How many letters one round takes. */
const AT_ONCE = 100

/** What came of one look into the letter box. */
export interface TakenReports {
  readonly taken: number
  /** Names of files that could not be read: they were put aside. */
  readonly setAside: readonly string[]
}

/**
 * Brings what readers wrote from the letter box to the corrections desk. A file is removed when the newsroom has it; a
 * crash in between brings it twice, and it is known by its id.
 *
 * There is no line in the audit: its instant would say to the millisecond when a reader wrote.
 */
export async function takeReports(newsroom: Newsroom, folder: string): Promise<TakenReports> {
  const items = await itemsIn(folder, { limit: AT_ONCE, now: newsroom.now() })
  const reports = items.flatMap((item) => (item.kind === 'report' ? [item.report] : []))
  if (reports.length > 0) {
    await inTransaction(newsroom.db, async (tx) => {
      for (const report of reports) await insertReport(tx, await withKnownStory(tx, report))
    })
  }
  const unreadable: string[] = []
  for (const { kind, name } of items) {
    if (kind === 'report') await removeItem(folder, name)
    else {
      await setAside(folder, name)
      unreadable.push(name)
    }
  }
  return { taken: reports.length, setAside: unreadable }
}

/** The public side is not believed: what it calls a story must be one. */
async function withKnownStory(tx: NewsroomTx, report: ReaderReport): Promise<ReaderReport> {
  const { storyId } = report
  return storyId !== null && !(await storyById(tx, storyId)) ? { ...report, storyId: null } : report
}
