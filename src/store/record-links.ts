import { portions } from '../database/portions.ts'
import type { EntryId } from '../record/entry.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** Entries whose newest revision names this one, in the order of their ids. */
export const referringTo = (db: NewsroomDb, id: EntryId): Promise<EntryId[]> => namedBy(db, [id])

/** Entries whose newest revisions name one of these, at any place or at one of these fields only. */
export async function namedBy(
  db: NewsroomDb,
  ids: readonly EntryId[],
  fields: readonly string[] | null = null,
): Promise<EntryId[]> {
  const found = new Set<EntryId>()
  for (const some of portions(ids)) {
    let query = db.selectFrom('record_links').select('from_id').where('to_id', 'in', some)
    if (fields !== null) query = query.where('field', 'in', fields)
    for (const row of await query.execute()) found.add(row.from_id as EntryId)
  }
  return [...found].toSorted()
}

/** Entries that these name in their newest revisions, in the order of their ids. */
export async function naming(
  db: NewsroomDb,
  ids: readonly EntryId[],
  fields: readonly string[] | null = null,
): Promise<EntryId[]> {
  const found = new Set<EntryId>()
  for (const some of portions(ids)) {
    let query = db.selectFrom('record_links').select('to_id').where('from_id', 'in', some)
    if (fields !== null) query = query.where('field', 'in', fields)
    for (const row of await query.execute()) found.add(row.to_id as EntryId)
  }
  return [...found].toSorted()
}
