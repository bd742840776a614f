import { describe, expect, it } from 'vitest'
import type { DeskContext } from '../../src/desk/desk-text.ts'
import { DEFAULT_STYLE } from '../../src/desk/findings/style-context.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { readText } from '../../src/desk/read-text.ts'
import { parseInstant } from '../../src/time.ts'

const context = (language: DeskLanguage): DeskContext => ({
  language,
  publishedAt: parseInstant('2024-07-29T15:10:00Z') ?? null,
  zone: 'UTC',
  known: [],
  figures: [],
  style: DEFAULT_STYLE,
  without: [],
})

/** Kinds and words of what is underlined in a story, read from beginning to end. */
const underlinedIn = (language: DeskLanguage, headline: string, ...body: readonly string[]): string[] => {
  const plain = { speaker: null, cited: [] }
  const paragraphs = [
    { text: headline, kind: 'headline' as const, ...plain },
    ...body.map((text) => ({ text, kind: 'text' as const, ...plain })),
  ]
  return readText({ paragraphs, pictures: [] }, context(language)).findings.map(
    ({ kind, words }) => `${kind}: ${words}`,
  )
}

describe('a story that is in order', () => {
  it('has nothing underlined in English', () => {
    const found = underlinedIn(
      'en',
      'Market bombing kills 12, police say',
      'A bomb killed at least 12 people at a market in the capital on 28 July 2024, police said.',
      '“The toll may rise,” a police spokesman told reporters.',
      'The health ministry said 30 people had been wounded. A separate blast in 2017 killed nearly 600 people.',
    )
    expect(found).toEqual([])
  })

  it('has nothing underlined in French', () => {
    const found = underlinedIn(
      'fr',
      'Attentat au marché\u00a0: au moins 12 morts, selon la police',
      'Une bombe a tué au moins 12 personnes le 28 juillet 2024 sur un marché de la capitale, a annoncé la police.',
      '«\u00a0Le bilan pourrait s’alourdir\u00a0», a dit un porte-parole.',
      'Le ministère de la Santé parle de 30 blessés.',
    )
    expect(found).toEqual([])
  })
})

describe('a story that is not', () => {
  it('is underlined in English', () => {
    const found = underlinedIn(
      'en',
      'Army kills 40 terrorists',
      'The army said it killed 38 fighters near the border on Sunday.',
      'Rebels reportedly fled. In the town, 14 civilians were killed.',
    )
    expect(found).toEqual([
      'headline-differs: 40 terrorists',
      'loaded-word: terrorists',
      'date-rots: on Sunday',
      'loaded-word: Rebels',
      'hidden-source: reportedly',
      'figure-without-source: 14 civilians',
    ])
  })

  it('is underlined in French', () => {
    const found = underlinedIn(
      'fr',
      'L’armée tue 40 combattants',
      'L’armée affirme avoir tué 38 combattants près de la frontière dimanche.',
      'Le régime, dit-on, prépare une riposte. Dans la ville, 14 civils ont été tués.',
    )
    expect(found).toEqual([
      'headline-differs: 40 combattants',
      'date-rots: dimanche',
      'loaded-word: régime',
      'hidden-source: dit-on',
      'figure-without-source: 14 civils',
    ])
  })
})
