import type { MapMark } from '../../story/document.ts'
import type { Language } from '../../story/story.ts'
import { distanceKm } from './map-frame.ts'
import type { MapSketch } from './map-sketch.ts'
import { message, type MessageKey } from '../messages/message.ts'
import { namesInWords } from '../name-list.ts'

/** A map in words, from its marks: what a reader who cannot see it gets instead. */
export function mapWords(sketch: MapSketch, countries: readonly string[], language: Language): string {
  const { marks, lines = [], discs = [], shaded = [] } = sketch
  const [first, ...others] = marks.filter((mark) => mark.radiusKm === null)
  return [
    countries.length > 0 ? message(language, 'map.of', { places: namesInWords(countries, language) }) : '',
    first ? message(language, 'map.point', { place: first.label }) : '',
    ...others.map((mark) => (first ? relation(mark, first, language) : '')),
    ...marks.map((mark) => vagueness(mark, language)),
    ...lines.map(({ label }) => message(language, 'precision.lineWords', { what: label })),
    ...discs.map(({ label }) => message(language, 'precision.softWords', { what: label })),
    ...shaded.map(({ label }) => message(language, 'precision.countryWords', { what: label })),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const relation = (place: MapMark, other: MapMark, language: Language): string =>
  message(language, 'map.between', {
    place: place.label,
    km: roundedKm(distanceKm(other, place)),
    direction: message(language, directionKey(other, place)),
    other: other.label,
  })

const vagueness = ({ label, radiusKm }: MapMark, language: Language): string =>
  radiusKm === null ? '' : message(language, 'map.circle', { place: label, km: radiusKm })

/** Two figures are as much as a reader can use: 7, 23, 230. */
function roundedKm(km: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(km, 1))) - 1)
  return Math.round(km / step) * step
}

/** The eighth of the compass in which one place lies, seen from another. */
function directionKey(from: MapMark, to: MapMark): Extract<MessageKey, `direction.${string}`> {
  const east = (to.lon - from.lon) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180)
  const eighth = Math.round(Math.atan2(east, to.lat - from.lat) / (Math.PI / 4))
  return `direction.${((eighth + 8) % 8) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`
}
