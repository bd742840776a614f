import { OnrecordError } from '../../errors.ts'
import { inTransaction, type NewsroomDb } from '../../store/newsroom-db.ts'
import { allUpkeep, noteUpkeep, type Upkeep } from '../../store/upkeep.ts'
import type { Instant } from '../../time.ts'
import type { BackupMade } from './make-backup.ts'

const HOUR_MS = 3_600_000

/** Clocks of two machines differ. What lies further ahead was written by a clock that had jumped, and says nothing. */
const CLOCKS_DIFFER_MS = HOUR_MS

/** A backup that says nothing of itself for this long has lost its process. */
const SILENT_MS = 10 * 60_000

/** One that failed is tried again after this long. */
const AGAIN_MS = HOUR_MS

/** While one is made, it says so this often. */
const BEAT_MS = 60_000

/**
 * Is a backup due? Once after each day's hour (UTC): late rather than never, at once where there has been none, an hour
 * after one that failed; not while another process makes it, and at once when a stopping server called it off.
 *
 * @param last the last one of this newsroom; undefined where there was none
 */
export function isBackupDue(last: Upkeep | undefined, now: Instant, hour: number): boolean {
  const nowMs = Date.parse(now)
  const credible = (at: Instant | null | undefined) =>
    at && Date.parse(at) <= nowMs + CLOCKS_DIFFER_MS ? Date.parse(at) : Number.NEGATIVE_INFINITY
  if (credible(last?.doneAt) >= newestHour(nowMs, hour)) return false
  const state = last?.detail['state']
  // A try that succeeded is no reason to wait: it was for another day. Nor is one that a stopping server called off.
  if (last === undefined || last.triedAt === last.doneAt || state === 'called-off') return true
  return nowMs - credible(last.triedAt) > (state === 'running' ? SILENT_MS : AGAIN_MS)
}

/** The last time it was that hour. */
function newestHour(nowMs: number, hour: number): number {
  const today = new Date(nowMs).setUTCHours(hour, 0, 0, 0)
  return today <= nowMs ? today : today - 24 * HOUR_MS
}

export interface NightlyBackups {
  readonly db: NewsroomDb
  readonly now: () => Instant
  /** The hour of the day, UTC. */
  readonly hour: number
  readonly make: (signal: AbortSignal) => Promise<BackupMade>
  readonly onMade: (made: BackupMade) => void
  readonly onFault: (error: unknown) => void
  /** How often it is looked whether one is due. */
  readonly everyMs?: number
}

/** How often the server looks. */
const LOOK_EVERY_MS = 20_000

/**
 * Makes a backup each night. Of several processes on one newsroom one makes it: it takes the note of the last one for
 * itself in a transaction, and keeps saying that it is at work. What came of it is noted, good or bad.
 *
 * @returns what ends it: one that is under way is called off, and leaves nothing
 */
export function startNightlyBackups(options: NightlyBackups): { readonly stop: () => Promise<void> } {
  const calledOff = new AbortController()
  let round: Promise<void> | undefined
  const look = () => {
    round ??= backUpIfDue(options, calledOff.signal)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!calledOff.signal.aborted) options.onFault(error)
      })
      .finally(() => {
        round = undefined
      })
  }
  const timer = setInterval(look, options.everyMs ?? LOOK_EVERY_MS)
  look()
  return {
    stop: async () => {
      clearInterval(timer)
      calledOff.abort()
      await round
    },
  }
}

/** @returns whether this process made one */
export async function backUpIfDue(options: NightlyBackups, signal: AbortSignal): Promise<boolean> {
  const { db, now, hour, make, onMade } = options
  if (!isBackupDue(await lastBackup(db), now(), hour) || !(await take(options))) return false
  const beat = setInterval(() => void noteRunning(db, now()).catch(options.onFault), BEAT_MS)
  try {
    const made = await make(signal)
    clearInterval(beat)
    await noteBackup(db, made, now())
    onMade(made)
    return true
  } catch (error) {
    clearInterval(beat)
    await (signal.aborted ? noteCalledOff(db, now()) : noteFailedBackup(db, error, now()))
    throw error
  } finally {
    clearInterval(beat)
  }
}

const lastBackup = async (db: NewsroomDb): Promise<Upkeep | undefined> =>
  (await allUpkeep(db)).find(({ kind }) => kind === 'backup')

/** Transactions come one at a time, whichever process they run in: only one finds it due. */
const take = ({ db, now, hour }: NightlyBackups): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!isBackupDue(await lastBackup(tx), now(), hour)) return false
    await noteRunning(tx, now())
    return true
  })

const noteRunning = (db: NewsroomDb, at: Instant): Promise<void> =>
  noteUpkeep(db, { kind: 'backup', at, isDone: false, detail: { state: 'running' } })

const noteCalledOff = (db: NewsroomDb, at: Instant): Promise<void> =>
  noteUpkeep(db, { kind: 'backup', at, isDone: false, detail: { state: 'called-off' } })

/** Notes a backup that was made. */
export const noteBackup = (
  db: NewsroomDb,
  { name, where, at, change, files, bytes, sha256, tookMs }: BackupMade,
  now: Instant,
): Promise<void> =>
  noteUpkeep(db, {
    kind: 'backup',
    at: now,
    isDone: true,
    detail: { state: 'made', name, where, at, change, files, bytes, sha256, tookMs },
  })

/** Notes one that failed: why, in our own words or not at all. */
export const noteFailedBackup = (db: NewsroomDb, error: unknown, now: Instant): Promise<void> =>
  noteUpkeep(db, {
    kind: 'backup',
    at: now,
    isDone: false,
    detail: { state: 'failed', reason: error instanceof OnrecordError ? error.message : 'A fault in Onrecord.' },
  })
