import { type AddressLanguages, pathTo } from '../story/addresses.ts'
import type { Publication } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'
import { changeStamp } from './dates.ts'
import type { Alternate, RenderedPage } from './props.ts'
import { xml, XML_HEAD, xmlLeaf } from './xml.ts'

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const sitemap = (root: string): RenderedPage => ({
  contentType: 'application/xml; charset=utf-8',
  body: XML_HEAD + root,
  style: null,
})

export interface SitemapIndexProps {
  readonly siteUrl: string
  readonly site: AddressLanguages
  /** Months that hold stories, with their latest change. */
  readonly months: readonly { readonly month: Month; readonly updatedAt: Instant }[]
}

/** The index that search engines begin at: one sitemap a month, so that one publication changes one of them. */
export function sitemapIndex({ siteUrl, site, months }: SitemapIndexProps): RenderedPage {
  const entries = months.map(({ month, updatedAt }) =>
    xml(
      'sitemap',
      {},
      xmlLeaf('loc', siteUrl + pathTo({ kind: 'sitemap-month', month }, site)),
      xmlLeaf('lastmod', updatedAt),
    ),
  )
  return sitemap(xml('sitemapindex', { xmlns: SITEMAP }, ...entries))
}

/** A story in a sitemap. */
export interface SitemapEntry {
  readonly path: string
  readonly firstPublished: Publication
  readonly updatedAt: Instant
  /** The story in all its languages, itself included; empty when it has only one. */
  readonly alternates: readonly Alternate[]
}

export interface SitemapMonthProps {
  readonly siteUrl: string
  /** The paper's IANA zone. */
  readonly zone: string
  readonly entries: readonly SitemapEntry[]
}

/** The stories of one month. */
export function sitemapMonth({ siteUrl, zone, entries }: SitemapMonthProps): RenderedPage {
  const urls = entries.map(({ path, alternates, ...times }) =>
    xml(
      'url',
      {},
      xmlLeaf('loc', siteUrl + path),
      xmlLeaf('lastmod', changeStamp(times, zone)),
      ...alternates.map(({ language, path }) =>
        xml('xhtml:link', { rel: 'alternate', hreflang: language, href: siteUrl + path }),
      ),
    ),
  )
  return sitemap(xml('urlset', { xmlns: SITEMAP, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, ...urls))
}
