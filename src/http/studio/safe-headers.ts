import type { MiddlewareHandler } from 'hono'

/**
 * What every answer of the studio says to a browser, unless it says it more exactly itself: it is no page that runs or shows
 * anything, stands in nobody's frame, is of use to no other site, leaves no trace and is kept by nobody.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
}

/** Adds them to whatever is answered, errors included: a route that is written tomorrow need not think of it. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  const { headers } = context.res
  for (const [name, value] of Object.entries(DEFAULTS)) if (!headers.has(name)) headers.set(name, value)
}
