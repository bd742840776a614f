import type { PlaceId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import { foldName } from '../../record/name-folding.ts'
import type { Place } from '../../record/place.ts'
import { entriesById } from '../../store/record-log.ts'
import { idsNamed, idsNamedLike } from '../../store/record-names.ts'
import { type Gazetteer, GEONAMES_CREDIT, type GeonamesPlace } from '../gazetteer.ts'
import type { Newsroom } from '../newsroom.ts'

/** A place that could be meant, and who knows it: the newsroom itself, or GeoNames. */
export type PlaceHit =
  | { readonly source: 'own'; readonly id: PlaceId; readonly place: Place }
  | ({ readonly source: 'geonames' } & GeonamesPlace)

export interface PlacesFound {
  /** The newsroom's own places first. */
  readonly hits: readonly PlaceHit[]
  /** To be shown wherever a hit of GeoNames is; null when there is none. */
  readonly credit: string | null
}

/**
 * Finds places by a name in any spelling: the newsroom's own first, by the same name, by a name that begins so, by the
 * same consonants in Latin or Arabic letters; then those of GeoNames that the newsroom has not made its own. It offers
 * and decides nothing.
 *
 * @param gazetteer GeoNames, where it was prepared
 * @param limit how many of each source
 */
export async function searchPlaces(
  { db }: Pick<Newsroom, 'db'>,
  { text, limit = 10 }: { text: string; limit?: number },
  gazetteer: Gazetteer | null,
): Promise<PlacesFound> {
  const ids = new Set([
    ...(await idsNamed(db, 'place', [text])),
    ...(await idsNamedLike(db, 'place', { start: text, limit })),
  ])
  const places = (await entriesById(db, [...ids]))
    .filter((entry): entry is EntryOf<'place'> => entry.type === 'place')
    .filter(({ content }) => content.mergedInto === undefined)
  const own = places
    .toSorted((one, other) => rankOf(one.content, text) - rankOf(other.content, text))
    .slice(0, limit)
    .map(({ id, content }): PlaceHit => ({ source: 'own', id, place: content }))
  const taken = new Set(places.flatMap(({ content }) => geonamesIdsOf(content)))
  const others = (await gazetteer?.search(text, limit + taken.size)) ?? []
  const geonames = others
    .filter(({ geonamesId }) => !taken.has(geonamesId))
    .slice(0, limit)
    .map((place): PlaceHit => ({ source: 'geonames', ...place }))
  return { hits: [...own, ...geonames], credit: geonames.length === 0 ? null : GEONAMES_CREDIT }
}

/** 0: this very name; 1: a name that begins so; 2: only the consonants are the same. */
function rankOf({ names }: Place, text: string): 0 | 1 | 2 {
  const wanted = foldName(text)
  const folds = names.map((name) => foldName(name.text))
  if (folds.includes(wanted)) return 0
  return folds.some((fold) => fold.startsWith(wanted)) ? 1 : 2
}

const geonamesIdsOf = ({ codes }: Place): string[] =>
  codes.filter(({ scheme }) => scheme === 'geonames').map(({ value }) => value)
