import { portions } from '../database/portions.ts'
import type { EventId, StoryId } from '../ids.ts'
import type { Language } from '../story/story.ts'
import type { EditionDb } from './edition-db.ts'
import { COLUMNS_LISTED, type ListedStory, toListed } from './listed-stories.ts'

/** How many of an event's stories, the newest, its page lists; these lead on from one to the newer ones. */
export const LATEST = 20

/** Stories in a language that show one of these events, or mark a claim about one; the newest first. */
export async function storiesOfEvents(
  db: EditionDb,
  eventIds: readonly EventId[],
  language: Language,
  limit: number,
): Promise<ListedStory[]> {
  const ids = [...new Set((await showing(db, eventIds)).map(({ storyId }) => storyId))]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('stories')
    .select(COLUMNS_LISTED)
    .where('stories.id', 'in', ids)
    .where('stories.language', '=', language)
    .orderBy('stories.first_published_at', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toListed)
}

/** Those of these stories that readers have, in the order of the ids. */
export async function listedStoriesById(db: EditionDb, ids: readonly StoryId[]): Promise<ListedStory[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('stories').select(COLUMNS_LISTED).where('stories.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, toListed(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many stories in a language show each of these events, or mark a claim about it; events without any are left out. */
export async function countStories(
  db: EditionDb,
  eventIds: readonly EventId[],
  language: Language,
): Promise<Map<EventId, number>> {
  const shown = await showing(db, eventIds)
  if (shown.length === 0) return new Map()
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('id', 'in', [...new Set(shown.map(({ storyId }) => storyId))])
    .where('language', '=', language)
    .execute()
  const readable = new Set(rows.map(({ id }) => id))
  const byEvent = Map.groupBy(
    shown.filter(({ storyId }) => readable.has(storyId)),
    ({ eventId }) => eventId,
  )
  return new Map([...byEvent].map(([eventId, some]) => [eventId, new Set(some.map(({ storyId }) => storyId)).size]))
}

export interface Showing {
  readonly eventId: EventId
  readonly storyId: StoryId
}

/** Which stories show these events: by boxes, timelines and maps, and by marks on claims. */
export async function showing(db: EditionDb, eventIds: readonly EventId[]): Promise<Showing[]> {
  if (eventIds.length === 0) return []
  const boxes = await db.selectFrom('story_events').selectAll().where('event_id', 'in', eventIds).execute()
  const claims = await db.selectFrom('claims').select(['id', 'event_id']).where('event_id', 'in', eventIds).execute()
  const eventOf = new Map(claims.map((claim) => [claim.id, claim.event_id as EventId]))
  const found = boxes.map((box) => ({ eventId: box.event_id as EventId, storyId: box.story_id as StoryId }))
  for (const some of portions([...eventOf.keys()])) {
    const marks = await db.selectFrom('story_claims').selectAll().where('claim_id', 'in', some).execute()
    for (const mark of marks) {
      const eventId = eventOf.get(mark.claim_id)
      if (eventId !== undefined) found.push({ eventId, storyId: mark.story_id as StoryId })
    }
  }
  return found
}
