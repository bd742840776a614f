import type { ReportId, StoryId } from '../ids.ts'
import type { ReaderReport, ReportKind } from '../story/reader-report.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { ReaderReportRow } from './tables.ts'

/** How a report can be closed: we looked into it (and answered or corrected), or there was nothing to look into. */
export const CLOSINGS = ['answered', 'dismissed'] as const

export type Closing = (typeof CLOSINGS)[number]

/** A report as the corrections desk has it. */
export interface DeskReport extends ReaderReport {
  readonly state: 'new' | Closing
  readonly note: string | null
  readonly closedAt: Instant | null
  readonly closedBy: string | null
}

/** Puts a reader's report on the desk; one that is there already is left as it is. */
export async function insertReport(tx: NewsroomTx, report: ReaderReport): Promise<void> {
  await tx
    .insertInto('reader_reports')
    .values({
      id: report.id,
      story_id: report.storyId,
      about: report.about,
      language: report.language,
      kind: report.kind,
      words: report.text,
      contact: report.contact,
      received_at: report.receivedAt,
      state: 'new',
      note: null,
      closed_at: null,
      closed_by: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Reports, the oldest first: those nobody has closed yet, or all. */
export async function readerReports(
  db: NewsroomDb,
  { onlyOpen, limit }: { onlyOpen: boolean; limit: number },
): Promise<DeskReport[]> {
  let query = db.selectFrom('reader_reports').selectAll()
  if (onlyOpen) query = query.where('state', '=', 'new')
  return (await query.orderBy('received_at').orderBy('id').limit(limit).execute()).map(toReport)
}

export async function readerReportById(db: NewsroomDb, id: ReportId): Promise<DeskReport | undefined> {
  const row = await db.selectFrom('reader_reports').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toReport(row)
}

/** How many reports nobody has closed yet, and when the oldest came in. */
export async function openReports(db: NewsroomDb): Promise<{ count: number; oldest: Instant | null }> {
  const row = await db
    .selectFrom('reader_reports')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.min('received_at').as('oldest')])
    .where('state', '=', 'new')
    .executeTakeFirstOrThrow()
  return { count: row.count, oldest: row.oldest as Instant | null }
}

/** Closes a report. The way to reach the reader has served its purpose, and goes. @returns whether it was open */
export async function closeReaderReport(
  tx: NewsroomTx,
  id: ReportId,
  { as, note, at, by }: { as: Closing; note: string | null; at: Instant; by: string },
): Promise<boolean> {
  const closed = await tx
    .updateTable('reader_reports')
    .set({ state: as, note, closed_at: at, closed_by: by, contact: null })
    .where('id', '=', id)
    .where('state', '=', 'new')
    .returning('id')
    .execute()
  return closed.length > 0
}

const toReport = (row: ReaderReportRow): DeskReport => ({
  id: row.id as ReportId,
  about: row.about,
  storyId: row.story_id as StoryId | null,
  language: row.language,
  kind: row.kind as ReportKind,
  text: row.words,
  contact: row.contact,
  receivedAt: row.received_at as Instant,
  state: row.state as DeskReport['state'],
  note: row.note,
  closedAt: row.closed_at as Instant | null,
  closedBy: row.closed_by,
})
