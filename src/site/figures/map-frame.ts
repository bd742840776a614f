import { geoDistance, geoMercator, type GeoProjection } from 'd3-geo'
import type { MapPicture } from '../../story/document.ts'

/** The drawing's own size; all maps have the proportions of the stylesheet's frame, 7 to 4. */
export const MAP_WIDTH = 420
export const MAP_HEIGHT = 240

const EARTH_RADIUS_KM = 6371
/** Ground kept free around what the desk asked for, in the drawing's units. */
const MARGIN = 8
/** A closer look would show the coarseness of the borders as if it were knowledge, in degrees. */
const SMALLEST_SPAN = 0.4
/** Mercator has no poles; nobody lives beyond this latitude, in degrees. */
const MOST_NORTHERN = 80

export type Point = readonly [x: number, y: number]

/** Fits a map's bounds into the frame; the frame shows more than the bounds on two of its sides. */
export function mapProjection({ bounds }: Pick<MapPicture, 'bounds'>): GeoProjection {
  const [west, southGiven, eastGiven, northGiven] = bounds
  const east = eastGiven < west ? eastGiven + 360 : eastGiven
  const [south, north] = [withinMercator(southGiven), withinMercator(northGiven)]
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  const halfWidth = Math.max(east - west, SMALLEST_SPAN) / 2
  const halfHeight = Math.max(north - south, SMALLEST_SPAN) / 2
  const corners = [
    [lon - halfWidth, lat - halfHeight],
    [lon + halfWidth, lat + halfHeight],
  ]
  return geoMercator()
    .rotate([-lon, 0])
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [MAP_WIDTH - MARGIN, MAP_HEIGHT - MARGIN],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [0, 0],
      [MAP_WIDTH, MAP_HEIGHT],
    ])
    .precision(0)
}

const withinMercator = (lat: number): number => Math.min(MOST_NORTHERN, Math.max(-MOST_NORTHERN, lat))

/** The ground that the whole frame shows. */
export function frameBounds(projection: GeoProjection): MapPicture['bounds'] {
  const [west = -180, north = 85] = projection.invert?.([0, 0]) ?? []
  const [east = 180, south = -85] = projection.invert?.([MAP_WIDTH, MAP_HEIGHT]) ?? []
  const isWholeWorld = MAP_WIDTH >= 2 * Math.PI * projection.scale()
  return isWholeWorld ? [-180, south, 180, north] : [west, south, east, north]
}

/** Kilometres on the ground to one unit of the drawing, around a place. Mercator stretches away from the equator. */
export function kmPerUnit(projection: GeoProjection, [x, y]: Point): number {
  const left = projection.invert?.([x - 1, y])
  const right = projection.invert?.([x + 1, y])
  return left && right ? (geoDistance(left, right) * EARTH_RADIUS_KM) / 2 : 1
}

/** Great-circle distance in kilometres. */
export const distanceKm = (from: Readonly<LonLat>, to: Readonly<LonLat>): number =>
  geoDistance([from.lon, from.lat], [to.lon, to.lat]) * EARTH_RADIUS_KM

export interface LonLat {
  readonly lon: number
  readonly lat: number
}
