import type { PlaceId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { GeoPoint, Where } from '../../record/where.ts'
import type { MapMark } from '../../story/document.ts'
import { boundsOfCountry } from '../figures/atlas.ts'
import { distanceKm } from '../figures/map-frame.ts'
import type { MapLine, MapSketch, ShadedCountry } from '../figures/map-sketch.ts'
import { message } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import { placeNameOf, type Told } from './record-names.ts'
import { BEARINGS, nearKm, whereWords } from './where-words.ts'

/** Kilometres to one degree of latitude. */
const DEGREE_KM = 111.2
/** A map shows at least this much ground on each side of what it is about, in degrees. */
const ROOM = 0.9
/** How far an area without a known border is drawn at least: a district, a region; in kilometres. */
const AREA_KM = { 5: 40, 6: 90 } as const

interface Shapes {
  readonly marks: readonly MapMark[]
  readonly lines: readonly MapLine[]
  readonly discs: readonly MapMark[]
  readonly shaded: readonly ShadedCountry[]
}

const NOTHING: Shapes = { marks: [], lines: [], discs: [], shaded: [] }

/** What a map of these events shows; null where nothing of them can be drawn. */
export function eventSketch(told: Told, events: readonly EntryOf<'event'>[]): MapSketch | null {
  const all = events.map((event) => shapesOf(told, event))
  const shapes: Shapes = {
    marks: distinct(all.flatMap(({ marks }) => marks)),
    lines: all.flatMap(({ lines }) => lines),
    discs: distinct(all.flatMap(({ discs }) => discs)),
    shaded: all.flatMap(({ shaded }) => shaded),
  }
  const bounds = boundsOf(shapes)
  return bounds && { kind: 'map', bounds, ...shapes }
}

/**
 * A place without a point in its country: a disc without an edge around what the record knows in it, else the country as
 * a whole. Null for what lies in no country.
 */
export function placeSketch(told: Told, { id, content: { kind, country } }: EntryOf<'place'>): MapSketch | null {
  const label = placeNameOf(told, id) ?? ''
  const points = kind === 'country' ? [] : pointsWithin(told, id)
  const shapes: Shapes =
    points.length > 0
      ? { ...NOTHING, discs: [{ label, ...discAround(points, kind === 'adm1' ? AREA_KM[6] : AREA_KM[5]) }] }
      : { ...NOTHING, shaded: country ? [{ label, country }] : [] }
  const whole = country ? boundsOf({ ...NOTHING, shaded: [{ label, country }] }) : null
  const near = boundsOf(shapes)
  const bounds = whole && near ? boxOf([whole, near]) : (near ?? whole)
  return bounds && { kind: 'map', bounds, ...shapes }
}

/** Two events in one town are one dot. */
const distinct = (marks: readonly MapMark[]): MapMark[] => [
  ...new Map(marks.map((mark) => [`${mark.lat} ${mark.lon} ${mark.radiusKm} ${mark.label}`, mark])).values(),
]

/** record.md 1.7: each precision has its shape. */
function shapesOf(told: Told, { content: { where, type } }: EntryOf<'event'>): Shapes {
  const what = message(told.language, `event.type.${type}`)
  switch (where.precision) {
    case 1:
    case 2:
      return pointShape(told, where) ?? areaShape(told, where, what)
    case 3:
      return nearShape(told, where, what) ?? areaShape(told, where, what)
    case 4:
      return lineShape(told, where, what) ?? areaShape(told, where, what)
    case 5:
    case 6:
      return areaShape(told, where, what)
    case 7:
      return countryShape(told, where, what)
    case 8:
      return NOTHING
  }
}

/** A place's own point. What might lead somebody to a person has none that we show. */
function pointOf({ set }: Told, id: PlaceId | undefined, where: Where): GeoPoint | null {
  return id === undefined || where.isSensitive === true ? null : (set.places.get(id)?.content.point ?? null)
}

const dot = (told: Told, id: PlaceId, point: GeoPoint): MapMark => ({
  label: placeNameOf(told, id) ?? '',
  lat: point.lat,
  lon: point.lon,
  radiusKm: null,
})

function pointShape(told: Told, where: Where): Shapes | null {
  const point = pointOf(told, where.placeId, where)
  return point && { ...NOTHING, marks: [dot(told, where.placeId, point)] }
}

/** A dashed circle, in the direction and at the distance that were stated, with the settlement it is told from. */
function nearShape(told: Told, where: Where, what: string): Shapes | null {
  const point = pointOf(told, where.placeId, where)
  if (!point) return null
  const km = nearKm(where)
  const centre = where.direction ? offset(point, BEARINGS[where.direction], where.distanceKm ?? km) : point
  const label = message(told.language, 'precision.circleLabel', { what, km: Math.round(km) })
  return { ...NOTHING, marks: [dot(told, where.placeId, point), { label, ...centre, radiusKm: km }] }
}

/** The point so many kilometres away, on a flat neighbourhood: good to a few per cent where circles are drawn at all. */
function offset({ lat, lon }: GeoPoint, bearing: number, km: number): GeoPoint {
  const angle = (bearing * Math.PI) / 180
  const east = (km * Math.sin(angle)) / (DEGREE_KM * Math.cos((lat * Math.PI) / 180))
  return { lat: lat + (km * Math.cos(angle)) / DEGREE_KM, lon: lon + east }
}

function lineShape(told: Told, where: Where, what: string): Shapes | null {
  const [from, to] = [pointOf(told, where.placeId, where), pointOf(told, where.place2Id, where)]
  if (!from || !to || where.place2Id === undefined) return null
  return {
    ...NOTHING,
    marks: [dot(told, where.placeId, from), dot(told, where.place2Id, to)],
    lines: [{ label: what, from, to }],
  }
}

/**
 * A disc without an edge around the settlements of the area that the record knows; the whole country where it knows
 * none. The middle of a region is nowhere that anything happened, and is never a point.
 */
function areaShape(told: Told, where: Where, what: string): Shapes {
  const points = where.isSensitive === true ? [] : pointsWithin(told, where.placeId)
  if (points.length === 0) return countryShape(told, where, what)
  const label = `${what}: ${whereWords(told, where).split(comma(told.language))[0] ?? ''}`
  return { ...NOTHING, discs: [{ label, ...discAround(points, where.precision >= 6 ? AREA_KM[6] : AREA_KM[5]) }] }
}

/** A disc that holds all of them, and is so large at least. */
function discAround(points: readonly GeoPoint[], least: number): GeoPoint & { readonly radiusKm: number } {
  const centre = { lat: mean(points.map(({ lat }) => lat)), lon: mean(points.map(({ lon }) => lon)) }
  return { ...centre, radiusKm: Math.max(least, ...points.map((point) => distanceKm(centre, point) + least / 3)) }
}

/** The points of a place and of everything that lies in it. */
function pointsWithin({ set }: Told, id: PlaceId): GeoPoint[] {
  const inside = new Set<PlaceId>([id])
  // Places may stand in any order: another round while somebody new came in.
  for (let before = 0; before !== inside.size; ) {
    before = inside.size
    for (const place of set.places.values()) {
      if (place.content.parentId !== null && inside.has(place.content.parentId)) inside.add(place.id)
    }
  }
  return [...inside].flatMap((place) => set.places.get(place)?.content.point ?? [])
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function countryShape({ set }: Told, { placeId }: Where, what: string): Shapes {
  const country = set.places.get(placeId)?.content.country
  return country ? { ...NOTHING, shaded: [{ label: what, country }] } : NOTHING
}

type Bounds = MapSketch['bounds']

/** The box around a circle, in degrees. */
function around({ lat, lon }: GeoPoint, km: number): Bounds {
  const [tall, wide] = [km / DEGREE_KM, km / (DEGREE_KM * Math.cos((lat * Math.PI) / 180))]
  return [lon - wide, lat - tall, lon + wide, lat + tall]
}

/** Everything that is drawn, with room around it; null when that is nothing. */
function boundsOf({ marks, lines, discs, shaded }: Shapes): Bounds | null {
  const near = [
    ...[...marks, ...discs].map((mark) => around(mark, mark.radiusKm ?? 0)),
    ...lines.flatMap(({ from, to }) => [around(from, 0), around(to, 0)]),
  ].map(([west, south, east, north]): Bounds => [west - ROOM, south - ROOM, east + ROOM, north + ROOM])
  const whole = shaded.flatMap(({ country }) => {
    const box = boundsOfCountry(country)
    return box ? [box] : []
  })
  const all = [...near, ...whole]
  return all.length === 0 ? null : boxOf(all)
}

/** The box that holds them all. */
function boxOf(boxes: readonly Bounds[]): Bounds {
  const side = (index: 0 | 1 | 2 | 3) => boxes.map((box) => box[index])
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))]
}
