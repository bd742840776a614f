import { type Instant, instantOf } from '../time.ts'

/** What a wall clock's day and time mean in a zone: one instant, or none, or two. */
export type LocalTime =
  | { readonly kind: 'once'; readonly at: Instant }
  /** The clocks are put back that night: it is this time twice. */
  | { readonly kind: 'twice'; readonly first: Instant; readonly second: Instant }
  /** The clocks are put forward over it: it is never this time. `after` is the first instant behind the gap. */
  | { readonly kind: 'never'; readonly after: Instant }

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

const HOUR_MS = 60 * 60 * 1000

/**
 * Reads a local day and time (`2026-10-25T02:30`, as a browser's field writes it) in a zone; undefined when it is none.
 *
 * @param zone an IANA zone name such as `Europe/Paris`
 */
export function readLocalTime(text: string, zone: string): LocalTime | undefined {
  const [, year, month, day, hour, minute] = (LOCAL.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) {
    return undefined
  }
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== text) return undefined
  // The zone's offsets of the day before and after: whatever it changes to or from is one of the two.
  const offsets = [offsetAt(zone, wall - 24 * HOUR_MS), offsetAt(zone, wall + 24 * HOUR_MS)]
  const instants = [...new Set(offsets.map((offset) => wall - offset))].filter((at) => at + offsetAt(zone, at) === wall)
  const [first, second] = instants.toSorted((one, other) => one - other).map((at) => instantOf(new Date(at)))
  if (first === undefined)
    return { kind: 'never', after: instantOf(new Date(gapEnd(zone, wall - Math.max(...offsets)))) }
  return second === undefined ? { kind: 'once', at: first } : { kind: 'twice', first, second }
}

/** An instant as a browser's field for a day and a time has it, in a zone. */
export const toLocalTime = (at: Instant, zone: string): string => {
  const ms = Date.parse(at)
  return new Date(ms + offsetAt(zone, ms)).toISOString().slice(0, 16)
}

/** The first instant at which the zone's clocks stand later than they would have without the change. */
function gapEnd(zone: string, near: number): number {
  const before = offsetAt(zone, near - 24 * HOUR_MS)
  let low = near - 24 * HOUR_MS
  let high = near + 24 * HOUR_MS
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2 / 60_000) * 60_000
    if (offsetAt(zone, middle) === before) low = middle
    else high = middle
  }
  return Math.floor(high / 60_000) * 60_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** How far a zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, ms: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(ms / 1000) * 1000
}
