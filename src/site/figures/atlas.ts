import type { MultiLineString, MultiPolygon } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type { MultiPolygon as ArcMultiPolygon } from 'topojson-specification'
// 1:50m for a region. The finer 1:10m file is five times as large, and its Maldives are wound the wrong way round:
// they flood every map (world-atlas 2.0.2, November 2026). 1:110m for a continent and more.
import coarseWorld from 'world-atlas/countries-110m.json' with { type: 'json' }
import fineWorld from 'world-atlas/countries-50m.json' with { type: 'json' }
import { type CountryParts, partsOfCountries, type World } from './atlas-parts.ts'
import type { MapPicture } from '../../story/document.ts'

type Bounds = MapPicture['bounds']

/** A frame wider than this, in degrees, shows no more than the coarse borders hold. */
const WIDEST_FINE = 50

/**
 * How far off a border may be, in kilometres: what a fifth of a millimetre is on maps of these scales, 1:50m and 1:110m.
 */
const ROUGHNESS_KM = { fine: 10, coarse: 22 }

/** A country of which land may be seen in a frame. */
export interface Country {
  /** ISO 3166-1 numeric, `466`; undefined where Natural Earth's map has a country and the standard has none. */
  readonly code: string | undefined
  /** Natural Earth's English name. */
  readonly name: string
  /** The parts of it near the frame: Mali's map needs no Alaska. */
  readonly shape: MultiPolygon
}

/** What lies inside a frame: all land as one shape, the borders between countries, and the countries. */
export interface Land {
  readonly land: MultiPolygon
  readonly borders: MultiLineString
  readonly countries: readonly Country[]
  /** How far off a border may be, in kilometres. */
  readonly roughnessKm: number
}

/** The land that a frame may show. It reaches beyond the frame; whoever draws it cuts it. */
export function landWithin(frame: Bounds): Land {
  const detail = detailFor(frame)
  const { world, countries } = atlasOf(detail)
  const seen = countries.flatMap(({ code, name, parts }) => {
    const near = parts.filter(({ box }) => overlaps(box, frame))
    const arcs: ArcMultiPolygon = { type: 'MultiPolygon', arcs: near.map((part) => part.arcs) }
    return near.length > 0 ? [{ code, name, arcs }] : []
  })
  const geometries = seen.map(({ arcs }) => arcs)
  return {
    land: merge(world, geometries),
    borders: mesh(world, { type: 'GeometryCollection', geometries }, (left, right) => left !== right),
    countries: seen.map(({ code, name, arcs }) => ({ code, name, shape: feature(world, arcs).geometry })),
    roughnessKm: ROUGHNESS_KM[detail],
  }
}

/** ISO 3166-1's letters for its number: Unicode knows `466` as an alias of `ML`. */
export const regionOf = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : new Intl.Locale(`und-${code}`).region

/** The box around the largest piece of a country, by its ISO 3166-1 letters; undefined where the map has none. */
export function boundsOfCountry(region: string): Bounds | undefined {
  const country = atlasOf('coarse').countries.find(({ code }) => regionOf(code) === region)
  const extent = ([west, south, east, north]: Bounds) => (east - west) * (north - south)
  return country?.parts.map(({ box }) => box).toSorted((one, other) => extent(other) - extent(one))[0]
}

interface Atlas {
  readonly world: World
  readonly countries: readonly CountryParts[]
}

type Detail = keyof typeof ROUGHNESS_KM

function detailFor([west, , east]: Bounds): Detail {
  const width = west <= east ? east - west : east - west + 360
  return width > WIDEST_FINE ? 'coarse' : 'fine'
}

const opened = new Map<Detail, Atlas>()

/** An atlas, opened when its first map is drawn. */
function atlasOf(detail: Detail): Atlas {
  const known = opened.get(detail)
  if (known) return known
  const world = (detail === 'fine' ? fineWorld : coarseWorld) as unknown as World
  const atlas = { world, countries: partsOfCountries(world) }
  opened.set(detail, atlas)
  return atlas
}

/** Do two boxes share ground? A frame whose west is east of its east reaches over the date line. */
function overlaps(box: Bounds, [west, south, east, north]: Bounds): boolean {
  if (box[1] > north || box[3] < south) return false
  return west <= east ? box[0] <= east && box[2] >= west : box[2] >= west || box[0] <= east
}
