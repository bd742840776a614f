import { type Instant, instantOf } from './time.ts'

/** So far a clock may be put right at once and is believed. */
const BELIEVED_MS = 5 * 60 * 1000

export interface ClockParts {
  /** What the machine says the time is, in milliseconds since 1970: it may be set at any moment. */
  readonly wall: () => number
  /** Milliseconds since the machine was started, asleep or awake: nobody can set them. */
  readonly uptime: () => number
  /** Told once for each time that the clock was set by more than is believed. @param byMs how far; negative is back */
  readonly onSet: (byMs: number) => void
}

/**
 * The time for a process that goes on running: the machine's clock, as long as it goes on as clocks do.
 *
 * A clock that jumps by hours or years, by a wrong hand or a dead battery, would publish what is scheduled, end what is
 * under embargo, and make sessions and leases that last for years. So a jump is not followed: time goes on from before it,
 * until the clock comes back, or somebody who has looked at it starts the process anew.
 */
export function steadyClock({ wall, uptime, onSet }: ClockParts): () => Instant {
  let known = { wall: wall(), uptime: uptime() }
  let said = 0
  return () => {
    const now = { wall: wall(), uptime: uptime() }
    const expected = known.wall + (now.uptime - known.uptime)
    const by = now.wall - expected
    if (Math.abs(by) <= BELIEVED_MS) {
      known = now
      said = 0
      return instantOf(new Date(now.wall))
    }
    if (Math.abs(by - said) > BELIEVED_MS) {
      said = by
      onSet(by)
    }
    return instantOf(new Date(expected))
  }
}
