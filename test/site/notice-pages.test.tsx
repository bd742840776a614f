import { describe, expect, it } from 'vitest'
import { errorPage } from '../../src/site/error-page.tsx'
import { gonePage, notFoundPage } from '../../src/site/notice-pages.tsx'
import type { StoryId } from '../../src/ids.ts'
import type { GoneStory } from '../../src/story/public-story.ts'
import { aContext, instant } from './paper.ts'
import { all, byClass, byTag, parse, paths, wordsOf } from './parse.ts'

const gone: GoneStory = {
  id: 'sty_a' as StoryId,
  language: 'en',
  path: '/2024/07/29/a',
  sectionIds: [],
  bylines: [],
  firstPublished: { at: instant('2024-07-29T15:10:00.000Z'), precision: 'minute' },
  killedAt: instant('2024-08-03T10:00:00.000Z'),
  notice: 'A person in it could have been recognised.',
}

describe('a page that is not there', () => {
  it('says so and leads on, without a word of what might have been there', () => {
    const page = notFoundPage({ context: aContext({ path: '/2024/07/29/secret-draft' }) })
    expect(page.body).not.toContain('secret-draft')
    const root = parse(page.body)
    expect(byTag(root, 'h1').map(wordsOf)).toEqual(['There is no page here'])
    expect(paths(root)).toContain('/archive')
  })
})

describe('a withdrawn story', () => {
  it('leaves its dated notice', () => {
    const root = parse(gonePage({ context: aContext(), gone }).body)
    expect(wordsOf(byClass(root, 'notice')[0])).toBe(
      'Withdrawn 3 August 2024A person in it could have been recognised.',
    )
  })
})

describe('pages without an address of their own', () => {
  it('are kept out of search engines', () => {
    const pages = [
      notFoundPage({ context: aContext() }),
      gonePage({ context: aContext(), gone }),
      errorPage({ context: null, status: 500 }),
    ]
    for (const { body } of pages) {
      const root = parse(body)
      expect(all(root, ({ attribs }) => attribs['name'] === 'robots').map(({ attribs }) => attribs['content'])).toEqual(
        ['noindex'],
      )
      expect(all(root, ({ attribs }) => attribs['rel'] === 'canonical')).toEqual([])
    }
  })
})

describe('an error', () => {
  it('is told in both languages when nothing is known of the paper', () => {
    const page = errorPage({ context: null, status: 503 })
    const root = parse(page.body)
    expect(byTag(root, 'h1').map(wordsOf)).toEqual(['This page cannot be shown just now'])
    expect(byTag(root, 'h2').map(wordsOf)).toEqual(['Cette page ne peut pas être affichée pour le moment'])
    expect(page.body).toContain(`<style>${page.style}</style>`)
    expect(paths(root)).toEqual([])
  })

  it('is told in the paper’s frame when the paper is known', () => {
    const root = parse(errorPage({ context: aContext({ language: 'fr' }), status: 500 }).body)
    expect(byTag(root, 'h1').map(wordsOf)).toEqual(['Cette page ne peut pas être affichée pour le moment'])
    expect(paths(root)).toContain('/fr')
  })

  it.each([400, 405, 414])('does not take the blame for a request that nobody could answer (%i)', (status) => {
    const root = parse(errorPage({ context: null, status }).body)
    expect(byTag(root, 'h1').map(wordsOf)).toEqual(['This request cannot be understood'])
    expect(byTag(root, 'h2').map(wordsOf)).toEqual(['Cette demande ne peut pas être comprise'])
    expect(wordsOf(byTag(root, 'main')[0])).not.toMatch(/fault|faute/)
  })

  it.each([500, 503])('is ours to own when it is ours (%i)', (status) => {
    expect(wordsOf(byTag(parse(errorPage({ context: null, status }).body), 'main')[0])).toContain('The fault is ours')
  })
})
