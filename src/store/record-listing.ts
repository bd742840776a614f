import type { Entry, EntryId, EntryStatus, EntryType } from '../record/entry.ts'
import type { NewsroomDb } from './newsroom-db.ts'
import { entriesById } from './record-log.ts'

/**
 * Entries of a type as their newest revisions have them, drafts too, in the order of their ids: page on with the last of
 * a page. What was erased has no text to list.
 */
export async function entriesOfType(
  db: NewsroomDb,
  type: EntryType,
  { status, after, limit }: { status: EntryStatus | null; after: EntryId | null; limit: number },
): Promise<Entry[]> {
  let query = db
    .selectFrom('record_entries')
    .innerJoin('record_revisions', 'record_revisions.number', 'record_entries.number')
    .select('record_entries.id')
    .where('record_entries.type', '=', type)
    .where('record_revisions.content', 'is not', null)
    .orderBy('record_entries.id')
    .limit(limit)
  if (status !== null) query = query.where('record_entries.status', '=', status)
  if (after !== null) query = query.where('record_entries.id', '>', after)
  const rows = await query.execute()
  return entriesById(
    db,
    rows.map((row) => row.id as EntryId),
  )
}
