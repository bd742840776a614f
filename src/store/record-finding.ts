import type { EntryId, EntryStatus, EntryType } from '../record/entry.ts'
import { foldName } from '../record/name-folding.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** Which entries a list shows. Null: all of them. */
export interface EntryFilter {
  readonly type: EntryType | null
  readonly status: EntryStatus | null
}

/** A place in such a list: the number that the record had reached with an entry's newest revision. */
export interface ListedEntry {
  readonly id: EntryId
  readonly number: number
}

/** Entries that were recorded or changed last come first; page on with the last number of a page. */
export async function entriesByRecency(
  db: NewsroomDb,
  { type, status }: EntryFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<ListedEntry[]> {
  let query = db
    .selectFrom('record_entries')
    .innerJoin('record_revisions', 'record_revisions.number', 'record_entries.number')
    .select(['record_entries.id', 'record_entries.number'])
    .where('record_revisions.content', 'is not', null)
    .orderBy('record_entries.number', 'desc')
    .limit(limit)
  if (type !== null) query = query.where('record_entries.type', '=', type)
  if (status !== null) query = query.where('record_entries.status', '=', status)
  if (before !== null) query = query.where('record_entries.number', '<', before)
  return (await query.execute()).map(({ id, number }) => ({ id: id as EntryId, number }))
}

/** Entries of a type with a name in which these letters stand anywhere, by name; withdrawn ones are left out. */
export async function idsWithin(
  db: NewsroomDb,
  type: EntryType,
  { text, limit }: { text: string; limit: number },
): Promise<EntryId[]> {
  // Letters and digits alone: nothing in it means anything to `like`.
  const fold = foldName(text)
  if (fold === '') return []
  const rows = await db
    .selectFrom('record_names')
    .innerJoin('record_entries', 'record_entries.id', 'record_names.id')
    .select(['record_names.id', 'fold'])
    .where('record_names.type', '=', type)
    .where('record_entries.status', '!=', 'withdrawn')
    .where('fold', 'like', `%${fold}%`)
    .orderBy('fold')
    .orderBy('record_names.id')
    .limit(limit * 4)
    .execute()
  return [...new Set(rows.map((row) => row.id as EntryId))].slice(0, limit)
}

export interface EntryCount {
  readonly type: EntryType
  readonly status: EntryStatus
  readonly count: number
}

/** How many entries there are of each type in each state. */
export async function countEntries(db: NewsroomDb): Promise<EntryCount[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select(['type', 'status', ({ fn }) => fn.countAll().as('count')])
    .groupBy(['type', 'status'])
    .orderBy('type')
    .orderBy('status')
    .execute()
  return rows.map(({ type, status, count }) => ({
    type: type as EntryType,
    status: status as EntryStatus,
    count: Number(count),
  }))
}
