import { daysAfter } from '../../record/days-around.ts'
import { type LocalDate, parseLocalDate } from '../../time.ts'
import type { FoundDate } from './found-date.ts'

export const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

export const dayIn = (year: number, month: number, day: number): LocalDate | undefined =>
  parseLocalDate(`${pad(year, 4)}-${pad(month)}-${pad(day)}`)

/**
 * The year of a day or month that is written without one: the most recent not after publication; the next where the
 * sentence tells of what is to come. Tomorrow's date is no mistake of a year: it is already that day somewhere.
 */
export function yearOf(month: number, day: number, found: FoundDate, isLast = false): number | null {
  const { publishedOn, headYear, isAhead } = found
  if (publishedOn === null) return headYear
  const year = Number(publishedOn.slice(0, 4))
  const inYear = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  if (isAhead && !isLast) return inYear < publishedOn ? year + 1 : year
  const latest = daysAfter(publishedOn, isLast ? -1 : 1)
  return inYear > latest ? year - 1 : year
}

/** "This year", "last year", «l'an dernier»; null where nobody knows when it was written. */
export function yearNamed(groups: FoundDate['groups'], publishedOn: LocalDate | null): number | null | undefined {
  const isLast = groups['which'] === 'last' || groups['lastYear'] !== undefined || groups['last2'] !== undefined
  if (!isLast && groups['which'] === undefined) return undefined
  return publishedOn === null ? null : Number(publishedOn.slice(0, 4)) - (isLast ? 1 : 0)
}

/** Two digits are a year only of the wires' own time: "3 JAN 90". */
export function yearOfTwoDigits(digits: string, found: FoundDate): number | undefined {
  // "On July 27 24 people were killed" has no year.
  if (/^\p{L}/u.test(found.after)) return undefined
  const near = found.publishedOn === null ? found.headYear : Number(found.publishedOn.slice(0, 4))
  const year = near === null ? Number.NaN : near - (near % 100) + Number(digits)
  if (Math.abs(year - (near ?? 0)) <= 3) return year
  // The dateline of an old story that was put out again.
  return near === null || found.after === '' ? Number(digits) + (Number(digits) >= 40 ? 1900 : 2000) : undefined
}
