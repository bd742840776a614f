import type { Config } from '../../config/config.ts'
import type { Finding } from '../../newsroom/finding.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { allUpkeep, type Upkeep } from '../../store/upkeep.ts'
import type { Instant } from '../../time.ts'
import { placeInWords } from './backup-place.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A night may be missed, by a machine that was off. */
const LATE_MS = 26 * HOUR_MS
const TOO_OLD_MS = 3 * DAY_MS

/** A backup that nobody has restored in this long is a hope. */
const DRILL_MS = 35 * DAY_MS

/** How old the last backup is, and when somebody last rehearsed restoring one. */
export async function examineBackups(
  { db }: { readonly db: NewsroomDb },
  { backups }: Pick<Config, 'backups'>,
  now: Instant,
): Promise<Finding[]> {
  const upkeep = await allUpkeep(db)
  const last = upkeep.find(({ kind }) => kind === 'backup')
  const drill = upkeep.find(({ kind }) => kind === 'drill')
  return [
    backups === null ? unset(last, now) : lastBackup(last, placeInWords(backups.to), now),
    ...lastFailure(last),
    ...(last?.doneAt ? [lastDrill(drill, now)] : []),
  ]
}

const REMEDY = 'See docs/operate/backups.md; one by hand is made with ./onrecord backup.'

function unset(last: Upkeep | undefined, now: Instant): Finding {
  const what = last?.doneAt ? `the last one by hand is ${ageInWords(last.doneAt, now)} old` : 'there is none'
  return {
    level: 'note',
    what: `No nightly backups are set up, and ${what}.`,
    remedy: 'Set ONRECORD_BACKUP_TO and ONRECORD_BACKUP_RECIPIENTS: see docs/operate/backups.md.',
  }
}

function lastBackup(last: Upkeep | undefined, place: string, now: Instant): Finding {
  const doneAt = last?.doneAt ?? null
  if (doneAt === null) return { level: 'fault', what: `There is no backup in ${place} yet.`, remedy: REMEDY }
  const what = `The last backup, in ${place}, is ${ageInWords(doneAt, now)} old`
  const ageMs = Date.parse(now) - Date.parse(doneAt)
  if (ageMs < -HOUR_MS) {
    return { level: 'fault', what: 'The last backup is dated in the future: a clock was wrong.', remedy: REMEDY }
  }
  if (ageMs <= LATE_MS) return { level: 'ok', what: `${what}.` }
  return {
    level: ageMs > TOO_OLD_MS ? 'fault' : 'note',
    what: `${what}: the server makes one each night.`,
    remedy: REMEDY,
  }
}

/** One that failed after the last that was made. */
function lastFailure(last: Upkeep | undefined): Finding[] {
  if (last?.detail['state'] !== 'failed') return []
  const reason = typeof last.detail['reason'] === 'string' ? ` ${last.detail['reason']}` : ''
  return [
    {
      level: 'fault',
      what: `A backup failed on ${last.triedAt.slice(0, 16).replace('T', ' at ')}.${reason}`,
      remedy: 'Mend what it says, then run ./onrecord backup.',
    },
  ]
}

function lastDrill(drill: Upkeep | undefined, now: Instant): Finding {
  const remedy = 'Rehearse with ./onrecord restore --drill: see docs/operate/backups.md.'
  if (!drill?.doneAt) return { level: 'note', what: 'Nobody has ever tried to restore a backup.', remedy }
  if (drill.triedAt !== drill.doneAt) return { level: 'fault', what: 'The last rehearsal of restoring failed.', remedy }
  const what = `Restoring was last rehearsed ${ageInWords(drill.doneAt, now)} ago.`
  return Date.parse(now) - Date.parse(drill.doneAt) > DRILL_MS ? { level: 'note', what, remedy } : { level: 'ok', what }
}

function ageInWords(at: Instant, now: Instant): string {
  const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / HOUR_MS))
  if (hours < 48) return hours === 1 ? 'an hour' : `${hours} hours`
  return `${Math.floor(hours / 24)} days`
}
