import type { ActorId, EventId, PlaceId } from '../ids.ts'
import type { LocalDate } from '../time.ts'
import type { EditionDb } from './edition-db.ts'

/** How many of the newest events, by the day they began: up to a day, or, where that is null, up to the last. */
export interface NewestEvents {
  readonly until: LocalDate | null
  readonly limit: number
}

/** Later than any day that an event can have. */
const LAST_DAY = '9999-12-31' as LocalDate

/** The newest events in which an actor took part or was hurt; `withBelonging` adds those of who belonged to it then. */
export async function newestEventsOfActor(
  db: EditionDb,
  actorId: ActorId,
  { until, limit, withBelonging }: NewestEvents & { readonly withBelonging: boolean },
): Promise<EventId[]> {
  const rows = await db
    .selectFrom('event_actors')
    .select('event_id')
    .where('actor_id', '=', actorId)
    .where('listed_on', '<=', until ?? LAST_DAY)
    .where('how', 'in', withBelonging ? ['part', 'victim', 'root'] : ['part', 'victim'])
    .orderBy('listed_on', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.event_id as EventId)
}

/** The newest events that happened in a place or in anything that lies there. */
export async function newestEventsOfPlace(
  db: EditionDb,
  placeId: PlaceId,
  { until, limit }: NewestEvents,
): Promise<EventId[]> {
  const rows = await db
    .selectFrom('event_places')
    .select('event_id')
    .where('place_id', '=', placeId)
    .where('listed_on', '<=', until ?? LAST_DAY)
    .orderBy('listed_on', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.event_id as EventId)
}
