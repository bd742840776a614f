import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Address,
  ALL_STORIES,
  isSlug,
  maySectionUse,
  pathTo,
  RESERVED_EVENT_SLUGS,
  RESERVED_SLUGS,
  slugFrom,
  storyPath,
  type StoryList,
} from '../../src/story/addresses.ts'
import { parsePath } from '../../src/story/parse-path.ts'
import type { ClaimId } from '../../src/ids.ts'
import type { LocalDate, Month } from '../../src/time.ts'

const paper = { languages: ['en', 'fr', 'ar'], defaultLanguage: 'en' }

const slugs = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)
const languages = fc.constantFrom(...paper.languages)
const formats = fc.constantFrom('rss' as const, 'atom' as const)
const lists: fc.Arbitrary<StoryList> = fc.oneof(
  fc.constant(ALL_STORIES),
  slugs.filter((slug) => maySectionUse(slug, paper)).map((slug) => ({ kind: 'section' as const, slug })),
  slugs.map((slug) => ({ kind: 'author' as const, slug })),
)
const dates = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as LocalDate)
const months = dates.map((date) => date.slice(0, 7) as Month)

const addresses: fc.Arbitrary<Address> = fc.oneof(
  fc.record({ kind: fc.constantFrom('front' as const, 'archive' as const), language: languages, list: lists }),
  fc.record({ kind: fc.constant('month' as const), language: languages, list: lists, month: months }),
  fc.record({ kind: fc.constant('feed' as const), language: languages, list: lists, format: formats }),
  fc.record({ kind: fc.constant('feeds' as const), language: languages }),
  fc.record({
    kind: fc.constantFrom('record-front' as const, 'how-we-count' as const, 'data' as const),
    language: languages,
  }),
  fc.record({ kind: fc.constant('record-month' as const), language: languages, month: months }),
  fc.record({
    kind: fc.constantFrom('actor' as const, 'place' as const, 'source' as const),
    language: languages,
    slug: slugs,
  }),
  fc.record({
    kind: fc.constant('event' as const),
    language: languages,
    slug: slugs.filter((slug) => !RESERVED_EVENT_SLUGS.includes(slug) && !/^\d+$/.test(slug)),
  }),
  fc.record({
    kind: fc.constant('claim' as const),
    language: languages,
    id: fc.constant('clm_0123456789abcdef' as ClaimId),
  }),
  fc.record({ language: languages, on: dates, slug: slugs }).map(({ language, on, slug }) => ({
    kind: 'story' as const,
    language,
    path: storyPath(on, slug, language, paper),
  })),
  fc.constantFrom({ kind: 'sitemap-index' as const }, { kind: 'robots' as const }, { kind: 'icon' as const }),
  fc.record({ kind: fc.constant('sitemap-month' as const), month: months }),
)

describe('the map of addresses', () => {
  it('reads every address back from its path', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parsePath(pathTo(address, paper), paper)).toEqual(address)
      }),
    )
  })

  it('gives every page one path only: what can be read is written the same way', () => {
    const parts = fc.oneof(
      slugs,
      languages,
      months.map((month) => month.replace('-', '/')),
      fc.constantFrom(
        '',
        'archive',
        'authors',
        'feeds',
        'rss.xml',
        'atom.xml',
        'sitemaps',
        'studio',
        '2024',
        '07',
        '29',
      ),
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), (some) => {
        const path = `/${some.join('/')}`
        const address = parsePath(path, paper)
        expect(address ? pathTo(address, paper) : path).toBe(path)
      }),
    )
  })

  it('puts the main language at the root and the others under their code', () => {
    expect(pathTo({ kind: 'front', language: 'en', list: ALL_STORIES }, paper)).toBe('/')
    expect(pathTo({ kind: 'front', language: 'fr', list: { kind: 'section', slug: 'mali' } }, paper)).toBe('/fr/mali')
    expect(storyPath('2024-07-29' as LocalDate, 'tolls', 'en', paper)).toBe('/2024/07/29/tolls')
    expect(storyPath('2024-07-29' as LocalDate, 'tolls', 'fr', paper)).toBe('/fr/2024/07/29/tolls')
  })

  it.each([
    '',
    'mali',
    'x/mali',
    '//',
    '//mali',
    '/mali/',
    '/mali//archive',
    '/Mali',
    '/mali/archive/archive',
    '/mali/2024',
    '/mali/2024/13',
    '/2024/06/31/slug',
    '/2024/7/29/slug',
    '/2024/07/29/',
    '/2024/07/29/slug/',
    '/2024/07/29/slug/more',
    '/2024-07-29/slug',
    '/en',
    '/en/mali',
    '/fr/',
    '/fr/fr',
    '/de/2024/07/29/slug',
    '/studio',
    '/data/2024/07',
    '/123',
    '/authors',
    '/authors/',
    '/authors/Ayize',
    '/feeds/',
    '/feeds/rss',
    '/feeds/mali/rss.xml/',
    '/feeds/studio/rss.xml',
    '/feeds/authors/rss.xml',
    '/sitemaps/2024-13.xml',
    '/sitemaps/2024-07.xml/',
    '/fr/sitemap.xml',
    '/../etc/passwd',
    '/..%2f..%2fetc',
    '/mali\u0000',
    '/mali?page=2',
    '/<script>',
    `/${'a'.repeat(121)}`,
    `/${'a/'.repeat(5000)}`,
  ])('knows no page at %j', (path) => expect(parsePath(path, paper)).toBeUndefined())

  it('reads any path at all without stumbling', () => {
    const paths = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 200, maxLength: 200 })
    for (const path of fc.sample(paths, 1).flat()) expect(() => parsePath(path, paper)).not.toThrow()
  })
})

describe('slugs', () => {
  it('keeps what Onrecord, a year or a language needs from being a section', () => {
    for (const slug of [...RESERVED_SLUGS, ...paper.languages, '2024', '7']) {
      expect(maySectionUse(slug, paper)).toBe(false)
    }
    expect(maySectionUse('war-in-drc', paper)).toBe(true)
    expect(maySectionUse('de', paper)).toBe(true)
  })

  it.each([
    ['Two tolls for one shelling', 'two-tolls-for-one-shelling'],
    ['À Tinzaouaten, l’armée évoque « un accrochage »', 'a-tinzaouaten-larmee-evoque-un-accrochage'],
    ["N'Djaména: what's known", 'ndjamena-whats-known'],
    ['Sœurs d’armes, cœur et œuvre', 'soeurs-darmes-coeur-et-oeuvre'],
    ['ŒUVRE Æther', 'oeuvre-aether'],
    ['Straße & Brücke', 'strasse-and-brucke'],
    ['Søren, Đakovo, Łódź', 'soren-dakovo-lodz'],
    ['Bamanankɔrɔ, Ŋɔnɔ, ɲɛmɔgɔ, Ɗan Ƙasa', 'bamanankoro-nono-nyemogo-dan-kasa'],
    ['Ça va ?  Non…', 'ca-va-non'],
    ['  — 24 killed —  ', '24-killed'],
    ['ﬁrst “quoted” ½', 'first-quoted-1-2'],
    ['الجيش المالي', ''],
    ['马里', ''],
    ['🙂', ''],
    ['', ''],
  ])('makes of %j the slug %j', (headline, slug) => expect(slugFrom(headline)).toBe(slug))

  it('cuts a long headline at a word, within eighty characters', () => {
    const slug = slugFrom(
      'What the army, the movement and the hospital each say about the shelling of the market on Saturday',
    )
    expect(slug).toBe('what-the-army-the-movement-and-the-hospital-each-say-about-the-shelling-of-the')
    expect(slugFrom('a'.repeat(200))).toHaveLength(80)
  })

  it('makes a slug or nothing of any text, and leaves a slug as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = slugFrom(text)
        expect(slug === '' || isSlug(slug)).toBe(true)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugFrom(slug)).toBe(slug)
      }),
    )
  })
})
