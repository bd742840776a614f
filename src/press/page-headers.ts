import { createHash } from 'node:crypto'
import type { FinishedPage } from './page.ts'

/** Names and values in turn, as `writeHead` of `node:http` takes them. */
export type HeaderList = readonly string[]

/** How long a proxy or CDN that hears of our purges may keep a page, in seconds. */
export interface SurrogateCaching {
  readonly maxAgeSeconds: number
}

/** Varnish and some CDNs refuse longer header lines; a cut list would leave pages that no purge reaches. */
const MAX_SURROGATE_KEY_LENGTH = 7_000

/**
 * The browser may keep a page but asks each time whether it still stands: a correction reaches every reader with
 * the next request, and an unchanged page costs a 304 of a few bytes.
 */
const REVALIDATE = 'public, no-cache'

/**
 * Headers that every answer to a reader carries, whatever it is.
 *
 * They live here and not in `http/`, because they are kept with the page. HSTS is for the proxy that speaks TLS.
 */
export const securityHeaders = (style: string | null, allowed: PageAllowances = NOTHING_MORE): HeaderList => [
  'Content-Security-Policy',
  allowed.mayBeFramed || allowed.savedAs ? policyFor(style, allowed) : contentPolicy(style),
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
]

/** What few pages need: to stand in somebody's frame, or to hold their pictures in themselves. */
type PageAllowances = Pick<FinishedPage, 'mayBeFramed' | 'savedAs'>

const NOTHING_MORE: PageAllowances = {}

/** Most pages share a stylesheet: hashed once, and one string in memory for all of them. */
const policies = new Map<string | null, string>()
const MAX_POLICIES = 100

function contentPolicy(style: string | null): string {
  const known = policies.get(style)
  if (known !== undefined) return known
  const policy = policyFor(style, NOTHING_MORE)
  if (policies.size >= MAX_POLICIES) policies.clear()
  policies.set(style, policy)
  return policy
}

/** Nothing but the page's own stylesheet and this site's pictures; search forms lead back to this site. */
function policyFor(style: string | null, { mayBeFramed, savedAs }: PageAllowances): string {
  const styles = style === null ? '' : `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; `
  const pictures = savedAs ? 'data:' : "'self'"
  const frames = mayBeFramed ? '*' : "'none'"
  return `default-src 'none'; ${styles}img-src ${pictures}; base-uri 'none'; form-action 'self'; frame-ancestors ${frames}`
}

/** The page's headers in every encoding, but for `Content-Encoding` and `Content-Length`. */
export function pageHeaders(
  page: FinishedPage,
  etag: string | null,
  surrogate: SurrogateCaching | undefined,
): HeaderList {
  return [
    'Content-Type',
    page.contentType,
    ...(page.language ? ['Content-Language', page.language] : []),
    ...(page.location === null ? [] : ['Location', asciiAddress(page.location)]),
    ...(page.links ? ['Link', page.links] : []),
    ...validator(etag),
    ...cachingHeaders(page, surrogate),
    ...(page.savedAs ? ['Content-Disposition', `inline; filename="${page.savedAs}"`] : []),
    ...securityHeaders(page.style, page),
  ]
}

/** What a 304 repeats: the validator, and how the page may be kept. */
export const notModifiedHeaders = (
  page: FinishedPage,
  etag: string | null,
  surrogate: SurrogateCaching | undefined,
): HeaderList => [...validator(etag), ...cachingHeaders(page, surrogate)]

/** The same answer from before a change: no CDN may keep it, and `Cache-Status` (RFC 9211) says what it is. */
export function staleHeaders(headers: HeaderList): HeaderList {
  const own = headers.flatMap((name, at) =>
    at % 2 === 0 && !name.startsWith('Surrogate-') ? [name, headers[at + 1] ?? ''] : [],
  )
  return [...own, 'Cache-Status', 'onrecord; hit; detail=stale']
}

/** An address as a header may carry it: whatever is not plain ASCII is percent-encoded, backslashes too. */
export const asciiAddress = (address: string): string =>
  address.toWellFormed().replace(/[^\x21-\x5b\x5d-\x7e]+/g, encodeURIComponent)

const validator = (etag: string | null): HeaderList => (etag === null ? [] : ['ETag', etag])

function cachingHeaders(page: FinishedPage, surrogate: SurrogateCaching | undefined): HeaderList {
  if (!page.kept || page.status >= 500) return ['Vary', 'Accept-Encoding', 'Cache-Control', 'no-store']
  return ['Vary', 'Accept-Encoding', 'Cache-Control', REVALIDATE, ...surrogateHeaders(page, surrogate)]
}

function surrogateHeaders({ tags, freshUntil }: FinishedPage, surrogate: SurrogateCaching | undefined): HeaderList {
  // No purge tells a proxy that an hour has come: it asks for such a page each time.
  if (freshUntil) return []
  const key = tags.map(asciiAddress).join(' ')
  if (!surrogate || key === '' || key.length > MAX_SURROGATE_KEY_LENGTH) return []
  return ['Surrogate-Control', `max-age=${surrogate.maxAgeSeconds}`, 'Surrogate-Key', key]
}
