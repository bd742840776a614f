import type { PlaceId } from '../../ids.ts'
import type { CompassDirection, Where } from '../../record/where.ts'
import { message, type MessageKey } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import { elided, placeNameOf, type Told } from './record-names.ts'
import { countryWords } from './fact-words.ts'

/** Where "near" is drawn and worded when nobody gives a distance: record.md 1.7. */
const NEAR_KM = 25

/** A place as exactly as it was stated: "south of Tinzaouaten, Kidal region, Mali". */
export function whereWords(told: Told, where: Where): string {
  const place = placeNameOf(told, where.placeId)
  if (place === null) return message(told.language, 'precision.unknown')
  const around = surroundings(told, where.placeId).map((name) => name.replace(/^Région(?= d)/u, 'région'))
  return [elided(told.language, relationWords(told, where, place)), ...around].join(comma(told.language))
}

/** How exactly that is known: "known to about 25 km". */
export function precisionWords({ language }: Told, where: Where): string {
  return where.precision === 3
    ? message(language, 'precision.3', { km: Math.round(nearKm(where)) })
    : message(language, `precision.${where.precision}`)
}

/** How far from the centre it may be, in kilometres. */
export const nearKm = ({ radiusM, distanceKm, direction }: Where): number => {
  if (radiusM !== undefined) return radiusM / 1000
  if (distanceKm === undefined) return NEAR_KM
  // "20 km south" is a point with the roughness of such words; "20 km from" is anywhere within that.
  return direction === undefined ? distanceKm : Math.max(5, distanceKm / 4)
}

function relationWords(told: Told, where: Where, place: string): string {
  const { language } = told
  const { relation, direction, distanceKm: km } = where
  const other = where.place2Id === undefined ? null : placeNameOf(told, where.place2Id)
  switch (relation) {
    case 'between':
      return other === null
        ? message(language, 'precision.near', { place })
        : message(language, 'precision.between', { place, other })
    case 'on-route':
      return other === null
        ? message(language, 'precision.routeOne', { place })
        : message(language, 'precision.route', { place, other })
    case 'off':
      return message(language, 'precision.off', { place })
    case 'within':
      return message(language, 'precision.within', { place })
    case 'at':
    case 'near':
      break
  }
  const towards = direction && message(language, DIRECTIONS[direction])
  if (km !== undefined && towards) return message(language, 'precision.distance', { km, direction: towards, place })
  if (km !== undefined) return message(language, 'precision.distanceOnly', { km, place })
  if (towards) return message(language, 'precision.direction', { direction: towards, place })
  return message(language, relation === 'near' ? 'precision.near' : 'precision.at', { place })
}

const DIRECTIONS = {
  N: 'direction.0',
  NE: 'direction.1',
  E: 'direction.2',
  SE: 'direction.3',
  S: 'direction.4',
  SW: 'direction.5',
  W: 'direction.6',
  NW: 'direction.7',
} as const satisfies Record<CompassDirection, MessageKey>

/** Degrees from north, clockwise. */
export const BEARINGS: Readonly<Record<CompassDirection, number>> = {
  N: 0,
  NE: 45,
  E: 90,
  SE: 135,
  S: 180,
  SW: 225,
  W: 270,
  NW: 315,
}

/** The places it lies in, from the nearest up to the country. */
function surroundings(told: Told, placeId: PlaceId): string[] {
  const names: string[] = []
  const passed = new Set<PlaceId>([placeId])
  const country = told.set.places.get(placeId)?.content.country ?? null
  let kind = told.set.places.get(placeId)?.content.kind
  for (let id = told.set.places.get(placeId)?.content.parentId ?? null; id !== null && !passed.has(id); ) {
    passed.add(id)
    const parent = told.set.places.get(id)
    const name = placeNameOf(told, id)
    if (!parent || name === null) break
    names.push(name)
    kind = parent.content.kind
    id = parent.content.parentId
  }
  return kind === 'country' || country === null ? names : [...names, countryWords(country, told.language)]
}
