import type { Entry, EntryId } from '../record/entry.ts'
import type { NewsroomDb } from './newsroom-db.ts'
import { entriesById } from './record-log.ts'

const NAMEABLE = ['actor', 'place', 'source'] as const

/** What a text calls by a name. */
export type Nameable = Extract<Entry, { type: (typeof NAMEABLE)[number] }>

/** Actors, places and sources, drafts too, as their newest revisions have them; of more than `limit` those changed last. */
export async function nameableEntries(db: NewsroomDb, limit: number): Promise<Nameable[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select('id')
    .where('type', 'in', NAMEABLE)
    .where('status', '!=', 'withdrawn')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  const entries = await entriesById(
    db,
    rows.map(({ id }) => id as EntryId),
  )
  return entries.filter((entry): entry is Nameable => NAMEABLE.some((type) => type === entry.type))
}
