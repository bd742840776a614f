import { portions } from '../database/portions.ts'
import type { JobId, StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { inTransaction, type NewsroomDb, type NewsroomTx } from './newsroom-db.ts'
import type { JobRow } from './tables.ts'

/** What a job is to do. Ids only: what there is to tell is read when it is done. */
export type JobWork =
  | { readonly kind: 'ping'; readonly payload: { readonly storyId: StoryId } }
  | { readonly kind: 'read-story'; readonly payload: { readonly storyId: StoryId } }

export type JobKind = JobWork['kind']

/** Every kind, in the order in which they are taken: what somebody waits for goes before what can wait. */
const BY_URGENCY = ['ping', 'read-story'] as const satisfies readonly JobKind[]

export type NewJob = JobWork & {
  readonly id: JobId
  /** Two that wait under one key are one job. */
  readonly key: string
  readonly dueAt: Instant
}

/** A job as it stands. */
export type Job = NewJob & {
  /** How often somebody began it. */
  readonly attempts: number
  readonly lastError: string | null
  /** When it was given up, after it had failed too often; null while it is still to be done. */
  readonly givenUpAt: Instant | null
}

/** How long a job that failed waits, in seconds: after its first failure, its second, and so on. Then it is given up. */
const WAITS_SECONDS = [60, 5 * 60, 30 * 60, 2 * 3_600, 12 * 3_600] as const

/**
 * No job waits longer, and none is leased for longer: what says so was written by a clock that was ahead, and would have to
 * be waited for until the other clocks have caught up with it.
 */
const LONGEST_WAIT_MS = 13 * 3_600_000

const MOST_ATTEMPTS = WAITS_SECONDS.length + 1

/** Said of a job whose process ended while it was at it, for the last time. */
const BROKEN_OFF = 'the process ended while it was at it'

/** Adds jobs in the transaction of the act that asks for them; one that waits already under the same key is enough. */
export async function addJobs(tx: NewsroomTx, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map(({ id, kind, key, payload, dueAt }) => ({
    id,
    kind,
    key,
    payload: JSON.stringify(payload),
    due_at: dueAt,
    attempts: 0,
  }))
  for (const some of portions(rows)) {
    await tx
      .insertInto('jobs')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export interface Leasing {
  readonly now: Instant
  /** How long nobody else may begin it; then whoever had it is taken to be gone. */
  readonly leaseMs: number
  readonly limit: number
  /** Who takes it: one name for each process. */
  readonly by: string
}

/**
 * Takes jobs that are due, the most urgent kind first and of a kind the oldest, for this process alone.
 *
 * One transaction writes at a time on either database (`inTransaction`), so a job is leased once. Whether there is
 * anything to take is asked first, without keeping anybody waiting.
 */
export async function leaseDue(db: NewsroomDb, leasing: Leasing): Promise<Job[]> {
  const { now, limit } = leasing
  if ((await dueIds(db, now, 1)).length === 0) return []
  return inTransaction(db, async (tx) => {
    await giveUpBrokenOff(tx, now)
    const ids = await dueIds(tx, now, limit)
    if (ids.length === 0) return []
    const rows = await tx
      .updateTable('jobs')
      .set((set) => ({
        leased_until: later(now, leasing.leaseMs),
        leased_by: leasing.by,
        attempts: set('attempts', '+', 1),
      }))
      .where('id', 'in', ids)
      .returningAll()
      .execute()
    return rows.map(toJob).toSorted(byUrgency)
  })
}

async function dueIds(db: NewsroomDb, now: Instant, limit: number): Promise<string[]> {
  const found: string[] = []
  for (const kind of BY_URGENCY) {
    if (found.length < limit) found.push(...(await dueOfKind(db, kind, { now, limit: limit - found.length })))
  }
  return found
}

async function dueOfKind(
  db: NewsroomDb,
  kind: JobKind,
  { now, limit }: Pick<Leasing, 'now' | 'limit'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where((or) => or.or([or('due_at', '<=', now), or('due_at', '>', later(now, LONGEST_WAIT_MS))]))
    .where((or) =>
      or.or([
        or('leased_until', 'is', null),
        or('leased_until', '<=', now),
        or('leased_until', '>', later(now, LONGEST_WAIT_MS)),
      ]),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

const byUrgency = (one: Job, other: Job): number => {
  const kinds = BY_URGENCY.indexOf(one.kind) - BY_URGENCY.indexOf(other.kind)
  return kinds === 0 ? (one.dueAt < other.dueAt ? -1 : 1) : kinds
}

/** A job that ends the process each time it is begun must not do so for ever. */
const giveUpBrokenOff = (tx: NewsroomTx, now: Instant) =>
  tx
    .updateTable('jobs')
    .set({ given_up_at: now, leased_until: null, leased_by: null, last_error: BROKEN_OFF })
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('leased_until', '<=', now)
    .where('attempts', '>=', MOST_ATTEMPTS)
    .execute()

/** Notes that a job is done. What was given up under the same key is settled with it. */
export async function finishJob(tx: NewsroomTx, { id, key }: Pick<Job, 'id' | 'key'>, now: Instant): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ done_at: now, leased_until: null, leased_by: null, last_error: null })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('jobs').where('key', '=', key).where('given_up_at', 'is not', null).execute()
}

/**
 * Notes that a job failed: it is tried again later, or given up after the sixth time. Where another one waits under the
 * same key by now, that one is enough.
 */
export async function failJob(
  tx: NewsroomTx,
  { id, key, attempts }: Pick<Job, 'id' | 'key' | 'attempts'>,
  { now, error, by }: { now: Instant; error: string; by: string },
): Promise<void> {
  if (await isAnotherWaiting(tx, { id, key })) {
    await tx.deleteFrom('jobs').where('id', '=', id).execute()
    return
  }
  const waitSeconds = WAITS_SECONDS[attempts - 1]
  await tx
    .updateTable('jobs')
    .set({
      leased_until: null,
      leased_by: null,
      last_error: error,
      ...(waitSeconds === undefined ? { given_up_at: now } : { due_at: later(now, waitSeconds * 1_000) }),
    })
    .where('id', '=', id)
    // Whoever was too slow has lost it to another, who will say what became of it.
    .where('leased_by', '=', by)
    .execute()
}

async function isAnotherWaiting(tx: NewsroomTx, { id, key }: Pick<Job, 'id' | 'key'>): Promise<boolean> {
  const row = await waiting(tx).select('id').where('key', '=', key).where('id', '!=', id).executeTakeFirst()
  return row !== undefined
}

const waiting = (db: NewsroomDb) =>
  db.selectFrom('jobs').where('done_at', 'is', null).where('given_up_at', 'is', null).where('leased_until', 'is', null)

/** Has a job tried again now, as if it had never failed. @returns whether there was one that is not done */
export async function retryJob(tx: NewsroomTx, id: JobId, now: Instant): Promise<boolean> {
  const row = await tx.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.done_at !== null) return false
  if (await isAnotherWaiting(tx, { id, key: row.key })) {
    await tx.deleteFrom('jobs').where('id', '=', id).execute()
    return true
  }
  await tx
    .updateTable('jobs')
    .set({ due_at: now, attempts: 0, given_up_at: null, leased_until: null, leased_by: null })
    .where('id', '=', id)
    .execute()
  return true
}

/** What is still to be done, and what was given up; the first due first. */
export async function unfinishedJobs(db: NewsroomDb, limit: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toJob)
}

/** How many jobs were given up. */
export async function countGivenUp(db: NewsroomDb): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('given_up_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** How many jobs are due and not done, since when the oldest of them is due, and how many were given up. */
export async function countsOfJobs(
  db: NewsroomDb,
  now: Instant,
): Promise<{ waiting: number; givenUp: number; oldestDueAt: Instant | null }> {
  const { count, oldest } = await db
    .selectFrom('jobs')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.min('due_at').as('oldest')])
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('due_at', '<=', now)
    .executeTakeFirstOrThrow()
  return { waiting: count, givenUp: await countGivenUp(db), oldestDueAt: oldest as Instant | null }
}

/** Takes out jobs that were done before an instant. */
export async function forgetDoneJobs(tx: NewsroomTx, before: Instant): Promise<void> {
  await tx.deleteFrom('jobs').where('done_at', '<', before).execute()
}

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString() as Instant

const toJob = (row: JobRow): Job => ({
  id: row.id as JobId,
  // Only `addJobs` writes these two, always as a pair.
  ...({ kind: row.kind, payload: JSON.parse(row.payload) } as JobWork),
  key: row.key,
  dueAt: row.due_at as Instant,
  attempts: row.attempts,
  lastError: row.last_error,
  givenUpAt: row.given_up_at as Instant | null,
})
