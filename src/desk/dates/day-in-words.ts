import type { LocalDate } from '../../time.ts'
import type { FoundDate } from './found-date.ts'

/** "27 July", with the year where it is not that of publication. */
export function dayInWords(
  date: LocalDate,
  found: FoundDate,
  more: { weekday?: boolean; year?: boolean } = {},
): string {
  const { words } = found
  const weekday = more.weekday ? `${words.weekdayName(date)} ` : ''
  return `${weekday}${words.dayNumber(Number(date.slice(8)))} ${monthInWords(date, found, more.year)}`
}

/** "July", with the year where it is not that of publication. */
export function monthInWords(date: string, { words, publishedOn }: FoundDate, year = false): string {
  const isOther = year || publishedOn?.slice(0, 4) !== date.slice(0, 4)
  return `${words.monthName(Number(date.slice(5, 7)))}${isOther ? ` ${date.slice(0, 4)}` : ''}`
}

/** Two days, saying once what they have in common: "27" and "28 July". */
export function pairInWords(first: LocalDate, second: LocalDate, found: FoundDate): readonly [string, string] {
  const last = dayInWords(second, found)
  if (first.slice(0, 7) === second.slice(0, 7)) return [found.words.dayNumber(Number(first.slice(8))), last]
  return [dayInWords(first, found), last]
}
