import type { HtmlElement } from '../html/html-tree.ts'

/** Where a page stood on the web. */
export interface PageAddress {
  /** The story's own address; null when nothing tells it. */
  readonly own: string | null
  /** What relative links on the page are meant from. */
  readonly base: string | null
  /** Every address of the same site that the story answered under, its own first. */
  readonly all: readonly string[]
}

/** How browsers and their helpers note where a page was saved from. */
const SAVED_FROM = [
  /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i,
  /<!--\s*(?:Mirrored from|Saved from)\s+(\S+)\s/i,
]

/** The address that a browser wrote into the page when it saved it; null when there is none. */
export function savedFrom(text: string): string | null {
  const head = text.slice(0, 4_000)
  const found = SAVED_FROM.map((pattern) => pattern.exec(head)?.[1]).find((address) => address !== undefined)
  if (found === undefined) return null
  return webAddress(/^[\w-]+(?:\.[\w-]+)+\//.test(found) ? `https://${found}` : found)
}

/** The same page as the Internet Archive found it, without the archive's own address before every other. */
export const withoutArchive = (text: string): string =>
  text.slice(0, 20_000).includes('web.archive.org')
    ? text.replace(/(?:(?:https?:)?\/\/web\.archive\.org)?\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:|mailto:)/g, '')
    : text

/**
 * Finds a page's address: what it calls its canonical one, if that is of the site it was found on, else what it tells
 * its readers' networks (`og:url`) or its machines (JSON-LD), else where a browser saved it from.
 *
 * @param saved where it was saved from, where the file says so
 * @param told the addresses that the page's data names
 */
export function addressOf(
  elements: readonly HtmlElement[],
  saved: string | null,
  told: readonly string[],
): PageAddress {
  const given = told.map((address) => webAddress(address)).filter((address) => address !== null)
  const baseHref = elements.find(({ name }) => name === 'base')?.attributes['href']
  const linked = (rel: string): string[] => linksOf(elements, rel).flatMap((href) => webAddress(href) ?? [])
  // A canonical address without its site was rewritten by whatever copied the page: it leads into the copy.
  const canonical = linked('canonical')
  const site = hostOf(saved ?? given[0] ?? canonical[0] ?? '')
  const isHere = (address: string): boolean => hostOf(address) === site
  const all = [...canonical.filter(isHere), ...given.filter(isHere), ...(saved === null ? [] : [saved])]
  const others = [...linked('amphtml'), ...linked('shortlink')].filter(isHere)
  const own = all[0] ?? canonical[0] ?? given[0] ?? null
  const base = baseHref === undefined ? (saved ?? own) : webAddress(baseHref, saved ?? own ?? undefined)
  return { own, base: base ?? own, all: [...new Set([...all, ...others].map(withoutCampaign))] }
}

const linksOf = (elements: readonly HtmlElement[], rel: string): string[] =>
  elements
    .filter(
      ({ name, attributes }) => name === 'link' && (attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes(rel),
    )
    .map(({ attributes }) => attributes['href'] ?? '')

const hostOf = (address: string): string => URL.parse(address)?.hostname.replace(/^(?:www|m|amp|mobile)\./, '') ?? ''

function webAddress(written: string, base?: string): string | null {
  const parsed = URL.parse(written.trim(), base)
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname !== '' ? parsed.href : null
}

/** What campaigns and networks add to an address is no part of it. */
function withoutCampaign(address: string): string {
  const parsed = URL.parse(address)
  if (!parsed) return address
  const added = [...parsed.searchParams.keys()].filter((name) =>
    /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src)$/.test(name),
  )
  for (const name of added) parsed.searchParams.delete(name)
  parsed.hash = ''
  return parsed.href
}

/** The same name for one address however it was written: without scheme, `www.` and a slash at its end. */
export const addressKey = (address: string): string =>
  withoutCampaign(address)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/(?=$|\?)/, '')

/** Does the address lead to the front of a site or of a language's part of it? */
export function isFrontAddress(address: string): boolean {
  const parsed = URL.parse(address)
  return (
    parsed !== null &&
    parsed.search === '' &&
    /^\/(?:[a-z]{2}\/?)?(?:index\.(?:html?|php)|home\/?)?$/i.test(parsed.pathname)
  )
}
