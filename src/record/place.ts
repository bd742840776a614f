import type { PlaceId } from '../ids.ts'
import type { Name } from './names.ts'
import type { GeoPoint } from './where.ts'

export const PLACE_KINDS = [
  'country',
  'adm1',
  'adm2',
  'adm3',
  'settlement',
  'neighbourhood',
  'site',
  'natural-feature',
  'route',
  'water',
  'border-area',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A place of the newsroom's own gazetteer. */
export interface Place {
  /** The last part of its address: `/record/place/tinzaouaten`. */
  readonly slug: string
  readonly names: readonly Name[]
  readonly kind: PlaceKind
  /** The place it lies in; never itself, nor anything that lies in it. */
  readonly parentId: PlaceId | null
  /** ISO 3166-1 alpha-2; null for what belongs to none, or to several. */
  readonly country: string | null
  /** ISO 3166-2 of the first-level area, `ML-8`. */
  readonly adm1: string | null
  readonly codes: readonly { readonly scheme: 'geonames' | 'wikidata' | 'pcode' | 'cldr'; readonly value: string }[]
  /** A settlement's or a site's own point; never the centroid of an area. */
  readonly point: GeoPoint | null
  /** Where the point comes from: "GeoNames", "own, from imagery". */
  readonly coordinateSource: string | null
  /** Internal: readers never get the point. */
  readonly isSensitive?: boolean
  /** Where this one turned out to be another one twice. */
  readonly mergedInto?: PlaceId
}
