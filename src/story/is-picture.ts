import { parseId } from '../ids.ts'
import type { Picture } from './document.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Is this what a figure may show?
 *
 * The same judgement as `picture-schema.ts`, which also says what is wrong, for the editor: what is pasted into it may come
 * from anywhere, and the schema's library is larger than the editor itself. A law holds the two together.
 */
export function isPicture(value: unknown): value is Picture {
  if (!isFields(value)) return false
  switch (value['kind']) {
    case 'photo':
      return has(value, ['pictureId', 'cover']) && isPictureId(value['pictureId']) && isWordsOrNull(value['cover'])
    case 'missing':
      return has(value, ['name', 'url']) && [value['name'], value['url']].every(isTextOrNull)
    case 'map':
      return has(value, ['bounds', 'marks']) && isBounds(value['bounds']) && isListOf(isMark, value['marks'])
    case 'chart':
      return has(value, ['unit', 'bars']) && isWords(value['unit']) && isListOf(isBar, value['bars'], 1)
    default:
      return false
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** These fields, besides the kind, and no others. */
const has = (value: Fields, names: readonly string[]): boolean =>
  names.every((name) => name in value) && Object.keys(value).every((name) => name === 'kind' || names.includes(name))

const isWords = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isWordsOrNull = (value: unknown): boolean => value === null || isWords(value)
const isPictureId = (value: unknown): boolean => typeof value === 'string' && parseId('picture', value) !== undefined

const isBetween = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high

const isListOf = (isOne: (value: unknown) => boolean, value: unknown, least = 0): boolean =>
  Array.isArray(value) && value.length >= least && value.every(isOne)

function isBounds(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 4) return false
  const [west, south, east, north]: unknown[] = value
  return (
    isBetween(west, -180, 180) &&
    isBetween(east, -180, 180) &&
    isBetween(south, -90, 90) &&
    isBetween(north, -90, 90) &&
    west < east &&
    south < north
  )
}

const isMark = (value: unknown): boolean =>
  isFields(value) &&
  has(value, ['label', 'lat', 'lon', 'radiusKm']) &&
  !('kind' in value) &&
  isWords(value['label']) &&
  isBetween(value['lat'], -90, 90) &&
  isBetween(value['lon'], -180, 180) &&
  (value['radiusKm'] === null || (isBetween(value['radiusKm'], 0, 2000) && value['radiusKm'] > 0))

const isBar = (value: unknown): boolean =>
  isFields(value) &&
  has(value, ['label', 'low', 'high', 'words']) &&
  !('kind' in value) &&
  isWords(value['label']) &&
  isWords(value['words']) &&
  isBetween(value['low'], 0, Number.MAX_VALUE) &&
  isBetween(value['high'], 0, Number.MAX_VALUE) &&
  value['low'] <= value['high']
