import { displayName } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { GeoPoint } from '../../record/where.ts'
import type { Figure, MapMark, MapPicture } from '../../story/document.ts'
import type { Language } from '../../story/story.ts'
import { distanceKm } from '../figures/map-frame.ts'

/** Half of the ground shown around a place that stands alone, in degrees. */
const AROUND = 1.6
/** Other places that help a reader find it lie within this of it, in kilometres. */
const NEARBY_KM = 400
const MOST_OTHERS = 2

/**
 * A locator map of a place with the nearest other settlements of the record.
 *
 * Null for a place without a point of its own: the centre of a region is not where anything is.
 */
export function placeMap(place: EntryOf<'place'>, set: RecordSet, language: Language): Figure | null {
  const { point } = place.content
  if (point === null) return null
  const marks = [mark(place, point, language), ...othersNear(place, point, set, language)]
  const picture: MapPicture = { kind: 'map', bounds: boundsOf(marks), marks }
  return {
    type: 'figure',
    attrs: { picture, alt: '', decorative: false, credit: null, licence: null },
    content: [],
  }
}

const mark = ({ content }: EntryOf<'place'>, { lat, lon }: GeoPoint, language: Language): MapMark => ({
  label: displayName(content.names, language),
  lat,
  lon,
  radiusKm: null,
})

function othersNear(place: EntryOf<'place'>, from: GeoPoint, set: RecordSet, language: Language): MapMark[] {
  return [...set.places.values()]
    .flatMap((other) => {
      const { point, kind } = other.content
      if (point === null || kind !== 'settlement' || other.id === place.id) return []
      return [{ km: distanceKm(from, point), mark: mark(other, point, language) }]
    })
    .filter(({ km }) => km <= NEARBY_KM)
    .toSorted((left, right) => left.km - right.km)
    .slice(0, MOST_OTHERS)
    .map((near) => near.mark)
}

function boundsOf(marks: readonly MapMark[]): MapPicture['bounds'] {
  const lons = marks.map(({ lon }) => lon)
  const lats = marks.map(({ lat }) => lat)
  const room = marks.length > 1 ? AROUND / 3 : AROUND
  return [Math.min(...lons) - room, Math.min(...lats) - room, Math.max(...lons) + room, Math.max(...lats) + room]
}
