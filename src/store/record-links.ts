import { portions } from '../database/portions.ts'
import type { LinkField } from '../record/entry-links.ts'
import type { EntryId } from '../record/entry.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** Entries whose newest revision names this one, in the order of their ids. */
export const referringTo = (db: NewsroomDb, id: EntryId): Promise<EntryId[]> => namedBy(db, [id])

/** Entries whose newest revisions name one of these, at any place or at one of these fields only. */
export const namedBy = (
  db: NewsroomDb,
  ids: readonly EntryId[],
  fields: readonly LinkField[] | null = null,
): Promise<EntryId[]> => otherEnds(db, ids, { from: 'to_id', to: 'from_id', fields })

/** Entries that these name in their newest revisions, in the order of their ids. */
export const naming = (
  db: NewsroomDb,
  ids: readonly EntryId[],
  fields: readonly LinkField[] | null = null,
): Promise<EntryId[]> => otherEnds(db, ids, { from: 'from_id', to: 'to_id', fields })

type End = 'from_id' | 'to_id'

async function otherEnds(
  db: NewsroomDb,
  ids: readonly EntryId[],
  { from, to, fields }: { from: End; to: End; fields: readonly LinkField[] | null },
): Promise<EntryId[]> {
  const found = new Set<EntryId>()
  for (const some of portions(ids)) {
    let query = db.selectFrom('record_links').select(`${to} as id`).where(from, 'in', some)
    if (fields !== null) query = query.where('field', 'in', fields)
    for (const row of await query.execute()) found.add(row.id as EntryId)
  }
  return [...found].toSorted()
}
