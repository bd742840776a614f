import type { Instant } from '../../src/time.ts'
import { describe, expect, it } from 'vitest'
import { asciiAddress, pageHeaders, staleHeaders, type SurrogateCaching } from '../../src/press/page-headers.ts'
import type { FinishedPage } from '../../src/press/page.ts'
import { aPage } from './builders.ts'

const CDN = { maxAgeSeconds: 86_400 }

/** The headers of a page by name. */
function headersOf(page: FinishedPage, surrogate: SurrogateCaching | undefined): Record<string, string> {
  const lines = pageHeaders(page, 'W/"x"', surrogate)
  return Object.fromEntries(lines.flatMap((name, at) => (at % 2 === 0 ? [[name, lines[at + 1] ?? '']] : [])))
}

describe('surrogate keys', () => {
  it('tell a CDN what a page shows, and that it may keep it until it hears more', () => {
    expect(headersOf(aPage({ tags: ['story:sty_1', 'list:mali:2024-07'] }), CDN)).toMatchObject({
      'Surrogate-Control': 'max-age=86400, stale-if-error=259200',
      'Surrogate-Key': 'story:sty_1 list:mali:2024-07',
      'Cache-Control': 'public, no-cache',
    })
  })

  it('are not sent where no CDN hears of changes', () => {
    expect(Object.keys(headersOf(aPage(), undefined)).filter((name) => name.startsWith('Surrogate'))).toEqual([])
  })

  it('are left out with the permission when they are too long, rather than cut', () => {
    const tags = Array.from({ length: 1_000 }, (_, at) => `story:sty_${at}`)
    const headers = headersOf(aPage({ tags }), CDN)
    expect([headers['Surrogate-Key'], headers['Surrogate-Control']]).toEqual([undefined, undefined])
  })

  it('are said in the words of the caches that are there, and in no others', () => {
    const page = aPage({ tags: ['story:sty_1', 'site'] })
    const cloudflare = headersOf(page, { ...CDN, words: ['cache-tag'] })
    expect(cloudflare).toMatchObject({
      'Cache-Tag': 'story:sty_1,site',
      'Cloudflare-CDN-Cache-Control': 'max-age=86400',
      'Cache-Control': 'public, no-cache',
    })
    expect(Object.keys(cloudflare).filter((name) => name.startsWith('Surrogate'))).toEqual([])
    expect(headersOf(page, { ...CDN, words: ['surrogate-key', 'cache-tag'] })).toMatchObject({
      'Cache-Tag': 'story:sty_1,site',
      'Surrogate-Key': 'story:sty_1 site',
    })
  })

  it('are not sent where there is nothing: no purge tells a cache that something has come', () => {
    expect(headersOf(aPage({ status: 404 }), CDN)['Surrogate-Control']).toBeUndefined()
    expect(headersOf(aPage({ status: 410 }), CDN)['Surrogate-Control']).toBeDefined()
  })

  it('are taken back aloud from a page of before a change, since a cache adds what it remembers to a 304', () => {
    const all = pageHeaders(aPage(), 'W/"x"', { ...CDN, words: ['surrogate-key', 'cache-tag'] })
    const stale = staleHeaders(all)
    expect(stale[stale.indexOf('Surrogate-Control') + 1]).toBe('max-age=0')
    expect(stale[stale.indexOf('Cloudflare-CDN-Cache-Control') + 1]).toBe('no-store')
    expect(stale.filter((line) => /^(?:Surrogate-Key|Cache-Tag)$/.test(line))).toEqual([])
  })

  it('are not sent with a page that nobody may keep', () => {
    expect(headersOf(aPage({ kept: false }), CDN)).toMatchObject({ 'Cache-Control': 'no-store' })
    expect(headersOf(aPage({ kept: false }), CDN)['Surrogate-Control']).toBeUndefined()
  })
})

describe('the content policy', () => {
  it('allows one stylesheet, by its hash, and nothing that runs', () => {
    const policy = headersOf(aPage({ style: 'a{}' }), undefined)['Content-Security-Policy'] ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /)
    expect(policy).not.toMatch(/unsafe|script-src|\*/)
  })

  it('allows no stylesheet where a page has none', () => {
    expect(headersOf(aPage({ style: null }), undefined)['Content-Security-Policy']).not.toContain('style-src')
  })
})

describe('an address in a header', () => {
  it.each([
    ['/2024/07/29/a?b=1#c', '/2024/07/29/a?b=1#c'],
    ['/déjà vu', '/d%C3%A9j%C3%A0%20vu'],
    ['/a\r\nSet-Cookie: x=1', '/a%0D%0ASet-Cookie:%20x=1'],
    ['/\\example.org', '/%5Cexample.org'],
    ['/%C3%A9', '/%C3%A9'],
    ['/\ud800', '/%EF%BF%BD'],
  ])('of %j is plain ASCII', (address, sent) => {
    expect(asciiAddress(address)).toBe(sent)
  })
})

describe('a page made for frames', () => {
  it('may be framed by anybody, and no other page may', () => {
    expect(headersOf(aPage({ mayBeFramed: true }), undefined)['Content-Security-Policy']).toMatch(/frame-ancestors \*$/)
    expect(headersOf(aPage(), undefined)['Content-Security-Policy']).toMatch(/frame-ancestors 'none'$/)
  })
})

describe('a page that is true until an hour', () => {
  it('is kept by no proxy, since no purge tells it that the hour has come', () => {
    const freshUntil = '2024-07-29T12:00:00.000Z' as Instant
    const headers = pageHeaders(aPage({ freshUntil }), null, { maxAgeSeconds: 60 })
    expect(headers).not.toContain('Surrogate-Control')
    expect(pageHeaders(aPage(), null, { maxAgeSeconds: 60 })).toContain('Surrogate-Control')
  })
})

describe('a feed with a hub', () => {
  it('says so in a header, where a subscriber looks first', () => {
    const links = '<https://hub.example/>; rel="hub", <https://a.example/feeds/atom.xml>; rel="self"'
    const headers = pageHeaders(aPage({ links }), null, undefined)
    expect(headers[headers.indexOf('Link') + 1]).toBe(links)
  })
})
