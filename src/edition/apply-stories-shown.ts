import { portions } from '../database/portions.ts'
import type { EventId, StoryId } from '../ids.ts'
import { eventsIn, figuresIn } from '../story/figures.ts'
import type { PublicStory } from '../story/public-story.ts'
import { tagsOfStoryLists } from './apply-stories-listed.ts'
import type { EditionTx } from './edition-db.ts'
import type { Tag } from './tags.ts'

/**
 * Notes what each of these stories shows of the record: the claims that its words state, the events that it draws.
 *
 * @param live those of the stories that readers have
 * @param before what `eventsShown` said before the stories were written
 * @returns the tags of what leads to a story that shows it: of events that a story came to or left, of their wholes and
 *   parts, and of the latest stories of those events, which lead on to newer ones
 */
export async function replaceShown(
  tx: EditionTx,
  ids: readonly StoryId[],
  live: readonly PublicStory[],
  before: ReadonlySet<string>,
): Promise<ReadonlySet<Tag>> {
  await tx.deleteFrom('story_claims').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('story_events').where('story_id', 'in', ids).execute()
  const claims = live.flatMap(({ id, body }) =>
    [...new Set(figuresIn(body).map(({ claimId }) => claimId))].map((claimId) => ({ story_id: id, claim_id: claimId })),
  )
  const events = live.flatMap(({ id, body }) => eventsIn(body).map((eventId) => ({ story_id: id, event_id: eventId })))
  for (const some of portions(claims)) await tx.insertInto('story_claims').values(some).execute()
  for (const some of portions(events)) await tx.insertInto('story_events').values(some).execute()
  // Most stories show nothing of it, and are not asked again.
  const after = claims.length + events.length > 0 ? await eventsShown(tx, ids) : new Set<string>()
  const changed = [...before, ...after]
    .filter((pair) => before.has(pair) !== after.has(pair))
    .map((pair) => pair.slice(pair.indexOf(' ') + 1) as EventId)
  return tagsOfStoryLists(tx, changed)
}

/** Which of these stories shows which event, as "story event". */
export async function eventsShown(tx: EditionTx, ids: readonly StoryId[]): Promise<Set<string>> {
  const stated = tx
    .selectFrom('story_claims')
    .innerJoin('claims', 'claims.id', 'story_claims.claim_id')
    .select(['story_claims.story_id', 'claims.event_id'])
    .where('story_claims.story_id', 'in', ids)
  const shown = await tx
    .selectFrom('story_events')
    .select(['story_id', 'event_id'])
    .where('story_id', 'in', ids)
    .unionAll(stated)
    .execute()
  return new Set(shown.map((row) => `${row.story_id} ${row.event_id}`))
}
