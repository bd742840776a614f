/** An instant: ISO 8601 in UTC with milliseconds, `2024-07-29T15:10:00.000Z`. Sorts as text. */
export type Instant = string & { readonly instant: unique symbol }

/** A calendar date in some zone that is known from the context: `2024-07-29`. */
export type LocalDate = string & { readonly localDate: unique symbol }

/** A calendar month: `2024-07`. */
export type Month = string & { readonly month: unique symbol }

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** Reads any ISO 8601 instant with a zone, of the years 0 to 9999; undefined when it is none. */
export function parseInstant(text: string): Instant | undefined {
  const day = INSTANT.exec(text)?.[1]
  // `Date` takes 31 June for 1 July.
  if (day === undefined || !parseLocalDate(day)) return undefined
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) return undefined
  const instant = instantOf(date)
  // A zone can push the first and the last hours of those years into one that is written with more digits.
  return instant.length === '2024-07-29T15:10:00.000Z'.length ? instant : undefined
}

export const instantOf = (date: Date): Instant => date.toISOString() as Instant

/** Reads a calendar date that exists: 31 June does not. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return exists ? (text as LocalDate) : undefined
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function calendarIn(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  // Canadian English writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(zone, made)
  return made
}

/**
 * The date that a wall calendar showed in a zone at an instant.
 *
 * @param zone an IANA zone name such as `Africa/Bamako`
 */
export const dateIn = (zone: string, at: Instant): LocalDate => calendarIn(zone).format(new Date(at)) as LocalDate

/**
 * The calendar date of a publication: the stored day where only the day is known, whatever the zone;
 * else the date in the zone.
 */
export const dateOfPublication = (
  zone: string,
  { at, precision }: { at: Instant; precision: 'day' | 'minute' },
): LocalDate => (precision === 'day' ? (at.slice(0, 10) as LocalDate) : dateIn(zone, at))

export const monthOf = (date: LocalDate): Month => date.slice(0, 7) as Month

/** Noon in UTC of a date of which no time is known; `dateOfPublication` reads the date back. */
export const noonOf = (date: LocalDate): Instant => `${date}T12:00:00.000Z` as Instant
