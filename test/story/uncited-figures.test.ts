import { describe, expect, it } from 'vitest'
import type { ClaimId } from '../../src/ids.ts'
import { DOCUMENT_VERSION, type StoryDocument, type Text } from '../../src/story/document.ts'
import { figureSpans } from '../../src/story/figure-spans.ts'
import { uncitedFigures } from '../../src/story/uncited-figures.ts'

const figures = (text: string, language = 'en') =>
  figureSpans(text, language).map(({ from, to }) => text.slice(from, to))

describe('figures of people in a text', () => {
  it.each([
    ['JNIM said it had killed 50 Wagner fighters.', ['50']],
    ['At least 20 Russian mercenaries were killed and 12 wounded.', ['At least 20', '12']],
    ['The ambush killed more than 80.', ['more than 80']],
    ['Dozens of soldiers were killed on 27 July 2024.', ['Dozens']],
    ['Between 15 and 20 people died near Tinzaouaten.', ['Between 15 and 20']],
    ['Two hundred and ten civilians were displaced; 1,200 fled.', ['Two hundred and ten', '1,200']],
    ['One soldier was killed.', ['One']],
    ['Twenty-one people are missing.', ['Twenty-one']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })

  it.each([
    ['L’embuscade a tué au moins 20 combattants de Wagner.', ['au moins 20']],
    ['Une vingtaine de soldats ont été tués et 12 blessés.', ['Une vingtaine', '12']],
    ['Des dizaines de civils ont été déplacés.', ['Des dizaines']],
    ['Le bilan est de 1 200 morts.', ['1 200']],
  ])('%s', (text, expected) => {
    expect(figures(text, 'fr')).toEqual(expected)
  })

  it.each([
    ['The attack on 27 July 2024 killed soldiers.'],
    ['It began at 12:30 and lasted 3 hours; nobody knows who died.'],
    ['The army lost 12 vehicles.'],
    ['A 12-year-old girl was killed.'],
    ['He was killed 40 kilometres south of the town in 2024.'],
    ['Two men spoke to reporters.'],
    ['It cost $50 million and killed nobody.'],
    ['50% of the wounded went home.'],
  ])('passes over years, hours, ages, money, distances and things: %s', (text) => {
    expect(figures(text)).toEqual([])
  })

  it.each([
    ['Le 27 juillet 2024, des soldats sont morts.'],
    ['Une fille de 12 ans a été tuée.'],
    ['Un soldat a été blessé.'],
    ['L’armée a perdu 12 véhicules.'],
  ])('and in French: %s', (text) => {
    expect(figures(text, 'fr')).toEqual([])
  })

  it('reads no other language', () => {
    expect(figures('قتل 50', 'ar')).toEqual([])
  })
})

const text = (words: string, claimId?: string): Text =>
  claimId === undefined
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: [{ type: 'claim', attrs: { claimId: claimId as ClaimId } }] }
const doc = (...content: Text[]): StoryDocument => ({
  type: 'doc',
  version: DOCUMENT_VERSION,
  content: [{ type: 'paragraph', content }],
})

describe('uncited figures of a story', () => {
  it('are those with no claim behind any part of them', () => {
    const story = doc(
      text('JNIM killed '),
      text('50', 'clm_1'),
      text(' fighters; bloggers say at least 20 were killed.'),
    )
    expect(uncitedFigures(story, 'en')).toEqual([
      { words: 'at least 20', around: 'JNIM killed 50 fighters; bloggers say at least 20 were killed.' },
    ])
  })

  it('are none where “at least 20” is marked at its number', () => {
    expect(uncitedFigures(doc(text('At least '), text('20', 'clm_1'), text(' were killed.')), 'en')).toEqual([])
  })
})
