import { portions } from '../database/portions.ts'
import type { EventId, StoryId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import type { Month } from '../time.ts'
import { entryTags, withFamilies } from './apply-record-touched.ts'
import type { EditionTx } from './edition-db.ts'
import { LATEST, showing } from './record-stories.ts'
import { eventStoriesTag, RECORD, recordMonthTag, storyRecordTag, type Tag } from './tags.ts'

/**
 * The tags of everything that leads to the stories of these events: the events' own pages with those of their wholes and
 * parts, their actors, places and months, which count stories, and the latest stories themselves. However many stories
 * an event has, no more of them are touched than lead on to newer ones.
 *
 * @param changed events that a story came to or left, as often as one did
 */
export async function tagsOfStoryLists(tx: EditionTx, changed: readonly EventId[]): Promise<Set<Tag>> {
  const tags = new Set<Tag>()
  if (changed.length === 0) return tags
  tags.add(RECORD)
  for (const some of portions([...(await withFamilies(tx, [...new Set(changed)]))])) {
    for (const tag of await tagsOfLists(tx, some)) tags.add(tag)
  }
  for (const [eventId, times] of Map.groupBy(changed, (id) => id)) {
    for (const id of await latestOf(tx, eventId, LATEST + times.length)) tags.add(storyRecordTag(id))
  }
  return tags
}

async function tagsOfLists(tx: EditionTx, events: readonly EventId[]): Promise<Set<Tag>> {
  const months = await tx.selectFrom('events').select('month').distinct().where('id', 'in', events).execute()
  const shown = [
    ...(await tx.selectFrom('event_actors').select('actor_id as id').where('event_id', 'in', events).execute()),
    ...(await tx.selectFrom('event_places').select('place_id as id').where('event_id', 'in', events).execute()),
  ]
  return new Set([
    ...events.map(eventStoriesTag),
    ...months.flatMap(({ month }) => (month === null ? [] : [recordMonthTag(month as Month)])),
    ...entryTags(shown.map(({ id }) => id as EntryId)),
  ])
}

/** The latest stories of an event in each language. As many more as came to it have just left the latest twenty. */
async function latestOf(tx: EditionTx, eventId: EventId, limit: number): Promise<StoryId[]> {
  const ids = [...new Set((await showing(tx, [eventId])).map(({ storyId }) => storyId))]
  const found: { id: string; language: string; first_published_at: string }[] = []
  for (const some of portions(ids)) {
    const rows = await tx
      .selectFrom('stories')
      .select(['id', 'language', 'first_published_at'])
      .where('id', 'in', some)
      .execute()
    found.push(...rows)
  }
  const rank = ({ first_published_at: at, id }: (typeof found)[number]) => `${at} ${id}`
  const newestFirst = found.sort((one, other) => (rank(one) < rank(other) ? 1 : -1))
  return [...Map.groupBy(newestFirst, ({ language }) => language).values()].flatMap((stories) =>
    stories.slice(0, limit).map(({ id }) => id as StoryId),
  )
}
