import type { EventId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'

/** Just above every id of an event. */
const AFTER_EVENTS = 'evt`'

/** Ids of all events that readers ever had, in order, after `after`: those merged or withdrawn since are among them. */
export async function eventIdsInLog(db: EditionDb, after: EventId | null, limit: number): Promise<EventId[]> {
  const rows = await db
    .selectFrom('record_log')
    .select('id')
    .distinct()
    .where('id', '>', after ?? 'evt_')
    .where('id', '<', AFTER_EVENTS)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id as EventId)
}

/** Ids of the events that no list has any more, those merged or withdrawn, in order after `after`. */
export async function unlistedEventIds(
  db: EditionDb,
  { after, since, limit }: { after: EventId | null; since: Instant | null; limit: number },
): Promise<EventId[]> {
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('listed_on', 'is', null)
    .where('id', '>', after ?? '')
    .where('recorded_at', '>=', since ?? '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id as EventId)
}

/** The number before the first revision recorded at an hour or later; null when there is none. */
export async function numberBefore(db: EditionDb, since: Instant): Promise<number | null> {
  const row = await db
    .selectFrom('record_log')
    .select((select) => select.fn.min('sequence').as('first'))
    .where('recorded_at', '>=', since)
    .executeTakeFirstOrThrow()
  // The aggregate of no rows is null, whatever its type says.
  const first = row.first as number | null
  return first === null ? null : first - 1
}

/** The number of the newest revision readers have; 0 in an empty record. */
export async function newestNumber(db: EditionDb): Promise<number> {
  const row = await db
    .selectFrom('record_log')
    .select((select) => select.fn.max('sequence').as('newest'))
    .executeTakeFirstOrThrow()
  const newest: number | null = row.newest
  return newest ?? 0
}
