import { type Instant, noonOf } from '../time.ts'
import { instantAt } from '../story/wall-clock.ts'
import type { IncomingDate } from './incoming.ts'
import type { ReadingOptions } from './intake-file.ts'
import { readDate } from './source-date.ts'
import { readDay } from './written-day.ts'

/** A date as its source tells it, and why it could not be taken; both null when the source tells none. */
export interface ToldDate {
  readonly date: IncomingDate | null
  readonly fault: string | null
}

/** No story that is sent or exported is older, and none is from a later century. */
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?$/

/**
 * Reads a date and judges it: one that cannot be read, lies before 1900, after 2100, or more than two years after the
 * day on which the file was read, is left out and said.
 *
 * A local time without a zone counts in the zone that the reader was told. Where none was told it is taken as UTC, or,
 * with `strict`, only its day is.
 */
export function toldDate(written: string, options: ReadingOptions, strict: 'strict' | 'utc' = 'utc'): ToldDate {
  const text = written.trim().replace(/\s+/g, ' ')
  if (text === '' || /^-?0{4}-00-00/.test(text)) return NOTHING
  const date = localDate(text, options.zone, strict) ?? readDate(withDashes(text)) ?? foreignDate(text)
  if (date === null) return { date: null, fault: `The date “${shortened(text)}” could not be read and was left out.` }
  const year = Number((date.precision === 'minute' ? date.at : date.on).slice(0, 4))
  const latest = options.readOn === null ? LATEST_YEAR : Number(options.readOn.slice(0, 4)) + 2
  if (year >= EARLIEST_YEAR && year <= latest) return { date, fault: null }
  return { date: null, fault: `The date “${shortened(text)}” cannot be right and was left out.` }
}

/** A date as an instant; a day alone counts from noon in UTC. */
export const instantOfDate = (date: IncomingDate): Instant => (date.precision === 'minute' ? date.at : noonOf(date.on))

const NOTHING: ToldDate = { date: null, fault: null }

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** "20240710T130037Z" with its dashes and colons (ISO 8601, basic format). */
const withDashes = (text: string): string =>
  text.replace(
    /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})?/,
    (_all, year, month, day, hours, minutes, seconds) =>
      `${year}-${month}-${day}T${hours}:${minutes}:${seconds ?? '00'}`,
  )

/** "Seg, 24 Set 2018 19:42:40 -0300": as mail writes it, with names in another language. */
function foreignDate(text: string): IncomingDate | null {
  const found =
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2}\.?\s+(?:de\s+)?\p{L}+\.?\s+(?:de\s+)?\d{4}),?\s+(\d{1,2}:\d{2}(?::\d{2})?.*)$/u.exec(
      text,
    )
  const day = readDay(found?.[1] ?? '')
  if (!found || day?.kind !== 'day') return null
  return readDate(`${day.on} ${found[2] ?? ''}`) ?? { precision: 'day', on: day.on }
}

function localDate(text: string, zone: string | null, strict: 'strict' | 'utc'): IncomingDate | null {
  const found = LOCAL.exec(withDashes(text))
  const day = found && readDate(found[1] ?? '')
  if (!found || day?.precision !== 'day') return null
  const at = found[2] ?? ''
  if (at > '23:59' || at.slice(3) > '59') return null
  if (zone !== null) return { precision: 'minute', at: instantAt(zone, { on: day.on, at }) }
  return strict === 'strict' ? day : null
}
