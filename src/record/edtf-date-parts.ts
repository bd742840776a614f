import type { EdtfDate } from './edtf-parts.ts'
import type { WordingLanguage } from './wording-language.ts'

/** Is it a day of which nothing is in doubt? */
const isPlainDay = ({ day, qualifier }: EdtfDate): boolean => day !== null && day !== 'XX' && qualifier === null

export const isSameDate = (one: EdtfDate, other: EdtfDate): boolean =>
  one.year === other.year && one.month === other.month && one.day === other.day && one.qualifier === other.qualifier

const SEASONS: Readonly<Record<WordingLanguage, Readonly<Record<string, string>>>> = {
  en: { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' },
  fr: { '21': 'printemps', '22': 'été', '23': 'automne', '24': 'hiver' },
}

/** "July" for `07`, "summer" for `22`. */
export const monthName = (month: string, language: WordingLanguage): string =>
  SEASONS[language][month] ?? monthNames(language)[Number(month) - 1] ?? month

const known = new Map<WordingLanguage, readonly string[]>()

/** January to December. */
export function monthNames(language: WordingLanguage): readonly string[] {
  const names = known.get(language)
  if (names) return names
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const made = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)))
  known.set(language, made)
  return made
}

/**
 * How much of a date to say when another one follows: all of it, all but the year, or the day alone ("25" before "27
 * July 2024").
 */
export function saidBefore(date: EdtfDate, next: EdtfDate): 'whole' | 'without-year' | 'day' {
  if (!isPlainDay(date) || !isPlainDay(next) || date.year !== next.year) return 'whole'
  return date.month === next.month ? 'day' : 'without-year'
}
