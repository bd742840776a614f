import type { PlaceId } from '../ids.ts'

export type CompassDirection = 'N' | 'NE' | 'E' | 'SE' | 'S' | 'SW' | 'W' | 'NW'

/**
 * How exactly a place is known: 1 exact site, 2 settlement or named feature, 3 near or in a direction from a settlement,
 * 4 between two places or along a route, 5 second- or third-level area, 6 first-level area, 7 country only,
 * 8 water or airspace.
 */
export type WherePrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Where something happened, as exactly as it was stated and no more. */
export interface Where {
  readonly placeId: PlaceId
  readonly relation: 'at' | 'near' | 'between' | 'on-route' | 'within' | 'off'
  readonly direction?: CompassDirection
  readonly distanceKm?: number
  /** The other end, for `between` and `on-route`. */
  readonly place2Id?: PlaceId
  readonly radiusM?: number
  readonly precision: WherePrecision
  /** How we know. */
  readonly basis: string | null
  /** Internal: the exact point could lead somebody to a person. Readers get the place's surroundings only. */
  readonly isSensitive?: boolean
}

/** Decimal degrees, WGS 84. */
export interface GeoPoint {
  readonly lat: number
  readonly lon: number
}
