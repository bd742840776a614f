import type { SourceId, WatchedSourceId } from '../ids.ts'
import { type Instant, instantOf } from '../time.ts'
import type { WatchedSourceRow } from './ingest-tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What a feed's server called the state that was read last: asked with it, it answers only if that has changed. */
export interface SeenState {
  /** The address that the server gave it for: to no other is it told. */
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** A feed's address, or a folder of this machine, that is looked at for the desk. */
export interface WatchedSource {
  readonly id: WatchedSourceId
  readonly kind: 'feed' | 'folder'
  /** A web address, or the folder's whole path. */
  readonly address: string
  readonly name: string
  /** The entry of the record that publishes what comes from here. */
  readonly sourceId: SourceId
  /** BCP 47, for items that do not say; null leaves it to their words. */
  readonly language: string | null
  readonly everyMinutes: number
  /** How long copy is kept that nobody takes up. */
  readonly keepDays: number
  readonly isOn: boolean
  readonly addedAt: Instant
  readonly addedBy: string
  /** When it is looked at next, as long as it is on. */
  readonly nextAt: Instant
  readonly lookedAt: Instant | null
  /** When something last came that was new or had changed. */
  readonly newAt: Instant | null
  /** How many looks in a row have failed. */
  readonly failures: number
  /** Why the last look failed, or what it could not read; null when all went well. */
  readonly failure: string | null
  readonly seen: SeenState | null
}

export async function insertWatched(tx: NewsroomTx, watched: WatchedSource): Promise<void> {
  await tx.insertInto('watched_sources').values(toRow(watched)).execute()
}

/** Everything that is watched, by name. */
export async function watchedSources(db: NewsroomDb): Promise<WatchedSource[]> {
  return (await db.selectFrom('watched_sources').selectAll().orderBy('name').orderBy('id').execute()).map(toWatched)
}

export async function watchedById(db: NewsroomDb, id: WatchedSourceId): Promise<WatchedSource | undefined> {
  const row = await db.selectFrom('watched_sources').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toWatched(row)
}

/** Keeps everything that is known of a watched source. */
export async function updateWatched(tx: NewsroomTx, watched: WatchedSource): Promise<void> {
  const { id, ...row } = toRow(watched)
  await tx.updateTable('watched_sources').set(row).where('id', '=', id).execute()
}

/** Removes it with all that has come from it. */
export async function deleteWatched(tx: NewsroomTx, id: WatchedSourceId): Promise<void> {
  await tx
    .deleteFrom('marked_texts')
    .where('of_id', 'in', (copy) => copy.selectFrom('incoming_copy').select('id').where('watched_id', '=', id))
    .execute()
  await tx.deleteFrom('watched_sources').where('id', '=', id).execute()
}

/**
 * No source is left alone for longer than a week and a little. What says so was written by a clock that was ahead, and is
 * due now: else nothing would be heard of it until the other clocks have caught up.
 */
const LONGEST_WAIT_MS = 9 * 24 * 3_600_000

const later = (now: Instant): Instant => instantOf(new Date(Date.parse(now) + LONGEST_WAIT_MS))

/**
 * Takes the source that has been due the longest, so that no other process looks at it meanwhile.
 *
 * @param until when it may be taken again by another, should this process end on the way
 */
export async function takeDue(
  tx: NewsroomTx,
  { now, until }: { now: Instant; until: Instant },
): Promise<WatchedSource | undefined> {
  const row = await tx
    .selectFrom('watched_sources')
    .selectAll()
    .where('is_on', '=', 1)
    .where((or) => or.or([or('next_at', '<=', now), or('next_at', '>', later(now))]))
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  await tx.updateTable('watched_sources').set({ next_at: until }).where('id', '=', row.id).execute()
  return toWatched(row)
}

/** Is something due? A question that costs nothing, asked each second. */
export async function isAnyDue(db: NewsroomDb, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('watched_sources')
    .select('id')
    .where('is_on', '=', 1)
    .where((or) => or.or([or('next_at', '<=', now), or('next_at', '>', later(now))]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const toRow = (watched: WatchedSource): WatchedSourceRow => ({
  id: watched.id,
  kind: watched.kind,
  address: watched.address,
  name: watched.name,
  source_id: watched.sourceId,
  language: watched.language,
  every_minutes: watched.everyMinutes,
  keep_days: watched.keepDays,
  is_on: watched.isOn ? 1 : 0,
  added_at: watched.addedAt,
  added_by: watched.addedBy,
  next_at: watched.nextAt,
  looked_at: watched.lookedAt,
  new_at: watched.newAt,
  failures: watched.failures,
  failure: watched.failure,
  seen: watched.seen && JSON.stringify(watched.seen),
})

const toWatched = (row: WatchedSourceRow): WatchedSource => ({
  id: row.id as WatchedSourceId,
  kind: row.kind as WatchedSource['kind'],
  address: row.address,
  name: row.name,
  sourceId: row.source_id as SourceId,
  language: row.language,
  everyMinutes: row.every_minutes,
  keepDays: row.keep_days,
  isOn: row.is_on === 1,
  addedAt: row.added_at as Instant,
  addedBy: row.added_by,
  nextAt: row.next_at as Instant,
  lookedAt: row.looked_at as Instant | null,
  newAt: row.new_at as Instant | null,
  failures: row.failures,
  failure: row.failure,
  seen: row.seen === null ? null : (JSON.parse(row.seen) as SeenState),
})
