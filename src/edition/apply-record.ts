import { sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { ActorId, EventId, PlaceId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import { addLinks, logRows, type RecordEntry, writeEntries } from './apply-record-rows.ts'
import { settleEvents } from './apply-record-cells.ts'
import { entryTags, eventTags, markedTags, type Reach, reachOf } from './apply-record-touched.ts'
import type { Touched } from './apply-stories.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'
import type { RecordLogRow } from './record-tables.ts'
import { EVERYTHING, nameTag, RECORD, RECORD_MONTHS, type Tag } from './tags.ts'

/**
 * How many events have their figures worked out in one transaction. A change of an actor with thousands of events is
 * followed at once as to what it says itself; the figures that rest on it follow portion by portion, and others write
 * in between. An event took about four milliseconds on a busy machine with two cores.
 */
const EVENTS = 25

/** Beyond this many events it is cheaper to drop all pages than to name those that show them. */
const MAX_NAMED = 400

/**
 * Puts entries of the record in place of what the edition held of them. Applied a second time, or in another order, it
 * leaves the same; an entry without public revisions is taken away.
 *
 * The figures that rest on them are worked out anew for as many events as one transaction may, those spoken of directly
 * first; the rest waits for the next call, even one without entries.
 *
 * @returns the tags of everything that was shown before or is shown now; where text left the edition, all of it is
 *   purged
 */
export async function applyRecord(tx: EditionTx, entries: readonly RecordEntry[]): Promise<Touched> {
  const changed = await changedAmong(tx, entries.map(publicOnly))
  if (changed.length === 0) {
    const { tags, purge } = await settleStale(tx)
    return { tags: new Set(tags), purge: new Set(purge), lists: new Set() }
  }
  const touched: Touched = { tags: new Set(), purge: new Set(), lists: new Set() }
  const isPurge = await losesText(tx, changed)
  await addLinks(tx, changed)
  const reach = await reachOf(
    tx,
    changed.map(({ id }) => id),
  )
  const before = await tagsOf(tx, reach)
  const months = await monthsIn(tx)
  await writeEntries(tx, changed)
  if ((await monthsIn(tx)) !== months) touched.tags.add(RECORD_MONTHS)
  await markStale(tx, [...reach.events], isPurge, await directEvents(tx, changed))
  const settled = await settleStale(tx)
  for (const tag of [...before, ...(await tagsOf(tx, reach)), ...settled.tags]) touched.tags.add(tag)
  for (const tag of nameTags(changed)) touched.tags.add(tag)
  for (const tag of isPurge ? touched.tags : settled.purge) touched.purge.add(tag)
  return touched
}

/** Who names one of them on a page that shows nothing else of it. */
const nameTags = (changed: readonly RecordEntry[]): Tag[] =>
  changed.flatMap(({ type, id }) =>
    type === 'event' || type === 'actor' || type === 'place' ? [nameTag(id as EventId | ActorId | PlaceId)] : [],
  )

/** The months with events, as one text. */
async function monthsIn(tx: EditionTx): Promise<string> {
  const rows = await tx.selectFrom('record_months').select('month').orderBy('month').execute()
  return rows.map(({ month }) => month).join(' ')
}

/** Drafts are nobody's business, whoever hands them over. */
const publicOnly = (entry: RecordEntry): RecordEntry => ({
  ...entry,
  revisions: entry.revisions.filter(({ status }) => status !== 'draft'),
})

/** Those of the entries of which the edition holds something else. */
async function changedAmong(tx: EditionTx, entries: readonly RecordEntry[]): Promise<RecordEntry[]> {
  const held = await linesOf(tx, entries)
  return entries.filter((entry) => fingerprint(logRows(entry)) !== fingerprint(held.get(entry.id) ?? []))
}

async function linesOf(tx: EditionTx, entries: readonly RecordEntry[]): Promise<Map<string, RecordLogRow[]>> {
  const rows: RecordLogRow[] = []
  for (const some of portions(entries.map(({ id }) => id))) {
    rows.push(...(await tx.selectFrom('record_log').selectAll().where('id', 'in', some).orderBy('sequence').execute()))
  }
  return Map.groupBy(rows, ({ id }) => id)
}

/** All that a line says of its own accord: which event it concerns may depend on other entries. */
const fingerprint = (rows: readonly RecordLogRow[]): string =>
  JSON.stringify(
    rows.map((row) => [
      row.sequence,
      row.rev,
      row.status,
      row.recorded_at,
      row.act,
      row.reason,
      row.content,
      row.erased_at,
    ]),
  )

/** Does a revision that readers had go, or lose its text? */
async function losesText(tx: EditionTx, changed: readonly RecordEntry[]): Promise<boolean> {
  const held = await linesOf(tx, changed)
  return changed.some((entry) => {
    const now = new Map(logRows(entry).map((row) => [row.sequence, row]))
    return (held.get(entry.id) ?? []).some(({ sequence, content, reason }) => {
      const after = now.get(sequence)
      return after === undefined || after.content !== content || after.reason !== reason
    })
  })
}

async function tagsOf(tx: EditionTx, { entries, events }: Reach): Promise<Set<Tag>> {
  if (events.size > MAX_NAMED || entries.size > MAX_NAMED) return new Set([EVERYTHING])
  return new Set([
    RECORD,
    ...entryTags(entries),
    ...(await markedTags(tx, entries)),
    ...(await eventTags(tx, [...events])),
  ])
}

/** The events that changed entries are or speak of: their figures are worked out before those of others. */
async function directEvents(tx: EditionTx, changed: readonly RecordEntry[]): Promise<ReadonlySet<string>> {
  const ids = changed.map(({ id }): EntryId => id)
  const direct = new Set<string>(changed.flatMap((entry) => (entry.type === 'event' ? [entry.id] : [])))
  for (const some of portions(ids)) {
    const rows = await tx.selectFrom('record_log').select('event_id').distinct().where('id', 'in', some).execute()
    for (const row of rows) if (row.event_id !== null) direct.add(row.event_id)
  }
  return direct
}

async function markStale(
  tx: EditionTx,
  events: readonly EventId[],
  isPurge: boolean,
  direct: ReadonlySet<string>,
): Promise<void> {
  const rows = events.map((id) => ({ event_id: id, purge: isPurge ? 1 : 0, later: direct.has(id) ? 0 : 1 }))
  for (const some of portions(rows)) {
    await tx
      .insertInto('record_stale')
      .values(some)
      .onConflict((conflict) =>
        // What has to be purged stays so, and what is wanted soon stays wanted soon, until it is done.
        conflict.column('event_id').doUpdateSet({
          purge: sql`case when excluded.purge = 1 then 1 else record_stale.purge end`,
          later: sql`case when excluded.later = 0 then 0 else record_stale.later end`,
        }),
      )
      .execute()
  }
}

/** What working out some events touched. */
interface Settled {
  readonly tags: ReadonlySet<Tag>
  readonly purge: ReadonlySet<Tag>
}

/** Works out the figures of the next portion of events that wait for it. */
async function settleStale(tx: EditionTx): Promise<Settled> {
  const waiting = await tx
    .selectFrom('record_stale')
    .selectAll()
    .orderBy('later')
    .orderBy('event_id')
    .limit(EVENTS)
    .execute()
  if (waiting.length === 0) return { tags: new Set(), purge: new Set() }
  const ids = waiting.map((row) => row.event_id as EventId)
  const purged = waiting.filter(({ purge }) => purge === 1).map((row) => row.event_id as EventId)
  const before = { tags: await eventTags(tx, ids), purge: await eventTags(tx, purged) }
  await settleEvents(tx, ids)
  await tx.deleteFrom('record_stale').where('event_id', 'in', ids).execute()
  return {
    tags: new Set([...before.tags, ...(await eventTags(tx, ids))]),
    purge: new Set([...before.purge, ...(await eventTags(tx, purged))]),
  }
}

/** The next of the events whose figures have still to be worked out. */
export async function nextStale(db: EditionDb): Promise<EventId | undefined> {
  const row = await db
    .selectFrom('record_stale')
    .select('event_id')
    .orderBy('later')
    .orderBy('event_id')
    .limit(1)
    .executeTakeFirst()
  return row?.event_id as EventId | undefined
}
