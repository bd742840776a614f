import type { ActorId, EventId, PlaceId } from '../ids.ts'
import type { Name, Translated } from '../record/names.ts'
import type { EditionDb } from './edition-db.ts'

/** What an entry is called, and the last part of its page's address. */
export interface NamedEntry {
  readonly slug: string
  /** Of an event. */
  readonly titles: Translated
  /** Of an actor or a place. */
  readonly names: readonly Name[]
}

interface IdOf {
  readonly event: EventId
  readonly actor: ActorId
  readonly place: PlaceId
}

const TABLE = { event: 'events', actor: 'actors', place: 'places' } as const

/**
 * What entries of one type are called. One that turned out to be another is called like that one; one that readers do not
 * have, or have no more, is left out.
 */
export async function entryNames<Type extends keyof IdOf>(
  db: EditionDb,
  type: Type,
  ids: readonly IdOf[Type][],
): Promise<Map<IdOf[Type], NamedEntry>> {
  const known = new Map<IdOf[Type], NamedEntry>()
  let asked = new Map<string, IdOf[Type]>(ids.map((id) => [id, id]))
  const passed = new Set<string>()
  while (asked.size > 0) {
    const merged = new Map<string, IdOf[Type]>()
    for (const row of await rowsOf(db, type, [...asked.keys()])) {
      const id = asked.get(row.id)
      passed.add(row.id)
      if (id === undefined) continue
      if (row.merged_into !== null && !passed.has(row.merged_into)) merged.set(row.merged_into, id)
      else if (row.status === 'live') known.set(id, { slug: row.slug, ...wordsOf(row.content) })
    }
    asked = merged
  }
  return known
}

const rowsOf = (db: EditionDb, type: keyof IdOf, ids: readonly string[]) =>
  db
    .selectFrom(TABLE[type] as 'events')
    .select(['id', 'slug', 'status', 'merged_into', 'content'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()

function wordsOf(content: string): Omit<NamedEntry, 'slug'> {
  const { titles = {}, names = [] } = JSON.parse(content) as Partial<NamedEntry>
  return { titles, names }
}
