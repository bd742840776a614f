import { portions } from '../database/portions.ts'
import type { EventId } from '../ids.ts'
import { entryTypeOf, OF_A_CLAIM } from '../record/entry-links.ts'
import type { Entry, EntryId } from '../record/entry.ts'
import { followLinks } from '../record/follow-links.ts'
import { recordSet, type RecordSet } from '../record/record-set.ts'
import type { NewsroomDb } from './newsroom-db.ts'
import { namedBy, naming } from './record-links.ts'
import { entriesById } from './record-log.ts'

/** Are drafts looked at as if they were live? For staff, and for judging what somebody wants to record. */
export interface FamilyOptions {
  readonly drafts: boolean
}

/**
 * An event with its wholes and parts, what was claimed of them, where, by whom and of whom: everything that the
 * arithmetic of its figures looks at, as it stands now.
 */
export const familySet = async (
  db: NewsroomDb,
  eventId: EventId,
  options: FamilyOptions = { drafts: false },
): Promise<RecordSet> => recordSet(await entriesAround(db, [eventId], options))

/**
 * The families of all events among these entries, and whatever all of it names, however far that leads. With drafts,
 * those come as live: a set holds none.
 */
export async function entriesAround(
  db: NewsroomDb,
  ids: readonly EntryId[],
  { drafts }: FamilyOptions,
): Promise<Entry[]> {
  const events = ids.filter((id): id is EventId => entryTypeOf(id) === 'event')
  const family = await familyIds(db, events)
  const start = [...new Set([...ids, ...family, ...(await idsOfEvents(db, family))])]
  const entries = await entriesById(db, await closure(db, start))
  return drafts ? entries.map((entry) => (entry.status === 'draft' ? { ...entry, status: 'live' } : entry)) : entries
}

/** Events with all their wholes and all their parts. */
async function familyIds(db: NewsroomDb, events: readonly EntryId[]): Promise<EntryId[]> {
  const wholes = await followLinks(events, (some) => naming(db, some, ['partOf[]']))
  const parts = await followLinks(events, (some) => namedBy(db, some, ['partOf[]']))
  return [...new Set([...wholes, ...parts])]
}

/** What speaks of these events: groups, claims and assessments. */
async function idsOfEvents(db: NewsroomDb, events: readonly EntryId[]): Promise<EntryId[]> {
  const found: EntryId[] = []
  for (const some of portions(events)) {
    const rows = await db.selectFrom('record_entries').select('id').where('event_id', 'in', some).execute()
    found.push(...rows.map((row) => row.id as EntryId))
  }
  return found
}

/** Everything these entries name, and what is told of the claims among all that, until nothing new comes. */
const closure = (db: NewsroomDb, start: readonly EntryId[]): Promise<EntryId[]> =>
  followLinks(start, async (some) => {
    const claims = some.filter((id) => entryTypeOf(id) === 'claim')
    return [...(await naming(db, some)), ...(await namedBy(db, claims, OF_A_CLAIM))]
  })
