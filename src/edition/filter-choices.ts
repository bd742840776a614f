import type { Actor } from '../record/actor.ts'
import { displayName } from '../record/display-name.ts'
import type { Place } from '../record/place.ts'
import type { Language } from '../story/story.ts'
import type { EditionDb } from './edition-db.ts'

/** A form that offers more names than this is no help to anybody, and no page should carry them. */
const MOST = 200

/** The places and actors with the most events, by name: what a search of the record offers while somebody types. */
export async function filterChoices(
  db: EditionDb,
  language: Language,
): Promise<{ places: string[]; actors: string[] }> {
  const places = await db
    .selectFrom('places')
    .innerJoin(
      (from) =>
        from
          .selectFrom('event_places')
          .select((select) => ['place_id', select.fn.countAll<number>().as('events')])
          .groupBy('place_id')
          .orderBy('events', 'desc')
          .orderBy('place_id')
          .limit(MOST)
          .as('most'),
      (join) => join.onRef('most.place_id', '=', 'places.id'),
    )
    .select('places.content')
    .execute()
  const actors = await db
    .selectFrom('actors')
    .innerJoin(
      (from) =>
        from
          .selectFrom('event_actors')
          .select((select) => ['actor_id', select.fn.countAll<number>().as('events')])
          .groupBy('actor_id')
          .orderBy('events', 'desc')
          .orderBy('actor_id')
          .limit(MOST)
          .as('most'),
      (join) => join.onRef('most.actor_id', '=', 'actors.id'),
    )
    .select('actors.content')
    .execute()
  return {
    places: byName(places.map(({ content }) => displayName((JSON.parse(content) as Place).names, language))),
    actors: byName(actors.map(({ content }) => displayName((JSON.parse(content) as Actor).names, language))),
  }
}

const byName = (names: readonly string[]): string[] =>
  [...new Set(names)].sort((one, other) => one.localeCompare(other))
