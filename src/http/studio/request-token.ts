import { createHash, timingSafeEqual } from 'node:crypto'
import { OnrecordError } from '../../errors.ts'
import { isSafe } from './same-site.ts'

/** A header that no form and no picture of another site can send: for it, a browser asks this server first. */
const HEADER = 'x-onrecord-request'

/** What our own pages send with every change: known to whoever may read our cookies, and of no use for a session. */
export const requestTokenOf = (sessionToken: string): string =>
  createHash('sha256').update(`a request of ${sessionToken}`).digest('base64url')

/**
 * Refuses a change in a session's name that does not show the session's token for requests. It is the second lock beside
 * where a request comes from: this one holds where a browser, or what stands before us, says that wrongly.
 *
 * @param expected the session's; null where there is none, as with a key, which no browser sends by itself
 * @throws OnrecordError `forbidden`
 */
export function assertOwnPage(request: Request, expected: string | null): void {
  if (expected === null || isSafe(request)) return
  const shown = Buffer.from(request.headers.get(HEADER) ?? '')
  const right = Buffer.from(expected)
  if (shown.length === right.length && timingSafeEqual(shown, right)) return
  throw new OnrecordError('forbidden', 'This request does not show that it comes from a page of the studio.', {
    remedy: 'Load the page anew, and try again. What you wrote is kept on this device.',
  })
}
