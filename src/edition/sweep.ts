import { sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { EventId, StoryId } from '../ids.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import type { EntryId } from '../record/entry.ts'
import { applyRecord } from './apply-record.ts'
import { type RecordEntry, writeEntries } from './apply-record-rows.ts'
import { applyStories } from './apply-stories.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'
import { TABLE_OF } from './record-shelf.ts'

/**
 * Takes away what the newsroom does not know, and counts the months over.
 *
 * @param known ids of all stories that readers have or had
 * @returns how many strays there were
 */
export async function removeUnknownStories(tx: EditionTx, known: ReadonlySet<StoryId>): Promise<number> {
  const live = await tx.selectFrom('stories').select('id').execute()
  const gone = await tx.selectFrom('gone').select('story_id as id').execute()
  const strays = [...live, ...gone].map((row) => row.id as StoryId).filter((id) => !known.has(id))
  for (const some of portions(strays)) {
    await applyStories(
      tx,
      some.map((id) => ({ id, projection: { kind: 'private' }, redirectsFrom: [] })),
      new Map(),
    )
  }
  await tx.deleteFrom('listing_months').execute()
  await sql`insert into listing_months (list, language, month, stories)
    select list, language, month, count(*) from listings group by list, language, month`.execute(tx)
  return strays.length
}

/**
 * Takes away entries of the record that the newsroom does not know, and whatever is told of an event that is not there.
 *
 * @param known of these ids, those that readers have or had
 * @returns how many strays there were
 */
export async function removeUnknownEntries(
  tx: EditionTx,
  known: (ids: readonly EntryId[]) => Promise<ReadonlySet<EntryId>>,
): Promise<number> {
  const strays = new Set<EntryId>()
  for (const table of [...Object.values(TABLE_OF), 'record_log', 'record_slugs'] as const) {
    // One table stands for all: every one of them has an id.
    for await (const ids of valuesOf(tx, table as 'events', 'id')) await note(ids)
  }
  for await (const ids of valuesOf(tx, 'record_links', 'from_id')) await note(ids)
  const gone = [...strays].flatMap((id): RecordEntry[] => {
    const type = entryTypeOf(id)
    return type ? [{ id, type, revisions: [] }] : []
  })
  for (const some of portions(gone)) {
    await applyRecord(tx, some)
    await writeEntries(tx, some)
  }
  for (const table of ['cells', 'event_parts', 'event_actors', 'event_places'] as const) {
    await sql`delete from ${sql.table(table)} where event_id not in (select id from events)`.execute(tx)
  }
  await sql`delete from search_documents where id not in (
    select id from stories union all select id from events union all select id from actors
    union all select id from places union all select id from sources)`.execute(tx)
  await tx.deleteFrom('record_months').execute()
  await sql`insert into record_months (month, events)
    select month, count(*) from events where month is not null group by month`.execute(tx)
  return strays.size

  async function note(ids: readonly EntryId[]): Promise<void> {
    const kept = await known(ids)
    for (const id of ids) if (!kept.has(id)) strays.add(id)
  }
}

const IDS = 1_000

/** What stands in a column, each value once, in portions. */
async function* valuesOf<Table extends 'events' | 'record_links'>(
  tx: EditionTx,
  table: Table,
  column: Table extends 'events' ? 'id' : 'from_id',
): AsyncGenerator<EntryId[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} > ${after} order by ${sql.ref(column)} limit ${sql.lit(IDS)}`.execute(tx)
    yield rows.map(({ id }) => id as EntryId)
    if (rows.length < IDS) return
    after = rows.at(-1)?.id ?? after
  }
}

/** The next events in the order of their ids, to be worked out anew. */
export async function eventIdsAfter(db: EditionDb, after: EventId | null, limit: number): Promise<EventId[]> {
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id as EventId)
}
