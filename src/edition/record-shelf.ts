import { portions } from '../database/portions.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import type { Entry, EntryId, EntryStatus, EntryType, Revision } from '../record/entry.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import type { EntryRow, RecordLinkRow, RecordLogRow } from './record-tables.ts'

/**
 * The record as it is read for one page or one transaction: every entry, and everything that names it, is fetched once
 * and then at hand.
 */
export interface Shelf<Kept> {
  /** What stands under each of these ids, in their order: an entry, or every revision of it; nothing for unknown ids. */
  read(ids: readonly EntryId[]): Promise<Kept[]>
  /** What names these entries, in any public revision. */
  linksTo(ids: readonly EntryId[]): Promise<RecordLinkRow[]>
}

/** The record as it stands. */
export const presentShelf = (db: EditionDb): Shelf<Entry> => shelf(db, (ids) => entriesOnFile(db, ids))

/** The record's history up to an hour. */
export const shelfUntil = (db: EditionDb, until: Instant): Shelf<Revision> =>
  shelf(db, async (ids) => (await revisionsOnFile(db, ids)).filter(({ recordedAt }) => recordedAt <= until))

function shelf<Kept extends { readonly id: EntryId }>(
  db: EditionDb,
  fetch: (ids: readonly EntryId[]) => Promise<Kept[]>,
): Shelf<Kept> {
  const kept = new Map<EntryId, Kept[]>()
  const links = new Map<EntryId, RecordLinkRow[]>()
  return {
    async read(ids) {
      const missing = takePlace(kept, ids)
      for (const one of await fetch(missing)) kept.get(one.id)?.push(one)
      return ids.flatMap((id) => kept.get(id) ?? [])
    },
    async linksTo(ids) {
      const missing = takePlace(links, ids)
      for (const link of await linksOnFile(db, missing)) links.get(link.to_id as EntryId)?.push(link)
      return ids.flatMap((id) => links.get(id) ?? [])
    },
  }
}

/** The ids of which nothing is known yet; from now on, it is known that there is nothing, or what is put there. */
function takePlace<Value>(known: Map<EntryId, Value[]>, ids: readonly EntryId[]): EntryId[] {
  const missing = [...new Set(ids)].filter((id) => !known.has(id))
  for (const id of missing) known.set(id, [])
  return missing
}

async function linksOnFile(db: EditionDb, ids: readonly EntryId[]): Promise<RecordLinkRow[]> {
  const found: RecordLinkRow[] = []
  for (const some of portions(ids)) {
    found.push(...(await db.selectFrom('record_links').selectAll().where('to_id', 'in', some).execute()))
  }
  return found
}

/** The flat table of each type of entry. */
export const TABLE_OF = {
  place: 'places',
  actor: 'actors',
  event: 'events',
  'victim-group': 'victim_groups',
  source: 'sources',
  document: 'documents',
  evidence: 'evidence',
  claim: 'claims',
  appearance: 'appearances',
  assessment: 'assessments',
} as const satisfies Record<EntryType, string>

async function entriesOnFile(db: EditionDb, ids: readonly EntryId[]): Promise<Entry[]> {
  const byType = new Map<EntryType, EntryId[]>()
  for (const id of ids) {
    const type = entryTypeOf(id)
    if (type) byType.set(type, [...(byType.get(type) ?? []), id])
  }
  const found: Entry[] = []
  for (const [type, some] of byType) found.push(...(await entriesOfType(db, type, some)))
  return found
}

/** These entries of one type, in no particular order. */
async function entriesOfType(db: EditionDb, type: EntryType, ids: readonly EntryId[]): Promise<Entry[]> {
  const found: Entry[] = []
  for (const some of portions(ids)) {
    const rows: EntryRow[] = await db
      // One table stands for all: the columns asked for are in each of them.
      .selectFrom(TABLE_OF[type] as 'places')
      .select(['id', 'rev', 'status', 'sequence', 'recorded_at', 'content'])
      .where('id', 'in', some)
      .execute()
    found.push(...rows.map((row) => toEntry(type, row)))
  }
  return found
}

/** A row of a flat table as the entry it was made from. */
export const toEntry = (type: EntryType, row: EntryRow): Entry =>
  ({
    type,
    id: row.id,
    rev: row.rev,
    status: row.status,
    recordedAt: row.recorded_at,
    sequence: row.sequence,
    content: JSON.parse(row.content),
  }) as Entry

/** Every public revision of these entries, in the order of the record. */
export async function revisionsOnFile(db: EditionDb, ids: readonly EntryId[]): Promise<Revision[]> {
  const found: Revision[] = []
  for (const some of portions([...new Set(ids)])) {
    const rows = await db.selectFrom('record_log').selectAll().where('id', 'in', some).execute()
    found.push(...rows.map(toRevision))
  }
  return found.sort((one, other) => one.sequence - other.sequence)
}

/** A line of the log as a revision. */
const toRevision = (row: RecordLogRow): Revision =>
  ({
    type: row.type,
    id: row.id,
    rev: row.rev,
    status: row.status as EntryStatus,
    recordedAt: row.recorded_at,
    sequence: row.sequence,
    content: row.content === null ? null : JSON.parse(row.content),
    reason: row.reason,
    act: row.act,
    erasedAt: row.erased_at,
    eventId: row.event_id,
  }) as Revision
