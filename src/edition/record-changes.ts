import type { EventId } from '../ids.ts'
import { changesOf } from '../record/changes-of.ts'
import { OF_A_CLAIM } from '../record/entry-links.ts'
import type { EntryId, Revision } from '../record/entry.ts'
import type { RecordChange } from '../record/record-change.ts'
import type { EditionDb } from './edition-db.ts'
import { linksIn } from './record-links.ts'
import { revisionsOnFile } from './record-shelf.ts'

/** What changed about these events, the newest first: the event itself, its groups, its claims, where they stood. */
export async function changesOfEvents(
  db: EditionDb,
  eventIds: readonly EventId[],
  limit: number,
): Promise<RecordChange[]> {
  if (eventIds.length === 0) return []
  const lines = await db
    .selectFrom('record_log')
    .select(['sequence', 'id'])
    .where('event_id', 'in', eventIds)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return (await changesIn(db, lines)).toReversed()
}

/** What changed in the whole record after a number, in order. */
export async function recordChangesAfter(db: EditionDb, sequence: number, limit: number): Promise<RecordChange[]> {
  const lines = await db
    .selectFrom('record_log')
    .select(['sequence', 'id'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return changesIn(db, lines)
}

/** These lines as changes, oldest first: what an entry was before is looked up too. */
async function changesIn(
  db: EditionDb,
  lines: readonly { readonly sequence: number; readonly id: string }[],
): Promise<RecordChange[]> {
  const wanted = new Set(lines.map(({ sequence }) => sequence))
  const ids = new Set(lines.map(({ id }) => id as EntryId))
  const own = await revisionsOnFile(db, [...ids])
  const named = [...new Set(own.flatMap(claimsNamedBy))].filter((id) => !ids.has(id))
  const changes = changesOf([...own, ...(await revisionsOnFile(db, named))])
  return changes.filter(({ sequence }) => wanted.has(sequence)).sort((one, other) => one.sequence - other.sequence)
}

/** The claims from which is read what a line did, to which figure, and which event it concerns. */
const claimsNamedBy = (revision: Revision): EntryId[] =>
  linksIn(revision)
    .filter(({ field }) => (OF_A_CLAIM as readonly string[]).includes(field))
    .map(({ to }) => to)
