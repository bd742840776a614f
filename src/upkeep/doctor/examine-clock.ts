import type { Finding } from '../../newsroom/finding.ts'
import { newestAuditAt } from '../../store/audit.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { Instant } from '../../time.ts'

/** Before this there was no Onrecord: a machine that thinks so has lost its clock's battery. */
const NOT_BEFORE = '2026-01-01'

const TOLERANCE_MS = 5 * 60_000

/**
 * Does the clock stand where it can? Order never rests on it here; what is published at an hour, and how long a session
 * lasts, do.
 */
export async function examineClock(db: NewsroomDb, now: Instant): Promise<Finding[]> {
  const newest = await newestAuditAt(db)
  if (now < NOT_BEFORE) return [fault(`The clock says ${now.slice(0, 10)}`)]
  if (newest !== null && Date.parse(newest) > Date.parse(now) + TOLERANCE_MS) {
    return [fault(`The clock says ${minute(now)}, and something was done here at ${minute(newest)} already`)]
  }
  return [{ level: 'ok', what: `The clock says ${minute(now)}.` }]
}

const minute = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`

const fault = (what: string): Finding => ({
  level: 'fault',
  what: `${what}: it is wrong, or was.`,
  remedy: 'Let the machine keep its time by the network (on Debian: apt install systemd-timesyncd).',
})
