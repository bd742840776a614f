import { OnrecordError } from '../../errors.ts'
import { statusOf } from '../problem.ts'

const NOT_KEPT = {
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const

/** Seconds after which it may be worth to ask again; in the words of the error stands more. */
const RETRY_AFTER: Readonly<Record<number, string>> = { 429: '60', 503: '30' }

/** An error as RFC 9457 has it: what happened, and what to do next. A bug says nothing of itself. */
export function problemJson(error: unknown): Response {
  const status = statusOf(error)
  const problem =
    error instanceof OnrecordError
      ? { type: `urn:onrecord:${error.code}`, title: error.code, detail: error.message, remedy: error.remedy ?? null }
      : {
          type: 'urn:onrecord:fault',
          title: 'fault',
          detail: 'Something went wrong here; it is not your mistake, and it was noted.',
          remedy: 'Try again in a moment. What you wrote is kept on this device.',
        }
  const retryAfter = RETRY_AFTER[status]
  const headers = retryAfter === undefined ? NOT_KEPT : { ...NOT_KEPT, 'retry-after': retryAfter }
  return Response.json({ ...problem, status }, { status, headers })
}
