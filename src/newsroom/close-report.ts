import { OnrecordError } from '../errors.ts'
import type { ReportId } from '../ids.ts'
import { closeReaderReport, type Closing, type DeskReport, readerReportById } from '../store/reader-reports.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { record } from './act.ts'
import type { Newsroom } from './newsroom.ts'

export interface ClosedReport {
  readonly reportId: ReportId
  readonly as: Closing
  /** For colleagues: what was found. */
  readonly note: string | null
}

/**
 * Closes what a reader reported. The way to reach the reader is taken out, from the files of the database too: answer
 * first.
 *
 * @throws OnrecordError `not-found`, or `refused` when it is closed already
 */
export async function closeReport(newsroom: Newsroom, { reportId, as, note }: ClosedReport): Promise<void> {
  const { result: hadContact } = await record(newsroom, 'close-report', async (tx, now) => {
    const report = await findReport(tx, reportId)
    const isClosed = await closeReaderReport(tx, reportId, { as, note, at: now, by: newsroom.actor.name })
    if (!isClosed) throw new OnrecordError('refused', `The report ${reportId} is closed already.`)
    return { result: report.contact !== null, subject: reportId, detail: { as } }
  })
  if (hadContact) await newsroom.forget()
}

/** @throws OnrecordError `not-found` */
export async function findReport(db: NewsroomDb, id: ReportId): Promise<DeskReport> {
  const report = await readerReportById(db, id)
  if (report) return report
  throw new OnrecordError('not-found', `There is no report ${id}.`, {
    remedy: 'List what readers have reported with `./onrecord report list --all`.',
  })
}
