import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { robotsTxt } from '../../src/site/robots.ts'
import { sitemapIndex, sitemapMonth } from '../../src/site/sitemap.ts'
import type { Month } from '../../src/time.ts'
import { PAPER, instant } from './paper.ts'

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
  it('are indexed by month', () => {
    const months = [{ month: '2024-07' as Month, updatedAt }]
    const { body } = sitemapIndex({ siteUrl, site: PAPER, months })
    expect(addresses(body)).toEqual(['https://sahel.example/sitemaps/2024-07.xml'])
    expect(body).toContain('<lastmod>2024-07-30T09:00:00.000Z</lastmod>')
  })

  it('give a story of which only the day is known no time', () => {
    const noon = instant('2024-07-29T12:00:00.000Z')
    const entry = {
      path: '/a',
      firstPublished: { at: noon, precision: 'day' },
      updatedAt: noon,
      alternates: [],
    } as const
    expect(sitemapMonth({ siteUrl, zone, entries: [entry] }).body).toContain('<lastmod>2024-07-29</lastmod>')
  })

  it('name each story with its other languages', () => {
    const alternates = [
      { language: 'en', path: '/2024/07/29/a' },
      { language: 'fr', path: '/fr/2024/07/29/a' },
    ]
    const { body } = sitemapMonth({
      siteUrl,
      zone,
      entries: [{ path: '/2024/07/29/a', firstPublished, updatedAt, alternates }],
    })
    expect(addresses(body)).toEqual([
      'https://sahel.example/2024/07/29/a',
      'https://sahel.example/2024/07/29/a',
      'https://sahel.example/fr/2024/07/29/a',
    ])
    expect(body).toContain('hreflang="fr"')
  })

  it('may be empty and stay well-formed', () => {
    expect(addresses(sitemapMonth({ siteUrl, zone, entries: [] }).body)).toEqual([])
  })
})

describe('robots.txt', () => {
  it('names the sitemap by its whole address and keeps crawlers out of the studio', () => {
    expect(robotsTxt({ siteUrl, site: PAPER }).body).toBe(
      'User-agent: *\nDisallow: /studio\n\nSitemap: https://sahel.example/sitemap.xml\n',
    )
  })
})
