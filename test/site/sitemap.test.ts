import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { robotsTxt } from '../../src/site/feeds/robots.ts'
import {
  inEveryLanguage,
  MAX_SITEMAP_URLS,
  newsSitemap,
  sitemapIndex,
  sitemapOf,
  storyLastmod,
} from '../../src/site/feeds/sitemap.ts'
import type { Month } from '../../src/time.ts'
import { PAPER, instant } from './paper.ts'
import { faultsOf } from './schemas/validate.ts'

/** The texts of a well-formed file's `loc` elements, and the addresses of its links. */
function addresses(xml: string): string[] {
  const found: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  let isLoc = false
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    isLoc = tag.local === 'loc'
    if (tag.local === 'link') found.push(tag.attributes['href']?.value ?? '')
  })
  parser.on('text', (text) => {
    if (isLoc) found.push(text)
    isLoc = false
  })
  parser.write(xml).close()
  return found
}

const siteUrl = 'https://sahel.example'
const updatedAt = instant('2024-07-30T09:00:00.000Z')
const firstPublished = { at: instant('2024-07-29T15:10:00.000Z'), precision: 'minute' } as const
const zone = 'Africa/Bamako'

describe('the sitemaps', () => {
  it('are indexed, each with its latest change where that is known', () => {
    const sitemaps = [
      { address: { kind: 'sitemap-of', what: 'news' } as const, updatedAt: null },
      { address: { kind: 'sitemap-month', month: '2024-07' as Month } as const, updatedAt },
      { address: { kind: 'sitemap-record', month: '2024-06' as Month } as const, updatedAt },
    ]
    const { body } = sitemapIndex({ siteUrl, site: PAPER, sitemaps })
    expect(addresses(body)).toEqual([
      'https://sahel.example/sitemaps/news.xml',
      'https://sahel.example/sitemaps/2024-07.xml',
      'https://sahel.example/sitemaps/record-2024-06.xml',
    ])
    expect(body.match(/<lastmod>2024-07-30T09:00:00.000Z<\/lastmod>/g)).toHaveLength(2)
    expect(faultsOf(body, 'sitemap-index')).toEqual([])
  })

  it('give a story of which only the day is known no time', () => {
    const noon = instant('2024-07-29T12:00:00.000Z')
    expect(storyLastmod({ firstPublished: { at: noon, precision: 'day' }, updatedAt: noon }, zone)).toBe('2024-07-29')
    expect(storyLastmod({ firstPublished, updatedAt }, zone)).toBe(updatedAt)
  })

  it('name each page with its other languages, which name it in turn', () => {
    const entries = inEveryLanguage(
      [
        { language: 'en', path: '/record/tinzaouaten' },
        { language: 'fr', path: '/fr/record/tinzaouaten' },
      ],
      updatedAt,
    )
    const { body } = sitemapOf({ siteUrl, entries })
    const both = ['https://sahel.example/record/tinzaouaten', 'https://sahel.example/fr/record/tinzaouaten']
    expect(addresses(body)).toEqual([both[0], ...both, both[1], ...both])
    expect(body).toContain('hreflang="fr"')
    expect(faultsOf(body, 'sitemap')).toEqual([])
  })

  it('hold no more than a sitemap may', () => {
    const entries = Array.from({ length: MAX_SITEMAP_URLS + 5 }, (_, number) => ({
      path: `/${number}`,
      lastmod: null,
      alternates: [],
    }))
    expect(sitemapOf({ siteUrl, entries }).body.match(/<url>/g)).toHaveLength(50_000)
    const long = entries.slice(0, 4).map((entry) => ({ ...entry, path: `/${'a'.repeat(20_000_000)}` }))
    expect(sitemapOf({ siteUrl, entries: long }).body.length).toBeLessThan(50_000_000)
  })
})

describe('the news sitemap', () => {
  const entry = { path: '/2024/07/29/a', language: 'fr-CD', headline: 'Two tolls & <one> shelling', firstPublished }
  const news = (entries: readonly (typeof entry)[]) => newsSitemap({ siteUrl, paper: PAPER.name, zone, entries }).body

  it('names the paper, the language, the hour and the headline of each story', () => {
    const body = news([entry])
    expect(body).toContain(
      '<news:publication><news:name>The Sahel Record</news:name><news:language>fr</news:language></news:publication>',
    )
    expect(body).toContain('<news:publication_date>2024-07-29T15:10:00.000Z</news:publication_date>')
    expect(body).toContain('<news:title>Two tolls &amp; &lt;one&gt; shelling</news:title>')
    expect(faultsOf(body, 'news-sitemap')).toEqual([])
  })

  it('has at most a thousand, and may have none', () => {
    expect(news(Array.from({ length: 1_001 }, () => entry)).match(/<url>/g)).toHaveLength(1_000)
    expect(faultsOf(news([]), 'news-sitemap')).toEqual([])
  })
})

describe('robots.txt', () => {
  it('names the sitemaps by their whole addresses and keeps crawlers out of the studio', () => {
    expect(robotsTxt({ siteUrl, site: PAPER }).body).toBe(
      'User-agent: *\nDisallow: /studio\n\nSitemap: https://sahel.example/sitemap.xml\nSitemap: https://sahel.example/sitemaps/news.xml\n',
    )
  })
})
