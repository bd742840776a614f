import type { Finding } from '../../newsroom/finding.ts'
import { countsOfJobs } from '../../store/jobs.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { studioLock } from '../../store/studio-lock.ts'
import type { Instant } from '../../time.ts'

const LONG_MS = 15 * 60_000

/** Does anybody do the work that waits? And is the studio open? */
export async function examineQueues(db: NewsroomDb, now: Instant): Promise<Finding[]> {
  const { waiting, oldestDueAt } = await countsOfJobs(db, now)
  const waitsMs = oldestDueAt === null ? 0 : Date.parse(now) - Date.parse(oldestDueAt)
  const lock = await studioLock(db)
  return [
    waitsMs > LONG_MS
      ? {
          level: 'fault',
          what: `Nobody does what is to be done: ${counted(waiting)}, the oldest since ${Math.round(waitsMs / 60_000)} minutes.`,
          remedy: 'Start the server (`serve`, or `serve studio`); if it runs, look into its log.',
        }
      : { level: 'ok', what: waiting === 0 ? 'No job waits.' : `Not for long yet, ${counted(waiting)}.` },
    ...(lock === null
      ? []
      : [
          {
            level: 'note' as const,
            what: `The studio is locked since ${lock.since.slice(0, 16).replace('T', ' ')} UTC. ${lock.reason}`.trim(),
            remedy: '`./onrecord panic end` opens it again.',
          },
        ]),
  ]
}

const counted = (jobs: number): string => (jobs === 1 ? 'one job waits' : `${jobs} jobs wait`)
