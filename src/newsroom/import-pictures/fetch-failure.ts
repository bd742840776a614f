import { OnrecordError } from '../../errors.ts'
import { FailedAnswer } from '../../outbound/failed-answer.ts'

/** Why an address gave no bytes. */
export interface FetchFailure {
  /**
   * - `busy`: the server asks to be left alone for a while.
   * - `passing`: it did not answer, or answered with a fault of its own; it may do better later.
   * - `final`: asking again will not help.
   */
  readonly kind: 'busy' | 'passing' | 'final'
  readonly why: string
  /** How long the server asks to be left alone, in milliseconds; null when it does not say. */
  readonly waitMs: number | null
  /** Was there no answer at all? */
  readonly isSilent: boolean
}

/** Statuses that say “not now” (RFC 9110 and RFC 6585). */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 530])

/**
 * What a failed fetch means for a picture. What is no failure of fetching is thrown on.
 *
 * @param nowMs the present, against which a `Retry-After` with a date counts
 */
export function fetchFailure(error: unknown, nowMs: number): FetchFailure {
  if (!(error instanceof OnrecordError)) throw error
  if (error.cause instanceof FailedAnswer) return answerFailure(error.cause, nowMs)
  const isSilent = error.code === 'fetch-failed' && error.cause !== undefined
  return { kind: isSilent ? 'passing' : 'final', why: error.message, waitMs: null, isSilent }
}

function answerFailure({ status, retryAfter }: FailedAnswer, nowMs: number): FetchFailure {
  const waitMs = retryAfterMs(retryAfter, nowMs)
  const isBusy = status === 429 || (status === 503 && waitMs !== null)
  const kind = isBusy ? 'busy' : PASSING_STATUSES.has(status) ? 'passing' : 'final'
  return { kind, why: `The server answered with status ${status}${MEANING[status] ?? ''}.`, waitMs, isSilent: false }
}

const MEANING: Readonly<Record<number, string>> = {
  401: ' (only for those who sign in)',
  403: ' (forbidden)',
  404: ' (not there)',
  410: ' (gone)',
  429: ' (too many questions)',
  503: ' (not available just now)',
}

/** `Retry-After` as a wait: seconds or a date (RFC 9110, section 10.2.3). Null for anything else. */
export function retryAfterMs(text: string | null, nowMs: number): number | null {
  if (text === null) return null
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text) * 1_000
  const at = /\d{4}.*\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}
