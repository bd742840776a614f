import { describe, expect, it } from 'vitest'
import type { ClaimId, PersonaId, PictureId, SectionId } from '../../src/ids.ts'
import { type CheckFacts, checklist, whatStops } from '../../src/story/checklist.ts'
import type { Block } from '../../src/story/document.ts'
import { linkFault } from '../../src/story/link-faults.ts'
import { rottingWords } from '../../src/story/rotting-words.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody, aContent, aParagraph } from '../builders.ts'

const clm = 'clm_a' as ClaimId

const facts = (more: Partial<CheckFacts> = {}): CheckFacts => ({
  language: 'en',
  slug: 'two-tolls',
  claims: new Map([[clm, 'live']]),
  openComments: 0,
  openSuggestions: 0,
  isTranslationStale: false,
  ...more,
})

const filed = { sectionIds: ['sec_a' as SectionId], bylines: ['per_a' as PersonaId] }
const cited: Block = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'The army says that ' },
    { type: 'text', text: 'four people died', marks: [{ type: 'claim', attrs: { claimId: clm } }] },
    { type: 'text', text: ' on Saturday 27 July 2024.' },
  ],
}
const whole = (...blocks: Block[]) => aContent({ ...filed, body: aBody(cited, ...blocks) })
const kinds = (content: StoryContent, more: Partial<CheckFacts> = {}) =>
  checklist(content, facts(more)).map(({ kind }) => kind)

const linked = (href: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'the statement', marks: [{ type: 'link', attrs: { href } }] }],
})

const photo = (more: { alt?: string; credit?: string | null; decorative?: boolean } = {}): Block => ({
  type: 'figure',
  attrs: {
    picture: { kind: 'photo', pictureId: 'pic_a' as PictureId, cover: null },
    alt: 'A market',
    decorative: false,
    credit: 'A. Claire',
    licence: null,
    ...more,
  },
  content: [{ type: 'text', text: 'The market of Tinzaouaten' }],
})

describe('the checklist', () => {
  it('finds nothing in a story that is whole', () => {
    expect(kinds(whole(photo(), linked('https://www.ohchr.org/en/statement')))).toEqual([])
  })

  it('stops a story without headline, text or address, and one whose picture some readers would miss', () => {
    expect(kinds(aContent({ ...filed, headline: ' ', body: aBody() }), { slug: 'Not A Slug' })).toEqual([
      'no-headline',
      'no-body',
      'no-address',
    ])
    const [found] = checklist(whole(photo({ alt: '' })), facts())
    expect(found).toMatchObject({ kind: 'figure-without-alt', level: 'must', words: 'The market of Tinzaouaten' })
    expect(kinds(whole(photo({ alt: '', decorative: true })))).toEqual([])
  })

  it('stops words that rest on a claim which was withdrawn, and asks about one that is a draft', () => {
    expect(kinds(whole(), { claims: new Map([[clm, 'withdrawn']]) })).toEqual(['claim-withdrawn'])
    expect(kinds(whole(), { claims: new Map() })).toEqual(['claim-withdrawn'])
    expect(checklist(whole(), facts({ claims: new Map([[clm, 'draft']]) }))).toMatchObject([
      { kind: 'claim-draft', level: 'should', words: 'four people died' },
    ])
  })

  it('asks about what stands around the text, and about the margin that readers never see', () => {
    const bare = aContent({ standfirst: '', headline: 'a'.repeat(111), body: aBody(cited) })
    expect(kinds(bare, { openComments: 2, openSuggestions: 1, isTranslationStale: true })).toEqual([
      'headline-long',
      'no-standfirst',
      'no-section',
      'no-byline',
      'open-comments',
      'open-suggestions',
      'translation-stale',
    ])
  })

  it('asks about figures that nobody stands behind, with the words around them', () => {
    const [found] = checklist(whole(aParagraph('At least twelve people were killed in the raid.')), facts())
    expect(found).toMatchObject({ kind: 'uncited-figure', level: 'should' })
    expect(found?.around).toContain('people were killed')
  })

  it('lets a story out once what must be is right and the rest was looked at', () => {
    const findings = checklist(whole(photo({ credit: null }), linked('http://localhost:4700/x')), facts())
    const keys = findings.map(({ key }) => key)
    expect(whatStops(findings, keys).map(({ kind }) => kind)).toEqual(['link-private'])
    expect(whatStops(findings, []).map(({ kind }) => kind)).toEqual(['link-private', 'figure-without-credit'])
  })
})

describe('links', () => {
  it.each([
    ['https://www.ohchr.org/en/statement', null],
    ['/2024/07/29/two-tolls', null],
    ['mailto:desk@example.org', null],
    ['javascript:alert(1)', 'broken'],
    ['https://', 'broken'],
    ['http://onrecord/story', 'broken'],
    ['http://localhost:4700/2024', 'private'],
    ['http://192.168.1.20/', 'private'],
    ['https://staging.paper.org/a', 'private'],
    ['https://paper-staging.example.net/a', 'private'],
    ['https://devnet.org/a', null],
    ['/studio/stories/sty_a', 'private'],
    ['https://desk.paper.org/studio/preview/abc', 'private'],
    ['https://news.example/a?utm_source=x', 'tracking'],
    ['https://news.example/a?id=4&fbclid=9', 'tracking'],
    ['https://news.example/a?id=4', null],
  ])('%s is %s', (href, fault) => {
    expect(linkFault(href)).toBe(fault)
  })
})

const found = (text: string, language = 'en') => rottingWords(text, language).map(({ words }) => words)

describe('words that rot', () => {
  it('are found in English, but not where a date stands with them or somebody else said them', () => {
    expect(found('The raid came yesterday, and last week too.')).toEqual(['yesterday', 'last week'])
    expect(found('Two days ago the column left; on Thursday it was seen.')).toEqual(['Two days ago', 'Thursday'])
    expect(found('On Saturday 27 July 2024, and on Thursday, 25 July.')).toEqual([])
    expect(found('On 27 July 2024, a Saturday, they left.')).toEqual([])
    expect(found('“They came yesterday,” she said.')).toEqual([])
    expect(found('Todayish and the Sundaynews are names.')).toEqual([])
  })

  it('are found in French', () => {
    expect(found('Hier, l’armée a parlé ; la semaine dernière aussi.', 'fr')).toEqual(['Hier', 'la semaine dernière'])
    expect(found('Aujourd’hui et avant-hier, puis il y a deux jours.', 'fr')).toEqual([
      'Aujourd’hui',
      'avant-hier',
      'il y a deux jours',
    ])
    expect(found('Le samedi 27 juillet 2024, puis jeudi.', 'fr')).toEqual(['jeudi'])
    expect(found('« Ils sont venus hier », dit-elle.', 'fr')).toEqual([])
  })

  it('are not looked for in a language that we do not read', () => {
    expect(found('أمس yesterday', 'ar')).toEqual([])
  })
})
