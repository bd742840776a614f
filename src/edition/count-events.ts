import type { PlaceId } from '../ids.ts'
import type { EditionDb } from './edition-db.ts'

/** How many events the record lists in a place, or in anything that lies in it. */
export async function countEventsAt(db: EditionDb, placeId: PlaceId): Promise<number> {
  const { events } = await db
    .selectFrom('event_places')
    .select((select) => select.fn.countAll().as('events'))
    .where('place_id', '=', placeId)
    .where('listed_on', '>', '')
    .executeTakeFirstOrThrow()
  return Number(events)
}
