import type { Logger } from 'pino'
import type { ErrorCode } from './errors.ts'
import type { Figure } from './http/operations.ts'

/** What may mean that somebody tries to get in, or to do what is not theirs to do. */
const TELLING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['forbidden', 'session-revoked', 'too-many-tries'])

/** How often the studio refused what it was asked, so that an attack is seen while it lasts. */
export interface Refusals {
  readonly note: (endpoint: string, why: ErrorCode) => void
  readonly figures: () => Figure[]
}

/**
 * Counts what the studio refuses, by reason, and has a line in the log for what may be an attack: the endpoint and the reason,
 * never who asked or what was sent.
 */
export function countRefusals(log: Pick<Logger, 'info'>): Refusals {
  const counts = new Map<ErrorCode, number>()
  return {
    note: (endpoint, why) => {
      counts.set(why, (counts.get(why) ?? 0) + 1)
      if (TELLING.has(why) || endpoint.includes('/entering/'))
        log.info({ endpoint, why }, 'the studio refused a request')
    },
    figures: () =>
      [...counts].map(([why, value]) => ({
        name: 'studio_refusals',
        about: 'Requests that the studio refused since the start, by reason.',
        value,
        label: { name: 'why', value: why },
      })),
  }
}
