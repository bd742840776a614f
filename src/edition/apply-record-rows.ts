import { portions } from '../database/portions.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import type { Entry, EntryId, EntryType, Revision } from '../record/entry.ts'
import { eventOf } from '../record/event-of.ts'
import { entryOf } from '../record/replay.ts'
import { countMonths, listedMonths } from './apply-record-months.ts'
import type { EditionTx } from './edition-db.ts'
import { linkRows } from './record-links.ts'
import { flatRow } from './record-rows.ts'
import { TABLE_OF } from './record-shelf.ts'
import type { EntryRow, RecordLinkRow, RecordLogRow } from './record-tables.ts'
import { indexEntries } from './search/search-index.ts'

/** One entry of the record as readers may have it from now on: its public revisions, oldest first, or none at all. */
export interface RecordEntry {
  readonly id: EntryId
  readonly type: EntryType
  readonly revisions: readonly Revision[]
}

/** An entry as its newest revision has it; undefined when that was erased, or when there is none. */
function presentOf({ revisions }: RecordEntry): Entry | undefined {
  const newest = revisions.at(-1)
  return (newest && entryOf(newest)) ?? undefined
}

/**
 * Writes what readers may have of these entries in place of what they had: the log, the flat tables, the slugs, the
 * links and what the search finds them by. What is worked out from them is not touched.
 */
export async function writeEntries(tx: EditionTx, entries: readonly RecordEntry[]): Promise<void> {
  for (const some of portions(entries)) {
    const ids = some.map(({ id }) => id)
    await tx.deleteFrom('record_log').where('id', 'in', ids).execute()
    await tx.deleteFrom('record_slugs').where('id', 'in', ids).execute()
    await tx.deleteFrom('record_links').where('from_id', 'in', ids).execute()
    for (const rows of portions(some.flatMap(logRows))) await tx.insertInto('record_log').values(rows).execute()
    for (const rows of portions(some.flatMap(slugRows))) await tx.insertInto('record_slugs').values(rows).execute()
    await addLinks(tx, some)
    await writeFlat(tx, some)
  }
  await placeInEvents(tx, entries)
  await indexEntries(
    tx,
    entries.map(({ id }) => id),
  )
}

/** Notes whom these entries name, beside what was known of them before. */
export async function addLinks(tx: EditionTx, entries: readonly RecordEntry[]): Promise<void> {
  const rows: RecordLinkRow[] = entries.flatMap(({ id, revisions }) => linkRows(id, revisions))
  for (const some of portions(rows)) {
    await tx
      .insertInto('record_links')
      .values(some)
      .onConflict((conflict) => conflict.columns(['to_id', 'from_id', 'field']).doNothing())
      .execute()
  }
}

/** The log's lines of an entry. The event of an appearance or an assessment is found when its claim is known. */
export const logRows = ({ revisions }: RecordEntry): RecordLogRow[] =>
  revisions.map((revision) => ({
    sequence: revision.sequence,
    type: revision.type,
    id: revision.id,
    rev: revision.rev,
    status: revision.status,
    recorded_at: revision.recordedAt,
    act: revision.act,
    reason: revision.reason,
    content: revision.content === null ? null : JSON.stringify(revision.content),
    erased_at: revision.erasedAt,
    event_id: eventOf(revision) ?? revision.eventId,
  }))

/** Every slug that an entry has or had, with the number of the last revision that had it. */
function slugRows({ id, type, revisions }: RecordEntry) {
  const last = new Map<string, number>()
  for (const { content, sequence } of revisions) {
    if (content !== null && 'slug' in content) last.set(content.slug, sequence)
  }
  return [...last].map(([slug, sequence]) => ({ type, slug, id, sequence }))
}

async function writeFlat(tx: EditionTx, entries: readonly RecordEntry[]): Promise<void> {
  const byType = Map.groupBy(entries, ({ type }) => type)
  for (const [type, some] of byType) {
    // One table stands for all: only columns that the row of that type has are written.
    const table = TABLE_OF[type] as 'places'
    const rows = some.flatMap((entry) => presentOf(entry) ?? []).map(flatRow) as (EntryRow & { slug: string })[]
    const leaving = some.filter((entry) => !presentOf(entry)).map(({ id }) => id)
    if (leaving.length > 0) await removeFlat(tx, type, leaving)
    if (rows.length === 0) continue
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id') as 'rev'[]
    await tx
      .insertInto(table)
      .values(rows as never)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((set) => Object.fromEntries(columns.map((column) => [column, set.ref(`excluded.${column}`)]))),
      )
      .execute()
  }
}

async function removeFlat(tx: EditionTx, type: EntryType, ids: readonly EntryId[]): Promise<void> {
  const months = type === 'event' ? await listedMonths(tx, ids) : []
  await tx
    .deleteFrom(TABLE_OF[type] as 'places')
    .where('id', 'in', ids)
    .execute()
  await countMonths(tx, months)
}

/** What is said of a claim concerns its event: the lines of appearances and assessments learn which one that is. */
async function placeInEvents(tx: EditionTx, entries: readonly RecordEntry[]): Promise<void> {
  const ids = new Set<EntryId>(entries.filter(({ type }) => isOfClaim(type)).map(({ id }) => id))
  const claims = entries.filter(({ type }) => type === 'claim').map(({ id }) => id)
  for (const some of portions(claims)) {
    const rows = await tx
      .selectFrom('record_links')
      .select('from_id')
      .where('to_id', 'in', some)
      .where('field', 'in', ['claimId', 'subject.claimId'])
      .execute()
    for (const row of rows) ids.add(row.from_id as EntryId)
  }
  for (const some of portions([...ids])) await placeLines(tx, some)
}

const isOfClaim = (type: EntryType | undefined): boolean => type === 'appearance' || type === 'assessment'

async function placeLines(tx: EditionTx, ids: readonly EntryId[]): Promise<void> {
  const lines = await tx
    .selectFrom('record_log')
    .select(['id', 'content', 'event_id'])
    .where('id', 'in', ids)
    .orderBy('sequence')
    .execute()
  const claimOf = new Map(lines.flatMap(({ id, content }) => claimIn(content).map((claimId) => [id, claimId] as const)))
  const eventOfClaim = await eventsOfClaims(tx, [...new Set(claimOf.values())])
  const wrong = lines.flatMap(({ id, event_id: before }) => {
    const claimId = claimOf.get(id)
    const eventId = (claimId && eventOfClaim.get(claimId)) ?? null
    return claimId === undefined || eventId === before ? [] : [{ id, eventId }]
  })
  for (const [eventId, some] of Map.groupBy(wrong, (line) => line.eventId)) {
    const moved = [...new Set(some.map(({ id }) => id))]
    await tx.updateTable('record_log').set({ event_id: eventId }).where('id', 'in', moved).execute()
  }
}

/** The events of claims, read off their lines: those of an erased claim still say it. */
async function eventsOfClaims(tx: EditionTx, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const lines = await tx
    .selectFrom('record_log')
    .select(['id', 'event_id'])
    .where('id', 'in', ids)
    .orderBy('sequence')
    .execute()
  return new Map(lines.map((line) => [line.id, line.event_id]))
}

/** The claim that a text is about, if it is about one. */
function claimIn(content: string | null): string[] {
  const { claimId, subject } = JSON.parse(content ?? '{}') as { claimId?: string; subject?: { claimId?: string } }
  const id = claimId ?? subject?.claimId
  return id !== undefined && entryTypeOf(id) === 'claim' ? [id] : []
}
