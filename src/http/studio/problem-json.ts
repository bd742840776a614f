import { OnrecordError } from '../../errors.ts'
import { statusOf } from '../problem.ts'

const NOT_KEPT = {
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const

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
  return Response.json({ ...problem, status }, { status, headers: NOT_KEPT })
}
