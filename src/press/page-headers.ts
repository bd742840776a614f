import { createHash } from 'node:crypto'
import type { FinishedPage } from './page.ts'

/** Names and values in turn, as `writeHead` of `node:http` takes them. */
export type HeaderList = readonly string[]

/** How long a proxy or CDN that hears of our purges may keep a page, in seconds. */
export interface SurrogateCaching {
  readonly maxAgeSeconds: number
  /** In which words it is told what a page shows: Varnish and Fastly know the first, Cloudflare the second. */
  readonly words?: readonly SurrogateWords[]
}

export type SurrogateWords = 'surrogate-key' | 'cache-tag'

/** For this long after a page has expired or changed, a cache may show it while nobody can make it anew; in seconds. */
const WHILE_WE_ARE_AWAY = 3 * 86_400

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
export const staleHeaders = (headers: HeaderList): HeaderList => [
  ...unsharedHeaders(headers),
  'Cache-Status',
  'onrecord; hit; detail=stale',
]

/**
 * What stands instead of what is for caches in front alone. The leave to keep is taken back and not merely left out: a cache
 * adds what it remembers of a page to a 304.
 */
const UNSHARED: ReadonlyMap<string, HeaderList> = new Map([
  ['Surrogate-Control', ['Surrogate-Control', 'max-age=0']],
  ['Surrogate-Key', []],
  ['Cloudflare-CDN-Cache-Control', ['Cloudflare-CDN-Cache-Control', 'no-store']],
  ['Cache-Tag', []],
])

/** The same answer for whoever asked, without leave for a cache in front to keep it. */
export const unsharedHeaders = (headers: HeaderList): HeaderList =>
  headers.flatMap((name, at) => (at % 2 === 0 ? (UNSHARED.get(name) ?? [name, headers[at + 1] ?? '']) : []))

/** An address as a header may carry it: whatever is not plain ASCII is percent-encoded, backslashes too. */
export const asciiAddress = (address: string): string =>
  address.toWellFormed().replace(/[^\x21-\x5b\x5d-\x7e]+/g, encodeURIComponent)

const validator = (etag: string | null): HeaderList => (etag === null ? [] : ['ETag', etag])

function cachingHeaders(page: FinishedPage, surrogate: SurrogateCaching | undefined): HeaderList {
  if (!page.kept || page.status >= 500) return ['Vary', 'Accept-Encoding', 'Cache-Control', 'no-store']
  return ['Vary', 'Accept-Encoding', 'Cache-Control', REVALIDATE, ...surrogateHeaders(page, surrogate)]
}

function surrogateHeaders(
  { status, tags, freshUntil }: FinishedPage,
  surrogate: SurrogateCaching | undefined,
): HeaderList {
  // No purge tells a proxy that an hour has come, or that there is something now where nothing was: it asks each time.
  return freshUntil || status === 404 ? [] : sharedHeaders(tags, surrogate)
}

/** Leave for caches in front to keep an answer until they hear of one of its tags; none where nothing hears of changes. */
export function sharedHeaders(tags: readonly string[], surrogate: SurrogateCaching | undefined): HeaderList {
  const names = tags.map(asciiAddress)
  const length = names.reduce((sum, name) => sum + name.length + 1, -1)
  if (!surrogate || names.length === 0 || length > MAX_SURROGATE_KEY_LENGTH) return []
  const { maxAgeSeconds, words = ['surrogate-key'] } = surrogate
  const life = `max-age=${maxAgeSeconds}`
  return [
    ...(words.includes('surrogate-key')
      ? ['Surrogate-Control', `${life}, stale-if-error=${WHILE_WE_ARE_AWAY}`, 'Surrogate-Key', names.join(' ')]
      : []),
    ...(words.includes('cache-tag') ? ['Cloudflare-CDN-Cache-Control', life, 'Cache-Tag', names.join(',')] : []),
  ]
}
