import { portions } from '../database/portions.ts'
import type { ActorId, ClaimId, EventId, PlaceId, SourceId, StoryId } from '../ids.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import type { EntryId } from '../record/entry.ts'
import { followLinks } from '../record/follow-links.ts'
import type { Month } from '../time.ts'
import type { EditionTx } from './edition-db.ts'
import { BELONGS, FAMILY, NOT_FOLLOWED } from './record-links.ts'
import { recordMonthTag, recordTag, RECORD, storyRecordTag, type Tag } from './tags.ts'

/** What a change of some entries reaches. */
export interface Reach {
  /** Every entry that names one of them, at whatever remove, and they themselves. */
  readonly entries: ReadonlySet<EntryId>
  /** Every event whose figures or page rest on one of them, with its wholes and parts. */
  readonly events: ReadonlySet<EventId>
}

/**
 * Who looks at these entries: the way of `around` walked backwards. From an actor to the sources that speak for it, to
 * their claims, to the events those are about, and to the wholes and parts of these events.
 */
export async function reachOf(tx: EditionTx, changed: readonly EntryId[]): Promise<Reach> {
  const entries = await followLinks(changed, async (some) => {
    const others = some.filter((id) => !isEvent(id))
    return [...(await naming(tx, others)), ...(await belongingTo(tx, others))]
  })
  return { entries: new Set(entries), events: await withFamilies(tx, entries.filter(isEvent)) }
}

const isEvent = (id: EntryId): id is EventId => entryTypeOf(id) === 'event'

/** The entries that look at these because they name them. */
async function naming(tx: EditionTx, ids: readonly EntryId[]): Promise<EntryId[]> {
  const found: EntryId[] = []
  for (const some of portions(ids)) {
    const rows = await tx.selectFrom('record_links').select(['from_id', 'field']).where('to_id', 'in', some).execute()
    for (const row of rows) if (!NOT_FOLLOWED.has(row.field)) found.push(row.from_id as EntryId)
  }
  return found
}

/** The entries that look at these because these belong to them. */
async function belongingTo(tx: EditionTx, ids: readonly EntryId[]): Promise<EntryId[]> {
  const found: EntryId[] = []
  for (const some of portions(ids)) {
    const rows = await tx.selectFrom('record_links').select(['to_id', 'field']).where('from_id', 'in', some).execute()
    for (const row of rows) if (BELONGS.has(row.field)) found.push(row.to_id as EntryId)
  }
  return found
}

/** These events with all their wholes and all their parts. */
export async function withFamilies(tx: EditionTx, events: readonly EventId[]): Promise<Set<EventId>> {
  const up = await followLinks(events, (some) => nextInFamily(tx, some, 'up'))
  const down = await followLinks(events, (some) => nextInFamily(tx, some, 'down'))
  return new Set([...up, ...down])
}

/** The next wholes, or parts; an event told twice stands on one step with its other telling. */
async function nextInFamily(tx: EditionTx, ids: readonly EventId[], way: 'up' | 'down'): Promise<EventId[]> {
  const found: EventId[] = []
  for (const some of portions(ids)) {
    const upward = await tx
      .selectFrom('record_links')
      .select('to_id as id')
      .where('from_id', 'in', some)
      .where('field', 'in', way === 'up' ? FAMILY : ['mergedInto'])
      .execute()
    const downward = await tx
      .selectFrom('record_links')
      .select('from_id as id')
      .where('to_id', 'in', some)
      .where('field', 'in', way === 'down' ? FAMILY : ['mergedInto'])
      .execute()
    found.push(...[...upward, ...downward].map(({ id }) => id as EventId))
  }
  return found
}

/** The tags of the entries themselves, where they have pages. */
export function entryTags(ids: Iterable<EntryId>): Set<Tag> {
  const tags = new Set<Tag>()
  for (const id of ids) {
    const type = entryTypeOf(id)
    if (type === 'event' || type === 'actor' || type === 'place' || type === 'source' || type === 'claim') {
      tags.add(recordTag(type, id as EventId | ActorId | PlaceId | SourceId | ClaimId))
    }
  }
  return tags
}

/**
 * The tags of everything that shows these events as the edition holds them now: their own pages, those of their actors,
 * their places and the sources of their claims, their months, and the stories that show them.
 */
export async function eventTags(tx: EditionTx, events: readonly EventId[]): Promise<Set<Tag>> {
  const tags = new Set<Tag>()
  if (events.length > 0) tags.add(RECORD)
  for (const some of portions(events)) {
    for (const id of some) tags.add(recordTag('event', id))
    const months = await tx.selectFrom('events').select('month').distinct().where('id', 'in', some).execute()
    for (const { month } of months) if (month !== null) tags.add(recordMonthTag(month as Month))
    const shown = [
      ...(await tx.selectFrom('event_actors').select('actor_id as id').where('event_id', 'in', some).execute()),
      ...(await tx.selectFrom('event_places').select('place_id as id').where('event_id', 'in', some).execute()),
      ...(await tx.selectFrom('claims').select('claimant_id as id').where('event_id', 'in', some).execute()),
    ]
    for (const tag of entryTags(shown.map(({ id }) => id as EntryId))) tags.add(tag)
    for (const tag of await storyTags(tx, some)) tags.add(tag)
  }
  return tags
}

/** Stories that show one of these events, or mark a claim about one. */
async function storyTags(tx: EditionTx, events: readonly EventId[]): Promise<Tag[]> {
  const boxes = await tx.selectFrom('story_events').select('story_id').where('event_id', 'in', events).execute()
  const marks = await tx
    .selectFrom('story_claims')
    .innerJoin('claims', 'claims.id', 'story_claims.claim_id')
    .select('story_claims.story_id')
    .where('claims.event_id', 'in', events)
    .execute()
  return [...boxes, ...marks].map((row) => storyRecordTag(row.story_id as StoryId))
}

/** Stories that mark one of these claims, which may no longer be there. */
export async function markedTags(tx: EditionTx, ids: Iterable<EntryId>): Promise<Tag[]> {
  const claims = [...ids].filter((id) => entryTypeOf(id) === 'claim')
  const tags: Tag[] = []
  for (const some of portions(claims)) {
    const rows = await tx.selectFrom('story_claims').select('story_id').where('claim_id', 'in', some).execute()
    tags.push(...rows.map((row) => storyRecordTag(row.story_id as StoryId)))
  }
  return tags
}
