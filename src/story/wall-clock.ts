import type { Instant, LocalDate } from '../time.ts'

/** What a wall clock and a calendar show: a date and a time of day, `06:00`. */
export interface WallTime {
  readonly on: LocalDate
  readonly at: string
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  // Swedish writes dates and times as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(zone, made)
  return made
}

/** Is this the name of a zone of the IANA database, such as `Africa/Bamako`? */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What the clock on the wall shows in a zone at an instant. */
export function wallTimeIn(zone: string, instant: Instant | string): WallTime {
  const [on = '', time = ''] = clockIn(zone).format(new Date(instant)).split(' ')
  return { on: on as LocalDate, at: time.slice(0, 5) }
}

const shownAt = (zone: string, ms: number): number =>
  Date.parse(`${clockIn(zone).format(new Date(ms)).replace(' ', 'T')}Z`)

/**
 * The instant at which the clock on the wall shows this. Where clocks are put back it shows it twice, and the first time
 * counts; where they are put forward it never does, and the time counts that it would have been had they not been: 02:30
 * is then half an hour after 02:00.
 *
 * @param zone an IANA zone name such as `Africa/Bamako`
 */
export function instantAt(zone: string, { on, at }: WallTime): Instant {
  const wanted = Date.parse(`${on}T${at}:00Z`)
  const offsets = [wanted - DAY_MS, wanted + DAY_MS].map((ms) => shownAt(zone, ms) - ms)
  const exact = offsets.map((offset) => wanted - offset).filter((ms) => shownAt(zone, ms) === wanted)
  const ms = exact.length > 0 ? Math.min(...exact) : wanted - (offsets[0] ?? 0)
  return new Date(ms).toISOString() as Instant
}

const DAY_MS = 86_400_000

/** The date so many days later; earlier for a negative number. */
export const daysAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate
