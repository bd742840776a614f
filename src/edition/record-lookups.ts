import type { ActorId, ClaimId, EventId, PlaceId, SourceId } from '../ids.ts'
import type { EditionDb } from './edition-db.ts'
import { TABLE_OF } from './record-shelf.ts'

/** The types of entry that have an address with a slug, and their ids. */
interface Slugged {
  readonly event: EventId
  readonly actor: ActorId
  readonly place: PlaceId
  readonly source: SourceId
}

/** What stands at a slug: an entry, or the way to where it went. */
export type AtSlug<Type extends keyof Slugged> =
  | { readonly kind: 'found'; readonly id: Slugged[Type] }
  | { readonly kind: 'moved'; readonly slug: string }

/**
 * Looks a slug up. The entry that has it now comes first, then the one that had it last; an entry that turned out to be
 * another one leads to that one.
 */
export async function findBySlug<Type extends keyof Slugged>(
  db: EditionDb,
  type: Type,
  slug: string,
): Promise<AtSlug<Type> | undefined> {
  const known = await db
    .selectFrom('record_slugs')
    .innerJoin(`${TABLE_OF[type] as 'events'} as entry`, 'entry.id', 'record_slugs.id')
    .select(['entry.id', 'entry.slug', 'entry.merged_into'])
    .where('record_slugs.type', '=', type)
    .where('record_slugs.slug', '=', slug)
    .orderBy('record_slugs.sequence', 'desc')
    .execute()
  const first = known.find((entry) => entry.slug === slug) ?? known.at(0)
  if (!first) return undefined
  const standing = await standingFor(db, type, first)
  return standing.slug === slug
    ? { kind: 'found', id: standing.id as Slugged[Type] }
    : { kind: 'moved', slug: standing.slug }
}

interface Standing {
  readonly id: string
  readonly slug: string
  readonly merged_into: string | null
}

/** The entry that counts, where one was told twice. */
async function standingFor(db: EditionDb, type: keyof Slugged, from: Standing): Promise<Standing> {
  const passed = new Set<string>()
  let standing = from
  while (standing.merged_into !== null && !passed.has(standing.id)) {
    passed.add(standing.id)
    const next = await db
      .selectFrom(TABLE_OF[type] as 'events')
      .select(['id', 'slug', 'merged_into'])
      .where('id', '=', standing.merged_into)
      .executeTakeFirst()
    if (!next) break
    standing = next
  }
  return standing
}

/** The event that a claim is about; undefined when readers know of no such claim. */
export async function claimsEvent(db: EditionDb, claimId: ClaimId): Promise<EventId | undefined> {
  const row = await db.selectFrom('claims').select('event_id').where('id', '=', claimId).executeTakeFirst()
  return row?.event_id as EventId | undefined
}
