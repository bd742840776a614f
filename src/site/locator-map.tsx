import type { GeoProjection } from 'd3-geo'
import type { FC } from 'hono/jsx'
import type { MapMark, MapPicture } from '../story/document.ts'
import type { Language } from '../story/story.ts'
import { landWithin } from './atlas.ts'
import { countryName } from './country-names.ts'
import { frameBounds, kmPerUnit, MAP_HEIGHT, MAP_WIDTH, mapProjection, type Point } from './map-frame.ts'
import { type Box, type DrawnMark, placeAreaLabel, type PlacedLabel, placeMarkLabels } from './map-labels.ts'
import { isInside, type Outline, outlines, pathData } from './map-outline.ts'
import { mapWords } from './map-words.ts'
import { message } from './messages/message.ts'

const DOT_RADIUS = 4
/** A circle smaller than this could not be told from a dot, in the drawing's units. */
const SMALLEST_CIRCLE = 7
/** The scale bar is the longest round distance within this part of the map's width. */
const SCALE_SHARE = 0.22
/** Drawings kept in memory, at about 4 kB each. */
const MOST_DRAWINGS = 100
const SCALE_LEFT = 14
const SCALE_BASE = MAP_HEIGHT - 13

interface MapProps {
  readonly picture: MapPicture
  readonly language: Language
  /** The desk's own words for readers who cannot see it; made from the marks when empty. */
  readonly alt: string
}

/**
 * A locator map: land and borders from Natural Earth, settlements as dots, what is known roughly as dashed circles
 * of that roughness, and a scale. Geometry scales with the screen, words do not.
 */
export const LocatorMap: FC<MapProps> = ({ picture, language, alt }) => {
  const map = drawnMap(picture, language)
  return (
    <svg class="map" role="img" aria-label={alt.trim() || map.words}>
      <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}>
        <path class="land" d={map.land} />
        {map.here && <path class="here" d={map.here} />}
        {map.borders && <path class="border" d={map.borders} />}
        {map.circles.map(({ at: [x, y], radius }) => (
          <circle class="about" cx={short(x)} cy={short(y)} r={short(radius)} />
        ))}
        <path class="scale" d={`M${SCALE_LEFT} ${SCALE_BASE - 4}v4h${short(map.scale.length)}v-4`} />
      </svg>
      {map.areas.map((label) => (
        <Words label={label} look="area" />
      ))}
      {map.dots.map(({ at: [x, y] }) => (
        <circle class="dot" cx={across(x)} cy={down(y)} r={DOT_RADIUS} />
      ))}
      {map.labels.map((label) => (
        <Words label={label} look={map.circles.some(({ words }) => words === label.words) ? 'vague' : ''} />
      ))}
      <text class="km" x={across(SCALE_LEFT)} y={down(SCALE_BASE - 8)}>
        {message(language, 'map.scale', { km: map.scale.km })}
      </text>
    </svg>
  )
}

const Words: FC<{ label: PlacedLabel; look: string }> = ({ label: { words, at, anchor }, look }) => {
  const side = anchor === 'start' || look === 'area' ? '' : anchor
  const looks = [look, side].filter((name) => name !== '').join(' ')
  return (
    <text class={looks || undefined} x={across(at[0])} y={down(at[1])}>
      {words}
    </text>
  )
}

type Drawing = ReturnType<typeof drawMap>

const drawings = new Map<string, Drawing>()

/** The drawing, kept for the other pages that show it: a publication renews the story, its fronts and its lists. */
function drawnMap(picture: MapPicture, language: Language): Drawing {
  const key = language + JSON.stringify(picture)
  const known = drawings.get(key)
  if (known) return known
  const drawing = drawMap(picture, language)
  const [oldest] = drawings.keys()
  if (drawings.size >= MOST_DRAWINGS && oldest !== undefined) drawings.delete(oldest)
  drawings.set(key, drawing)
  return drawing
}

/** Everything on the map, in the drawing's units. */
function drawMap(picture: MapPicture, language: Language) {
  const projection = mapProjection(picture)
  const { land, borders, countries } = landWithin(frameBounds(projection))
  const scale = scaleBar(projection)
  const marks = picture.marks.flatMap((mark) => drawnMark(mark, projection))
  const scaleBox: Box = { left: 0, top: SCALE_BASE - 26, right: SCALE_LEFT + scale.length + 8, bottom: MAP_HEIGHT }
  const labels = placeMarkLabels(marks, [scaleBox])
  const taken = [scaleBox, ...labels.map(({ box }) => box), ...marks.map(boxAround)]
  const seen = countries.flatMap((country) => {
    const shape = outlines(projection, country.shape)
    return shape.length > 0 ? [{ name: countryName(country, language), shape }] : []
  })
  const areas = placeAreas(seen, taken)
  const here = seen.find(({ shape }) => marks.slice(0, 1).some(({ at }) => isInside(at, shape)))
  return {
    land: pathData(outlines(projection, land)),
    // The country of the first mark stands out from its neighbours, as long as there are any.
    here: here && seen.length > 1 ? pathData(here.shape) : '',
    borders: pathData(outlines(projection, borders)),
    circles: marks.filter(({ isVague }) => isVague),
    dots: marks.filter(({ isVague }) => !isVague),
    labels,
    areas,
    scale,
    words: mapWords(picture, [...new Set([...names(here), ...areas.map(({ words }) => words)])], language),
  }
}

const names = (country: { readonly name: string } | undefined): string[] => (country ? [country.name] : [])

function placeAreas(countries: readonly { readonly name: string; readonly shape: readonly Outline[] }[], taken: Box[]) {
  return countries.flatMap(({ name, shape }) => {
    const label = placeAreaLabel(name, shape, taken)
    if (label) taken.push(label.box)
    return label ?? []
  })
}

/** A mark in the drawing; nothing when the place lies outside the frame. */
function drawnMark(mark: MapMark, projection: GeoProjection): (DrawnMark & { readonly isVague: boolean })[] {
  const at = projection([mark.lon, mark.lat])
  if (!at || !isInFrame(at)) return []
  if (mark.radiusKm === null) return [{ words: mark.label, at, radius: DOT_RADIUS, isVague: false }]
  const radius = Math.max(SMALLEST_CIRCLE, mark.radiusKm / kmPerUnit(projection, at))
  return [{ words: mark.label, at, radius, isVague: true }]
}

/** A pole comes out of Mercator as no point at all; that is not in the frame either. */
const isInFrame = ([x, y]: Point): boolean => x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= MAP_HEIGHT

/** The longest of 1, 2, 5, 10, 20, 50 … kilometres that fits. */
function scaleBar(projection: GeoProjection): { readonly km: number; readonly length: number } {
  const middle: Point = [MAP_WIDTH / 2, MAP_HEIGHT / 2]
  const unitKm = kmPerUnit(projection, middle)
  const longest = unitKm * MAP_WIDTH * SCALE_SHARE
  const power = 10 ** Math.floor(Math.log10(longest))
  const km = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1)
  return { km, length: km / unitKm }
}

const boxAround = ({ at: [x, y], radius }: DrawnMark): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
})

const short = (value: number): string => String(Math.round(value * 10) / 10)

const across = (x: number): string => `${short((x / MAP_WIDTH) * 100)}%`

const down = (y: number): string => `${short((y / MAP_HEIGHT) * 100)}%`
