import type { EventId } from '../ids.ts'
import type { Entry, EntryId, Revision } from '../record/entry.ts'
import { type EntryLink, entryTypeOf } from '../record/entry-links.ts'
import { followLinks } from '../record/follow-links.ts'
import { recordSet, type RecordSet } from '../record/record-set.ts'
import { asRecordedBy } from '../record/replay.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { BELONGS, FAMILY, linksIn, NOT_FOLLOWED } from './record-links.ts'
import { presentShelf, type Shelf, shelfUntil } from './record-shelf.ts'

/**
 * An event with its wholes and parts, what was claimed of them, by whom, through whom and where: all that the
 * arithmetic of its figures and its page look at.
 *
 * @param until as the record stood at this hour; left out, as it stands
 */
export async function eventFamilySet(db: EditionDb, eventId: EventId, until?: Instant): Promise<RecordSet> {
  if (until === undefined) return recordSet(await around(presentShelf(db), [eventId]))
  return asRecordedBy(await around(shelfUntil(db, until), [eventId]), until)
}

/** These entries with everything that they name, however far that leads: enough to name them all on a page. */
export async function setOfIds(db: EditionDb, ids: readonly EntryId[]): Promise<RecordSet> {
  const shelf = presentShelf(db)
  const found: Entry[] = []
  await followLinks<EntryId>(ids, async (some) => {
    const entries = await shelf.read(some)
    found.push(...entries)
    return entries.flatMap(linksIn).map(({ to }) => to)
  })
  return recordSet(found.sort((one, other) => one.sequence - other.sequence))
}

/** Everything that the figures of these events rest on, and the events' own families. */
export async function around<Kept extends Entry | Revision>(
  shelf: Shelf<Kept>,
  eventIds: readonly EventId[],
): Promise<Kept[]> {
  const family = new Set<EntryId>(await familyOf(shelf, eventIds))
  const found: Kept[] = []
  await followLinks<EntryId>([...family], async (some) => {
    const entries = await shelf.read(some)
    found.push(...entries)
    const named = entries.flatMap(linksIn).filter(({ field }) => !NOT_FOLLOWED.has(field))
    const holders = some.filter((id) => family.has(id) || entryTypeOf(id) === 'claim')
    const belonging = (await shelf.linksTo(holders)).filter(({ field }) => BELONGS.has(field))
    return [...named.map(({ to }) => to), ...belonging.map(({ from_id: id }) => id as EntryId)]
  })
  // The order in which it was recorded, on every database.
  return found.sort((one, other) => one.sequence - other.sequence)
}

/**
 * Events with all their wholes and all their parts. An event that turned out to be another one stands on the same step
 * as that one.
 */
async function familyOf(shelf: Shelf<Entry | Revision>, eventIds: readonly EventId[]): Promise<EntryId[]> {
  const up = await followLinks<EntryId>(eventIds, async (some) => {
    const named = (await shelf.read(some)).flatMap(linksIn).filter(isFamily)
    return [...named.map(({ to }) => to), ...(await told(shelf, some, ['mergedInto']))]
  })
  const down = await followLinks<EntryId>(eventIds, async (some) => {
    const named = (await shelf.read(some)).flatMap(linksIn)
    const merged = named.filter(({ field }) => field === 'mergedInto').map(({ to }) => to)
    return [...merged, ...(await told(shelf, some, FAMILY))]
  })
  return [...new Set([...up, ...down])]
}

const isFamily = ({ field }: EntryLink): boolean => (FAMILY as readonly string[]).includes(field)

/** The events that say of themselves, in what is on the shelf, that they stand so to one of these. */
async function told(
  shelf: Shelf<Entry | Revision>,
  ids: readonly EntryId[],
  fields: readonly string[],
): Promise<EntryId[]> {
  const links = (await shelf.linksTo(ids)).filter(({ field }) => fields.includes(field))
  const to = new Set<EntryId>(ids)
  const saying = await shelf.read([...new Set(links.map((link) => link.from_id as EntryId))])
  return saying
    .filter((entry) => linksIn(entry).some((link) => fields.includes(link.field) && to.has(link.to)))
    .map(({ id }) => id)
}
