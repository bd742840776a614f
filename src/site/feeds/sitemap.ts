import { type Address, type AddressLanguages, pathTo } from '../../story/addresses.ts'
import type { Language, Publication } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { changeStamp, publicationStamp } from '../dates.ts'
import type { Alternate, RenderedPage } from '../props.ts'
import { xml, XML_HEAD, xmlLeaf } from './xml.ts'

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XHTML = 'http://www.w3.org/1999/xhtml'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

/** What a sitemap may hold (sitemaps.org, protocol 0.9): more is cut off. */
export const MAX_SITEMAP_URLS = 50_000
const MAX_SITEMAP_BYTES = 50_000_000
/** What Google reads of a news sitemap. */
export const MAX_NEWS_URLS = 1_000

const sitemap = (root: string): RenderedPage => ({
  contentType: 'application/xml; charset=utf-8',
  body: XML_HEAD + root,
  style: null,
})

export interface SitemapIndexProps {
  readonly siteUrl: string
  readonly site: AddressLanguages
  /** The sitemaps there are, each with its latest change where that is known. */
  readonly sitemaps: readonly { readonly address: Address; readonly updatedAt: Instant | null }[]
}

/** The index that search engines begin at: one sitemap a month, so that one publication changes one of them. */
export function sitemapIndex({ siteUrl, site, sitemaps }: SitemapIndexProps): RenderedPage {
  const entries = sitemaps.map(({ address, updatedAt }) =>
    xml('sitemap', {}, xmlLeaf('loc', siteUrl + pathTo(address, site)), xmlLeaf('lastmod', updatedAt ?? '')),
  )
  return sitemap(xml('sitemapindex', { xmlns: SITEMAP }, ...entries))
}

/** A page in a sitemap. */
export interface SitemapEntry {
  readonly path: string
  /** When it last changed: an instant or a day; null where only a guess could be given. */
  readonly lastmod: string | null
  /** The page in all its languages, itself included; empty when it has only one. */
  readonly alternates: readonly Alternate[]
}

export interface SitemapProps {
  readonly siteUrl: string
  readonly entries: readonly SitemapEntry[]
}

/** A list of pages, each with its other languages. */
export function sitemapOf({ siteUrl, entries }: SitemapProps): RenderedPage {
  const urls = entries.map(({ path, lastmod, alternates }) =>
    xml(
      'url',
      {},
      xmlLeaf('loc', siteUrl + path),
      xmlLeaf('lastmod', lastmod ?? ''),
      ...alternates.map((alternate) =>
        xml('xhtml:link', { rel: 'alternate', hreflang: alternate.language, href: siteUrl + alternate.path }),
      ),
    ),
  )
  return sitemap(xml('urlset', { xmlns: SITEMAP, 'xmlns:xhtml': XHTML }, ...withinLimits(urls)))
}

/** When a story last changed, as a sitemap says it. */
export const storyLastmod = (
  times: { readonly firstPublished: Publication; readonly updatedAt: Instant },
  zone: string,
): string => changeStamp(times, zone)

/** One page in every language it has, each with all the others. */
export const inEveryLanguage = (alternates: readonly Alternate[], lastmod: string | null): SitemapEntry[] =>
  alternates.map(({ path }) => ({ path, lastmod, alternates: alternates.length > 1 ? alternates : [] }))

/** A story of the last two days. */
export interface NewsEntry {
  readonly path: string
  readonly language: Language
  readonly headline: string
  readonly firstPublished: Publication
}

export interface NewsSitemapProps {
  readonly siteUrl: string
  readonly paper: string
  /** The paper's IANA zone. */
  readonly zone: string
  /** Newest first. */
  readonly entries: readonly NewsEntry[]
}

/** The stories of the last two days, as news search wants them. There may be none. */
export function newsSitemap({ siteUrl, paper, zone, entries }: NewsSitemapProps): RenderedPage {
  const urls = entries
    .slice(0, MAX_NEWS_URLS)
    .map(({ path, language, headline, firstPublished }) =>
      xml(
        'url',
        {},
        xmlLeaf('loc', siteUrl + path),
        xml(
          'news:news',
          {},
          xml('news:publication', {}, xmlLeaf('news:name', paper), xmlLeaf('news:language', newsLanguage(language))),
          xmlLeaf('news:publication_date', publicationStamp(firstPublished, zone)),
          xmlLeaf('news:title', headline),
        ),
      ),
    )
  return sitemap(xml('urlset', { xmlns: SITEMAP, 'xmlns:news': NEWS }, ...withinLimits(urls)))
}

/** ISO 639, without a country; written Chinese is the one exception that Google knows. */
const newsLanguage = (language: Language): string => {
  if (/^zh\b/i.test(language)) return /hant|tw|hk/i.test(language) ? 'zh-tw' : 'zh-cn'
  return language.split('-')[0] ?? language
}

const encoder = new TextEncoder()

function withinLimits(urls: readonly string[]): string[] {
  let bytes = 1_000
  return urls.slice(0, MAX_SITEMAP_URLS).filter((url) => {
    bytes += encoder.encode(url).byteLength
    return bytes <= MAX_SITEMAP_BYTES
  })
}
