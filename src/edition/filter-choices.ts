import type { Actor } from '../record/actor.ts'
import { displayName } from '../record/display-name.ts'
import type { Place } from '../record/place.ts'
import type { Language } from '../story/story.ts'
import type { EditionDb } from './edition-db.ts'

/** Names are offered from the newest events: what readers look for, and a bounded look however large the record is. */
const EVENTS = 300
/** More names than this help nobody, and no page should carry them. */
const MOST = 200

/** The places and actors of the newest events, by name: what a search of the record offers while somebody types. */
export async function filterChoices(
  db: EditionDb,
  language: Language,
): Promise<{ places: string[]; actors: string[] }> {
  const newest = await db
    .selectFrom('events')
    .select('id')
    .where('listed_on', '>', '')
    .orderBy('listed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(EVENTS)
    .execute()
  if (newest.length === 0) return { places: [], actors: [] }
  const ids = newest.map(({ id }) => id)
  const places = await db
    .selectFrom('places')
    .select('content')
    .where('id', 'in', (select) => select.selectFrom('event_places').select('place_id').where('event_id', 'in', ids))
    .where('merged_into', 'is', null)
    .limit(MOST)
    .execute()
  const actors = await db
    .selectFrom('actors')
    .select('content')
    .where('id', 'in', (select) => select.selectFrom('event_actors').select('actor_id').where('event_id', 'in', ids))
    .where('merged_into', 'is', null)
    .limit(MOST)
    .execute()
  return {
    places: byName(places.map(({ content }) => displayName((JSON.parse(content) as Place).names, language))),
    actors: byName(actors.map(({ content }) => displayName((JSON.parse(content) as Actor).names, language))),
  }
}

const byName = (names: readonly string[]): string[] =>
  [...new Set(names)].sort((one, other) => one.localeCompare(other))
