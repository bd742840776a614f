import { portions } from '../../database/portions.ts'
import type { Actor } from '../../record/actor.ts'
import { entryTypeOf } from '../../record/entry-links.ts'
import type { EntryId } from '../../record/entry.ts'
import type { RecordEvent } from '../../record/event.ts'
import type { Name } from '../../record/names.ts'
import type { Place } from '../../record/place.ts'
import type { Source } from '../../record/source.ts'
import type { EditionDb, EditionTx } from '../edition-db.ts'
import { eventDocument, namedDocument, type SearchDocument, sourceDocument } from './search-document.ts'

type Table = 'events' | 'actors' | 'places' | 'sources'

/** What the search should hold of these entries: nothing of one that was withdrawn, erased, or told twice. */
export async function entryDocuments(tx: EditionTx, ids: readonly EntryId[]): Promise<SearchDocument[]> {
  const of = (type: ReturnType<typeof entryTypeOf>) => ids.filter((id) => entryTypeOf(id) === type)
  const actors = await standing<Actor>(tx, 'actors', of('actor'))
  const places = await standing<Place>(tx, 'places', of('place'))
  const sources = await standing<Source>(tx, 'sources', of('source'))
  return [
    ...[...actors].map(([id, actor]) => namedDocument(id, 'actor', actor)),
    ...[...places].map(([id, place]) => namedDocument(id, 'place', place)),
    ...[...sources].map(([id, source]) => sourceDocument(id, source)),
    ...(await eventDocuments(tx, of('event'))),
  ]
}

/** The entries that stand for themselves, by their id. */
export async function standing<Content>(
  db: EditionDb,
  table: Table,
  ids: readonly string[],
): Promise<Map<string, Content>> {
  const found = new Map<string, Content>()
  for (const some of portions(ids)) {
    const rows = await db
      .selectFrom(table as 'places')
      .select(['id', 'content'])
      .where('id', 'in', some)
      .where('status', '=', 'live')
      .where('merged_into', 'is', null)
      .orderBy('id')
      .execute()
    for (const { id, content } of rows) found.set(id, JSON.parse(content) as Content)
  }
  return found
}

async function eventDocuments(tx: EditionTx, ids: readonly string[]): Promise<SearchDocument[]> {
  const events = await standing<RecordEvent>(tx, 'events', ids)
  if (events.size === 0) return []
  const shown = [...events.keys()]
  const links = [
    ...(await tx
      .selectFrom('event_actors')
      .select(['event_id', 'actor_id as named'])
      .where('event_id', 'in', shown)
      .execute()),
    ...(await tx
      .selectFrom('event_places')
      .select(['event_id', 'place_id as named'])
      .where('event_id', 'in', shown)
      .execute()),
  ]
  const namedIds = [...new Set(links.map(({ named }) => named))]
  const named = new Map<string, Actor | Place>([
    ...(await standing<Actor>(tx, 'actors', namedIds)),
    ...(await standing<Place>(tx, 'places', namedIds)),
  ])
  const linksOf = Map.groupBy(links, (link) => link.event_id)
  return [...events].map(([id, event]) => {
    const ids = (linksOf.get(id) ?? []).map((link) => link.named).sort()
    return eventDocument(
      id,
      event,
      ids.flatMap((one): readonly Name[] => named.get(one)?.names ?? []),
    )
  })
}
