import type { Session } from '../../store/sessions.ts'
import { type Instant, instantOf } from '../../time.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A device that is not used for so long is no longer signed in. */
const IDLE_MS = 30 * DAY_MS
/** However much it is used: whoever has taken a device over is out after a quarter of a year. */
const AT_MOST_MS = 90 * DAY_MS
/** Clocks of two machines differ by less than this. What is further ahead was written by a clock that was wrong. */
const CLOCKS_DIFFER_MS = 5 * 60 * 1000
/** How long ago somebody may have shown who they are where an act wants it to be lately. */
const CONFIRMED_WITHIN_MS = 10 * 60 * 1000

const ms = (instant: Instant): number => Date.parse(instant)

/** When a session ends that is used now. */
export const sessionEnd = (beganAt: Instant, now: Instant): Instant =>
  instantOf(new Date(Math.min(ms(now) + IDLE_MS, ms(beganAt) + AT_MOST_MS)))

/**
 * Does a session still hold? Its end alone does not say: a clock that was ahead for an hour would have made one that lasts for
 * years.
 */
export function isSessionGood({ beganAt, expiresAt }: Pick<Session, 'beganAt' | 'expiresAt'>, now: Instant): boolean {
  const isOver = ms(expiresAt) <= ms(now) || ms(beganAt) + AT_MOST_MS <= ms(now)
  return !isOver && !isAhead(beganAt, now) && ms(expiresAt) - ms(now) <= IDLE_MS + CLOCKS_DIFFER_MS
}

/** Has somebody shown lately who they are? */
export const isConfirmed = (confirmedAt: Instant, now: Instant): boolean =>
  !isAhead(confirmedAt, now) && ms(now) - ms(confirmedAt) <= CONFIRMED_WITHIN_MS

/** Does an instant that ought to be past lie in a time to come? Then the clock was wrong when it was noted, or is now. */
export const isAhead = (instant: Instant, now: Instant): boolean => ms(instant) - ms(now) > CLOCKS_DIFFER_MS
