import { type Instant, instantOf } from '../time.ts'
import { inTransaction, type NewsroomDb } from './newsroom-db.ts'
import type { OperatingTables } from './operating-tables.ts'

/** How far a cache in front of the site has heard of changes of the edition. */
export interface PurgeProgress {
  readonly cache: string
  /** The newest change that it has dropped the pages of. */
  readonly number: number
  /** How often telling it has failed since it last succeeded. */
  readonly attempts: number
  /** Not to be told before. */
  readonly dueAt: Instant
  /** When it last dropped something; null where it never has. */
  readonly purgedAt: Instant | null
  /** In our own words; null while all is well. */
  readonly lastError: string | null
}

/** Who tells a cache, and for how long nobody else may. */
export interface PurgeLease {
  readonly by: string
  readonly now: Instant
  readonly leaseMs: number
}

/** Every cache that has been told anything, in order of their names. */
export async function allPurgeProgress(db: NewsroomDb): Promise<PurgeProgress[]> {
  const rows = await db.selectFrom('purge_progress').selectAll().orderBy('cache').execute()
  return rows.map(toProgress)
}

/** One cache; undefined where it was never told anything. */
export async function purgeProgressOf(db: NewsroomDb, cache: string): Promise<PurgeProgress | undefined> {
  const row = await db.selectFrom('purge_progress').selectAll().where('cache', '=', cache).executeTakeFirst()
  return row && toProgress(row)
}

/**
 * Takes a cache that is due, for this process alone; undefined where another tells it just now, or its time has not come.
 * One that is not on file yet gets there, as one that has heard of nothing.
 */
export async function leaseCache(
  db: NewsroomDb,
  cache: string,
  { by, now, leaseMs }: PurgeLease,
): Promise<PurgeProgress | undefined> {
  return inTransaction(db, async (tx) => {
    await tx
      .insertInto('purge_progress')
      .values({ cache, number: UNKNOWN, attempts: 0, due_at: now })
      .onConflict((conflict) => conflict.column('cache').doNothing())
      .execute()
    const row = await tx
      .updateTable('purge_progress')
      .set({ leased_until: later(now, leaseMs), leased_by: by })
      .where('cache', '=', cache)
      // A clock that was set back must keep no cache waiting for what was far away by the clock before.
      .where((or) => or.or([or('due_at', '<=', now), or('due_at', '>', later(now, LONGEST_WAIT_MS))]))
      .where((or) =>
        or.or([
          or('leased_until', 'is', null),
          or('leased_until', '<=', now),
          or('leased_until', '>', later(now, leaseMs)),
        ]),
      )
      .returningAll()
      .executeTakeFirst()
    return row && toProgress(row)
  })
}

/** The number of a cache of which nobody knows what it holds: it has to drop everything once. */
export const UNKNOWN = -1

/** Notes that a cache has dropped everything up to a change. Whoever lost the lease meanwhile notes nothing. */
export async function notePurged(
  db: NewsroomDb,
  cache: string,
  { number, now, by }: { readonly number: number; readonly now: Instant; readonly by: string },
): Promise<void> {
  await db
    .updateTable('purge_progress')
    .set({ number, attempts: 0, due_at: now, purged_at: now, last_error: null, ...UNLEASED })
    .where('cache', '=', cache)
    .where('leased_by', '=', by)
    .execute()
}

/** How long a cache that failed is left alone, in seconds: after the first time, the second, and so on; then for good. */
const WAITS_SECONDS = [1, 2, 5, 15, 60, 300] as const
const LONGEST_WAIT_MS = 300_000

const later = (now: Instant, ms: number): Instant => instantOf(new Date(Date.parse(now) + ms))

/** Notes that a cache could not be told; it is tried again for ever, with growing waits. */
export async function notePurgeFailed(
  db: NewsroomDb,
  { cache, attempts }: PurgeProgress,
  { error, now, by }: { readonly error: string; readonly now: Instant; readonly by: string },
): Promise<void> {
  const seconds = WAITS_SECONDS[Math.min(attempts, WAITS_SECONDS.length - 1)] ?? 300
  await db
    .updateTable('purge_progress')
    .set({ attempts: attempts + 1, due_at: later(now, seconds * 1_000), last_error: error, ...UNLEASED })
    .where('cache', '=', cache)
    .where('leased_by', '=', by)
    .execute()
}

/** Has every cache that waits told again now. */
export async function retryPurges(db: NewsroomDb, now: Instant): Promise<void> {
  await db.updateTable('purge_progress').set({ due_at: now }).where('due_at', '>', now).execute()
}

/** Forgets caches that are no longer there: one that comes back begins anew. */
export async function forgetOtherCaches(db: NewsroomDb, names: readonly string[]): Promise<void> {
  const others = db.deleteFrom('purge_progress')
  await (names.length === 0 ? others : others.where('cache', 'not in', [...names])).execute()
}

const UNLEASED = { leased_until: null, leased_by: null }

const toProgress = (row: OperatingTables['purge_progress']): PurgeProgress => ({
  cache: row.cache,
  number: row.number,
  attempts: row.attempts,
  dueAt: row.due_at as Instant,
  purgedAt: row.purged_at as Instant | null,
  lastError: row.last_error,
})
