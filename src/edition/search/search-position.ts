import type { Instant, LocalDate } from '../../time.ts'

/** Where a document stands in the index: newest last. A whole number that every database and JavaScript can hold. */
export type Position = number

/** Places within a minute: a document's is drawn from its id, so that two documents seldom want the same. */
const SLOTS = 2 ** 26
/** Minutes are counted from the year 2000, and as many before as after: from 1872 to 2127. */
const EPOCH_MINUTE = Date.UTC(2000, 0, 1) / 60_000
const LAST_MINUTE = 2 ** 26 - 1
/** Below all dates: events of which nobody knows when, and under them what has no date at all. */
const UNDATED = -LAST_MINUTE
const TIMELESS = UNDATED - 1

/** Actors, places and sources stand below this, stories and events above. */
export const FIRST_DATED: Position = UNDATED * SLOTS
export const FIRST: Position = TIMELESS * SLOTS
export const LAST: Position = (LAST_MINUTE + 1) * SLOTS - 1

/** When a document is dated: an instant, an event whose date nobody knows, or something that has none. */
export type Dated = Instant | 'undated' | 'timeless'

/** The place that a document would like; where it is taken, the next free one is its own. */
export const wantedPosition = (dated: Dated, id: string): Position => minuteFor(dated) * SLOTS + slotOf(id)

/** How far above its wish a document may stand: as many of the same minute would have to wish for the same place. */
export const MAX_SHIFT = 64

function minuteFor(dated: Dated): number {
  if (dated === 'timeless') return TIMELESS
  return dated === 'undated' ? UNDATED : minuteOf(Date.parse(dated))
}

const minuteOf = (ms: number): number =>
  Math.min(LAST_MINUTE, Math.max(UNDATED + 1, Math.floor(ms / 60_000) - EPOCH_MINUTE))

/** FNV-1a over the id's characters. */
function slotOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % SLOTS
}

/** Thirty days: what an index that knows no order walks back by. */
const SPAN_MINUTES = 30 * 24 * 60

/** In which span of thirty days a position lies. */
export const spanAt = (position: Position): number => Math.floor(minuteAt(position) / SPAN_MINUTES)

/** The first position of a span. */
export const firstOfSpan = (span: number): Position => span * SPAN_MINUTES * SLOTS

/** The minute of a position, by which two editions can be compared. */
export const minuteAt = (position: Position): number => Math.floor(position / SLOTS)

/**
 * From the first to the last position of these days in the paper's zone; null leaves an end open. What has no date lies
 * in no span of days.
 */
export function positionsBetween(zone: string, from: LocalDate | null, to: LocalDate | null): [Position, Position] {
  const low =
    from === null ? (to === null ? FIRST_DATED : (UNDATED + 1) * SLOTS) : minuteOf(dayStart(zone, from, 0)) * SLOTS
  const high = to === null ? LAST : minuteOf(dayStart(zone, to, 1)) * SLOTS - 1
  return [low, high]
}

/** When a day, or the one so many days later, begins in a zone: milliseconds of the epoch. */
function dayStart(zone: string, on: LocalDate, later: number): number {
  const midnight = Date.parse(`${on}T00:00:00Z`) + later * 86_400_000
  const guess = midnight - offsetAt(zone, midnight)
  // Where the clocks change in the night, the offset at the guess is the better one.
  return midnight - offsetAt(zone, guess)
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, ms: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => parts.get(name) ?? 0
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) -
    Math.floor(ms / 60_000) * 60_000
  )
}
