import { portions } from '../database/portions.ts'
import type { ActorId, ClaimId, EventId, PlaceId, StoryGroupId, StoryId } from '../ids.ts'
import { followLinks } from '../record/follow-links.ts'
import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import type { ListPosition } from './listed-stories.ts'
import { showing } from './record-stories.ts'

/** A war has thousands of parts: no more of them are looked at. */
const PARTS = 200

/** What a story is about, by the events that it shows. */
export interface AboutRecord {
  readonly events: readonly EventId[]
  /** The wholes and parts of those events. */
  readonly family: readonly EventId[]
  /** Who took part in those events, or was hurt in them. */
  readonly actors: readonly ActorId[]
  /** Where they were; not what those places lie in. */
  readonly places: readonly PlaceId[]
}

/** What the record says for readers of a story that shows these events and states these claims. */
export async function aboutRecord(
  db: EditionDb,
  { eventIds, claimIds }: { eventIds: readonly EventId[]; claimIds: readonly ClaimId[] },
): Promise<AboutRecord> {
  const events = [...new Set([...(await publicAmong(db, eventIds)), ...(await eventsOfClaims(db, claimIds))])]
  if (events.length === 0) return { events, family: [], actors: [], places: [] }
  const up = await followLinks(events, (some) => wholesOf(db, some))
  const down = await followLinks(events, (some) => partsOf(db, some))
  const actors = await db
    .selectFrom('event_actors')
    .select('actor_id')
    .distinct()
    .where('event_id', 'in', events)
    .where('how', 'in', ['part', 'victim'])
    .orderBy('actor_id')
    .execute()
  const places = await db
    .selectFrom('event_places')
    .select('place_id')
    .distinct()
    .where('event_id', 'in', events)
    .where('how', '=', 'at')
    .orderBy('place_id')
    .execute()
  return {
    events,
    family: [...new Set([...up, ...down])].filter((id) => !events.includes(id)),
    actors: actors.map((row) => row.actor_id as ActorId),
    places: places.map((row) => row.place_id as PlaceId),
  }
}

async function publicAmong(db: EditionDb, ids: readonly EventId[]): Promise<EventId[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('events').select('id').where('id', 'in', ids).orderBy('id').execute()
  return rows.map((row) => row.id as EventId)
}

async function eventsOfClaims(db: EditionDb, ids: readonly ClaimId[]): Promise<EventId[]> {
  const found: EventId[] = []
  for (const some of portions(ids)) {
    const rows = await db
      .selectFrom('claims')
      .select(['id', 'event_id'])
      .where('id', 'in', some)
      .orderBy('id')
      .execute()
    found.push(...rows.map((row) => row.event_id as EventId))
  }
  return found
}

async function wholesOf(db: EditionDb, ids: readonly EventId[]): Promise<EventId[]> {
  const rows = await db.selectFrom('event_parts').select('part_of_id').where('event_id', 'in', ids).execute()
  return rows.map((row) => row.part_of_id as EventId)
}

async function partsOf(db: EditionDb, ids: readonly EventId[]): Promise<EventId[]> {
  const rows = await db
    .selectFrom('event_parts')
    .select('event_id')
    .where('part_of_id', 'in', ids)
    .orderBy('event_id')
    .limit(PARTS)
    .execute()
  return rows.map((row) => row.event_id as EventId)
}

/** A live story that could stand beside a newer one. */
export interface Candidate {
  readonly storyId: StoryId
  readonly groupId: StoryGroupId
  readonly publishedAt: Instant
}

/** The newest stories in a language that show one of these events and came out before another story. */
export async function olderStoriesOf(
  db: EditionDb,
  eventIds: readonly EventId[],
  { language, before, limit }: { language: Language; before: ListPosition; limit: number },
): Promise<Candidate[]> {
  const ids = [...new Set((await showing(db, eventIds)).map(({ storyId }) => storyId))]
  const found: Candidate[] = []
  for (const some of portions(ids)) {
    const rows = await db
      .selectFrom('stories')
      .select(['id', 'group_id', 'first_published_at'])
      .where('id', 'in', some)
      .where('language', '=', language)
      .where((where) =>
        where(where.refTuple('first_published_at', 'id'), '<', where.tuple(before.publishedAt, before.storyId)),
      )
      .orderBy('first_published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    found.push(...rows.map(toCandidate))
  }
  return found.sort(newestFirst).slice(0, limit)
}

const toCandidate = (row: { id: string; group_id: string; first_published_at: string }): Candidate => ({
  storyId: row.id as StoryId,
  groupId: row.group_id as StoryGroupId,
  publishedAt: row.first_published_at as Instant,
})

/** The newest stories of a section and of what lies under it that came out before another story. */
export async function olderStoriesIn(
  db: EditionDb,
  list: `section:${string}`,
  { language, before, limit }: { language: Language; before: ListPosition; limit: number },
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('listings')
    .innerJoin('stories', 'stories.id', 'listings.story_id')
    .select(['stories.id', 'stories.group_id', 'stories.first_published_at'])
    .where('listings.list', '=', list)
    .where('listings.language', '=', language)
    .where((where) =>
      where(
        where.refTuple('listings.published_at', 'listings.story_id'),
        '<',
        where.tuple(before.publishedAt, before.storyId),
      ),
    )
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.story_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toCandidate)
}

/** Newer stories before older ones; of two of the same minute, always the same one first. */
export const newestFirst = (one: Candidate, other: Candidate): number =>
  one.publishedAt === other.publishedAt
    ? Number(one.storyId < other.storyId) - Number(one.storyId > other.storyId)
    : Number(one.publishedAt < other.publishedAt) - Number(one.publishedAt > other.publishedAt)
