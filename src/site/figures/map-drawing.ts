import type { GeoProjection } from 'd3-geo'
import type { MapMark } from '../../story/document.ts'
import type { Language } from '../../story/story.ts'
import { landWithin, regionOf } from './atlas.ts'
import { countryName } from './country-names.ts'
import { type Box, boxAround } from './map-boxes.ts'
import { frameBounds, kmPerUnit, MAP_HEIGHT, MAP_WIDTH, mapProjection, type Point } from './map-frame.ts'
import {
  type DrawnMark,
  type Ground,
  middleOf,
  placeAreaLabel,
  type PlacedLabel,
  placeMarkLabels,
} from './map-labels.ts'
import { distanceTo, isInside, type Outline, outlines, pathData } from './map-outline.ts'
import type { MapLine, MapSketch } from './map-sketch.ts'
import { mapWords } from './map-words.ts'

export const DOT_RADIUS = 4
/** Where the scale bar stands. */
export const SCALE_LEFT = 14
export const SCALE_BASE = MAP_HEIGHT - 13

/** A circle smaller than this could not be told from a dot, in the drawing's units. */
const SMALLEST_CIRCLE = 7
/** The scale bar is the longest round distance within this part of the map's width. */
const SCALE_SHARE = 0.22
/** Drawings kept in memory, at about 4 kB each. */
const MOST_DRAWINGS = 100

/** Everything on a map, in the drawing's units. */
export interface MapDrawing {
  /** Path data. */
  readonly land: string
  /** The country that the map is about; empty when it is alone in the frame, or when the borders are too rough to say. */
  readonly here: string
  readonly borders: string
  readonly circles: readonly DrawnMark[]
  /** Discs without an edge: larger areas of which nobody gave us the border. */
  readonly discs: readonly DrawnMark[]
  /** Path data of the stretches between two places. */
  readonly lines: string
  /** Path data of whole countries, where no more is known. */
  readonly shaded: string
  readonly dots: readonly DrawnMark[]
  readonly labels: readonly PlacedLabel[]
  readonly areas: readonly PlacedLabel[]
  readonly scale: ScaleBar
  /** What it shows, for those who cannot see it. */
  readonly words: string
  /** How far off a border may be, in kilometres, when a settlement lies closer to one than that; else null. */
  readonly roughnessKm: number | null
}

interface ScaleBar {
  readonly km: number
  readonly length: number
}

const drawings = new Map<string, MapDrawing>()

/** The drawing, kept for the other pages that show it: a publication renews the story, its fronts and its lists. */
export function mapDrawing(picture: MapSketch, language: Language): MapDrawing {
  const key = language + JSON.stringify(picture)
  const known = drawings.get(key)
  if (known) return known
  const drawing = drawMap(picture, language)
  const [oldest] = drawings.keys()
  if (drawings.size >= MOST_DRAWINGS && oldest !== undefined) drawings.delete(oldest)
  drawings.set(key, drawing)
  return drawing
}

function drawMap(picture: MapSketch, language: Language): MapDrawing {
  const projection = mapProjection(picture)
  const { land, borders: borderLines, countries, roughnessKm } = landWithin(frameBounds(projection))
  const borders = outlines(projection, borderLines)
  const scale = scaleBar(projection)
  const marks = picture.marks.flatMap((mark) => drawnMark(mark, projection))
  const discs = (picture.discs ?? []).flatMap((mark) => drawnMark(mark, projection))
  const lines = (picture.lines ?? []).flatMap((line) => drawnLine(line, projection))
  const scaleBox: Box = { left: 0, top: SCALE_BASE - 26, right: SCALE_LEFT + scale.length + 8, bottom: MAP_HEIGHT }
  const seen = countries.flatMap((country) => {
    const shape = outlines(projection, country.shape)
    return shape.length > 0 ? [{ name: countryName(country, language), region: regionOf(country.code), shape }] : []
  })
  const shaded = (picture.shaded ?? []).flatMap(({ label, country }) => {
    const shape = seen.find(({ region }) => region === country)?.shape
    return shape ? [{ shape, mark: { words: label, at: middleOf(shape), radius: 0, isVague: true } }] : []
  })
  const drawn = [...marks, ...discs, ...lines.map(({ mark }) => mark), ...shaded.map(({ mark }) => mark)]
  const labels = placeMarkLabels(drawn, { taken: [scaleBox], borders })
  const marked = [...marks, ...discs].map(({ at, radius }) => boxAround(at, radius))
  const areas = placeAreas(seen, { taken: [scaleBox, ...labels.map(({ box }) => box), ...marked], borders })
  const isAtBorder = ({ at }: DrawnMark) => distanceTo(at, borders) * kmPerUnit(projection, at) < roughnessKm
  const dots = marks.filter(({ isVague }) => !isVague)
  const here = countryOf(marks[0], seen, isAtBorder)
  return {
    land: pathData(outlines(projection, land)),
    here: here && seen.length > 1 ? pathData(here.shape) : '',
    borders: pathData(borders),
    circles: marks.filter(({ isVague }) => isVague),
    discs,
    lines: lines.map(({ path }) => path).join(''),
    shaded: shaded.map(({ shape }) => pathData(shape)).join(''),
    dots,
    labels,
    areas,
    scale,
    words: mapWords(
      picture,
      [...new Set([...(here ? [here.name] : []), ...areas.map(({ words }) => words)])],
      language,
    ),
    roughnessKm: dots.some(isAtBorder) ? roughnessKm : null,
  }
}

interface SeenCountry {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly region: string | undefined
  readonly shape: readonly Outline[]
}

/**
 * The country of a mark; undefined when the mark lies so close to a border that its side of it cannot be told.
 *
 * Natural Earth's border runs through the west of Goma: to shade Rwanda there would be a statement, and a false one.
 */
function countryOf(
  mark: DrawnMark | undefined,
  countries: readonly SeenCountry[],
  isAtBorder: (mark: DrawnMark) => boolean,
): SeenCountry | undefined {
  if (!mark || isAtBorder(mark)) return undefined
  return countries.find(({ shape }) => isInside(mark.at, shape))
}

function placeAreas(countries: readonly SeenCountry[], { taken, borders }: Ground): PlacedLabel[] {
  const areas: PlacedLabel[] = []
  for (const { name, shape } of countries) {
    const label = placeAreaLabel(name, shape, { taken: [...taken, ...areas.map(({ box }) => box)], borders })
    if (label) areas.push(label)
  }
  return areas
}

/** A mark in the drawing; nothing when the place lies outside the frame. */
function drawnMark(mark: MapMark, projection: GeoProjection): DrawnMark[] {
  const at = projection([mark.lon, mark.lat])
  if (!at || !isInFrame(at)) return []
  if (mark.radiusKm === null) return [{ words: mark.label, at, radius: DOT_RADIUS, isVague: false }]
  const radius = Math.max(SMALLEST_CIRCLE, mark.radiusKm / kmPerUnit(projection, at))
  return [{ words: mark.label, at, radius, isVague: true }]
}

/** The stretch between two places, and where its words stand: nothing when it leaves the frame. */
function drawnLine({ label, from, to }: MapLine, projection: GeoProjection): { path: string; mark: DrawnMark }[] {
  const [start, end] = [projection([from.lon, from.lat]), projection([to.lon, to.lat])]
  if (!start || !end || !isInFrame(start) || !isInFrame(end)) return []
  const at: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2]
  return [
    {
      path: pathData([{ points: [start, end], isClosed: false }]),
      mark: { words: label, at, radius: 4, isVague: true },
    },
  ]
}

/** A pole comes out of Mercator as no point at all; that is not in the frame either. */
const isInFrame = ([x, y]: Point): boolean => x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= MAP_HEIGHT

/** The longest of 1, 2, 5, 10, 20, 50 … kilometres that fits. */
function scaleBar(projection: GeoProjection): ScaleBar {
  const middle: Point = [MAP_WIDTH / 2, MAP_HEIGHT / 2]
  const unitKm = kmPerUnit(projection, middle)
  const longest = unitKm * MAP_WIDTH * SCALE_SHARE
  const power = 10 ** Math.floor(Math.log10(longest))
  const km = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1)
  return { km, length: km / unitKm }
}
