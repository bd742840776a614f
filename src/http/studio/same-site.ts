import { OnrecordError } from '../../errors.ts'
import type { Visitor } from './visit.ts'

/** What a request may do that changes nothing (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export const isSafe = ({ method }: Request): boolean => SAFE.has(method)

/**
 * Refuses a change that another site's page makes a browser send, in whoever's name is signed in there.
 *
 * The cookie is `SameSite=Strict` as well; this holds where a browser is older, or the other site is a sibling. A key is
 * sent by no browser by itself, so it needs no such care.
 *
 * @param origin where the studio is; null where nobody has said so
 * @throws OnrecordError `forbidden`
 */
export function assertSameSite(request: Request, origin: string | null, visitor: Visitor | null): void {
  if (isSafe(request) || (visitor !== null && visitor.session === null)) return
  if (origin === null) {
    throw new OnrecordError('forbidden', 'The studio does not know the name under which it was asked.', {
      remedy: 'Set ONRECORD_STUDIO_URL to the address that staff use, and start Onrecord again.',
    })
  }
  const site = request.headers.get('sec-fetch-site')
  const from = request.headers.get('origin')
  const isSaid = site !== null || from !== null
  // Whichever of the two a browser sends: one that says something else is enough.
  if (isSaid && (site ?? 'same-origin') === 'same-origin' && (from ?? origin) === origin) return
  throw new OnrecordError('forbidden', 'This request does not come from the studio’s own pages.', {
    remedy: 'Open the studio under its own address, and try there.',
  })
}
