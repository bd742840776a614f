import { describe, expect, it } from 'vitest'
import { housePageOf } from '../../src/site/house/house-page.tsx'
import { pageTemplate } from '../../src/site/page-templates/page-template.ts'
import { HOUSE_PAGES, type HousePage, type HousePageKind } from '../../src/story/house-page.ts'
import { EMPTY_PROFILE } from '../../src/story/section.ts'
import { PAPER, SECTIONS, aContext, aDocument, instant, paragraph } from './paper.ts'
import { byClass, byTag, parse, paths, wordsOf } from './parse.ts'
import { frontPage } from '../../src/site/fronts/front-page.tsx'
import { notFoundPage } from '../../src/site/notice-pages.tsx'

const aHousePage = (more: Partial<HousePage> = {}): HousePage => ({
  kind: 'about',
  language: 'en',
  title: 'About us',
  body: aDocument(paragraph('We report on the wars of the Sahel.')),
  updatedAt: instant('2024-08-01T09:00:00Z'),
  ...more,
})

const rendered = (page: HousePage | null, kind: HousePageKind = page?.kind ?? 'about', profile = EMPTY_PROFILE) =>
  parse(
    housePageOf({
      context: aContext({
        path: '/about',
        housePages: ['about', 'funding', kind],
        newspaper: { ...PAPER, profile },
      }),
      kind,
      page,
    }).body,
  )

describe('a page on which the paper speaks of itself', () => {
  it('bears its title and its text, says when it was last changed, and leads to the others', () => {
    const root = rendered(aHousePage())
    expect(byTag(root, 'h1').map(wordsOf)).toEqual(['About us'])
    expect(wordsOf(byClass(root, 'body')[0])).toBe('We report on the wars of the Sahel.')
    expect(wordsOf(byClass(root, 'changed')[0])).toBe('Last changed 1 August 2024')
    expect(paths(root)).toContain('/about/funding')
  })

  it('carries no word of what others wrote but escaped', () => {
    const page = aHousePage({ title: '<script>alert(1)</script>', body: aDocument(paragraph('<img onerror=x>')) })
    const root = rendered(page)
    expect(byTag(root, 'script')).toEqual([])
    expect(byTag(root, 'img')).toEqual([])
  })
})

describe('the page for sources', () => {
  const onion = `${'a'.repeat(56)}.onion`
  const safe = rendered(null, 'contact-safely', { ...EMPTY_PROFILE, signal: 'desk.27', secureDrop: onion })

  it('shows the channels of the profile with what to do, even before the paper has written a word', () => {
    const words = wordsOf(byClass(safe, 'safe')[0])
    expect(words).toContain(onion)
    expect(words).toContain('desk.27')
    expect(words).toContain('Tor Browser')
    expect(words).toContain('network of your workplace')
  })

  it('makes no link of an address that must not be opened in the browser at hand', () => {
    expect(byTag(safe, 'a').filter(({ attribs }) => attribs['href']?.includes('onion'))).toEqual([])
  })

  it('says plainly when there is no safe channel', () => {
    expect(wordsOf(byClass(rendered(null, 'contact-safely'), 'safe')[0])).toContain('no safe channel')
  })
})

describe('the templates', () => {
  it.each(HOUSE_PAGES)('“%s” has a title and asks for words in both languages', (kind) => {
    for (const language of ['en', 'fr']) {
      expect(pageTemplate(kind, language)).toMatch(/^# \S/)
      expect(pageTemplate(kind, language)).toMatch(/\[[^\]]{3,}\]/)
    }
  })
})

const home = (more = {}) =>
  parse(
    frontPage({
      context: aContext({ path: '/', ...more }),
      subject: { kind: 'all' },
      cards: [],
      strips: [],
      months: [],
    }).body,
  )

describe('the foot of every page', () => {
  it('names every section, what lies in one under it', () => {
    const [tree] = byClass(home(), 'tree')
    expect(tree && byTag(tree, 'a')).toHaveLength(SECTIONS.length)
    const [inner] = tree ? byTag(tree, 'ul').slice(1) : []
    expect(inner && byTag(inner, 'a').map(wordsOf)).toEqual(['Mali', 'Niger', 'Sudan', 'DR Congo'])
  })

  it('stays small for a paper with hundreds of sections, and leads to the rest', () => {
    const [first] = SECTIONS
    const sections = Array.from({ length: 300 }, (_, number) => ({
      ...first,
      id: `sec_${number}`,
      slug: `s-${number}`,
      names: { en: `Section ${number}` },
    }))
    const [tree] = byClass(home({ sections }), 'tree')
    expect(tree && byTag(tree, 'li')).toHaveLength(60)
    expect(tree && wordsOf(tree)).toContain('Every section and its feed')
  })

  it('leads to the pages that the paper has written, to its corrections, and to this page as plain text', () => {
    const links = paths(home({ housePages: ['funding'], path: '/' }))
    expect(links).toEqual(expect.arrayContaining(['/about/funding', '/corrections', '/search', '/text']))
    expect(links).not.toContain('/about')
  })

  it('leads to mirrors only when the paper has any', () => {
    const mirrors = { issuedAt: instant('2024-08-01T09:00:00Z'), publicKey: '', signature: '' }
    const profile = { ...EMPTY_PROFILE, mirrors: { ...mirrors, addresses: ['https://mirror.example'] } }
    expect(paths(home())).not.toContain('/mirrors')
    expect(paths(home({ newspaper: { ...PAPER, profile } }))).toContain('/mirrors')
  })

  it('of a page that is not there says nothing of the address that was asked for', () => {
    expect(notFoundPage({ context: aContext({ path: '/2024/07/29/secret' }) }).body).not.toContain('secret')
  })
})
