import type { Language, Publication } from '../story/story.ts'
import { wordingLocale } from './messages/message.ts'
import { comma } from './messages/punctuation.ts'
import { dateIn, dateOfPublication, type Instant, type LocalDate, type Month, noonOf } from '../time.ts'

/** How dates are said: in the page's language, in the paper's zone. */
export interface DateStyle {
  readonly language: Language
  /** An IANA zone name such as `Africa/Bamako`. */
  readonly zone: string
}

/** "29 July 2024", "1er août 2024". */
export const dateWords = (on: LocalDate, language: Language): string =>
  said(language, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' }, noonOf(on))

/** The date that an instant fell on in the paper's zone. */
export const dayWords = (at: Instant, { language, zone }: DateStyle): string => dateWords(dateIn(zone, at), language)

/** "Monday 29 July 2024", "lundi 29 juillet 2024", "الاثنين 29 يوليو 2024". */
export const weekdayWords = (on: LocalDate, language: Language): string =>
  said(language, 'UTC', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, noonOf(on)).replace(
    /^(\p{L}+)[,،] (?=\d)/u,
    '$1 ',
  )

/** "July 2024". */
export const monthWords = (month: Month, language: Language): string =>
  said(language, 'UTC', { month: 'long', year: 'numeric' }, firstOf(month))

/** "July". */
export const monthName = (month: Month, language: Language): string =>
  said(language, 'UTC', { month: 'long' }, firstOf(month))

/** "15:10 GMT", "15 h 10 GMT+2", in the paper's zone. */
export const timeWords = (at: Instant, style: DateStyle): string =>
  `${clockWords(at, style)} ${offsetWords(at, style.zone)}`

/** "15:10", "15 h 10", in the paper's zone. */
export function clockWords(at: Instant, { language, zone }: DateStyle): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const clock = said(language, zone, options, at)
  // French newspapers write the hour with an h; the spaces must not break.
  return isFrench(language) ? clock.replace(/^(\d+):/, '$1\u00a0h\u00a0') : clock
}

/** "29 July 2024, 15:10 GMT". */
export const momentWords = (at: Instant, style: DateStyle): string =>
  `${dayWords(at, style)}${comma(style.language)}${timeWords(at, style)}`

/** When a story was first published; no time where only the day is known. */
export const publicationWords = ({ at, precision }: Publication, style: DateStyle): string =>
  // A bare day is stored as its noon in UTC, and is the same day for everybody.
  precision === 'day' ? dayWords(at, { ...style, zone: 'UTC' }) : momentWords(at, style)

/** The machine's form of it: a date where only the day is known, else the instant. */
export const publicationStamp = ({ at, precision }: Publication, zone: string): string =>
  precision === 'day' ? dateOfPublication(zone, { at, precision }) : at

/** Was a story changed after readers first had it? A day without a time can only be followed by another day. */
export const isUpdatedLater = (first: Publication, updatedAt: Instant, zone: string): boolean =>
  first.precision === 'day'
    ? dateIn(zone, updatedAt) > dateOfPublication(zone, first)
    : Date.parse(updatedAt) - Date.parse(first.at) >= 60_000

/**
 * When a story last changed, for machines: the instant of a later change, else the very words of its publication, so
 * that a story of which only the day is known gets no time from here either.
 */
export const changeStamp = (
  { firstPublished, updatedAt }: { readonly firstPublished: Publication; readonly updatedAt: Instant },
  zone: string,
): string => (isUpdatedLater(firstPublished, updatedAt, zone) ? updatedAt : publicationStamp(firstPublished, zone))

const firstOf = (month: Month): Instant => `${month}-01T12:00:00.000Z` as Instant

const isFrench = (language: Language): boolean => /^fr\b/i.test(language)

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${zone} ${JSON.stringify(options)}`
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(wordingLocale(language), { ...options, timeZone: zone })
  formatters.set(name, made)
  return made
}

function said(language: Language, zone: string, options: Intl.DateTimeFormatOptions, at: Instant): string {
  const words = formatter(language, zone, options).format(new Date(at))
  return isFrench(language) ? words.replace(/(^|\s)1(?= \p{L})/u, '$11er') : words
}

/** "GMT" or "GMT+2": a number every reader can use, where "CAT" means something to few. */
export function offsetWords(at: Instant, zone: string): string {
  const parts = formatter('en', zone, { timeZoneName: 'shortOffset' }).formatToParts(new Date(at))
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return offset === 'UTC' || offset === 'GMT+0' ? 'GMT' : offset
}
