import { publicHref } from './href.ts'

/** What is wrong with where a link leads. */
export type LinkFault = 'broken' | 'private' | 'tracking'

/** Parameters by which one reader is told from another. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_eid|igshid|yclid|_hsenc|_hsmi|ref_src|si)$/i

/** Hosts that only we reach, and those that stand for this machine or this house. */
const PRIVATE_HOST =
  /^(?:localhost|.*\.(?:local|localhost|internal|intranet|lan|test)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|0\.0\.0\.0|\[.*\])$/i

/** Copies of a site that nobody outside should be sent to, by the names that they are given. */
const STAGING = /(?:^|[.-])(?:staging|stage|preprod|preview|dev|draft)(?:[.-])/i

/**
 * What is wrong with a link's target; null where it is fit for readers. A document in somebody's own drive, an address of
 * the studio, a copy of the site that is not the site: all lead readers nowhere, or to us.
 */
export function linkFault(href: string): LinkFault | null {
  const target = publicHref(href)
  if (target === null) return 'broken'
  if (/^mailto:/i.test(target)) return null
  if (target.startsWith('/')) return /^\/studio(?:[/?#]|$)/.test(target) ? 'private' : null
  const { hostname, pathname, searchParams } = new URL(target)
  if (!hostname.includes('.') && !hostname.startsWith('[') && hostname !== 'localhost') return 'broken'
  if (PRIVATE_HOST.test(hostname) || STAGING.test(hostname) || pathname.startsWith('/studio/')) return 'private'
  return [...searchParams.keys()].some((name) => TRACKING.test(name)) ? 'tracking' : null
}
