import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDates } from '../../src/desk/dates/read-dates.ts'
import { dateRots } from '../../src/desk/findings/date-rots.ts'
import { findAll } from '../../src/desk/findings/find-all.ts'
import { findingWords } from '../../src/desk/findings/finding-words.ts'
import { DESK_LANGUAGES, type DeskLanguage } from '../../src/desk/language.ts'
import { FINDING_KINDS } from '../../src/desk/reading.ts'
import { rottingWords } from '../../src/story/rotting-words.ts'
import { parseLocalDate } from '../../src/time.ts'
import { type Given, givenText, wholeText } from './findings-builder.ts'

const words = fc.constantFrom(
  ...'rebels The regime reportedly said terrorist “ ” « » " . , neutralised fighters 12 killed aurait été tué selon des sources Reuters AFP correspondents saw dit-on'.split(
    ' ',
  ),
  '\u200B',
  'تين زواتين',
  '\u00A0',
)
const paragraph = fc.array(words, { maxLength: 40 }).map((some) => some.join(' '))
const language = fc.constantFrom(...DESK_LANGUAGES)
const given: fc.Arbitrary<Given> = fc.record({ language, paragraphs: fc.array(paragraph, { maxLength: 5 }) })

describe('every finding', () => {
  it('stands where its words do', () => {
    fc.assert(
      fc.property(given, (given) => {
        const input = givenText(given)
        for (const { start, end, words } of findAll(input)) expect(wholeText(input).slice(start, end)).toBe(words)
      }),
    )
  })

  it('has a key of its own', () => {
    fc.assert(
      fc.property(given, (given) => {
        const keys = findAll(givenText(given)).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('leaves days and loaded words between quotation marks alone', () => {
    fc.assert(
      fc.property(language, fc.array(words, { maxLength: 20 }), (language, some) => {
        const inside = some.filter((word) => !/[“”«»"]/.test(word)).join(' ')
        const found = findAll(givenText({ language, paragraphs: [`So: “${inside}” there.`], dates: [{ words: '12' }] }))
        expect(found.filter(({ kind }) => kind === 'loaded-word' || kind === 'date-rots')).toEqual([])
      }),
    )
  })

  it('is told in both languages, whatever is known about it', () => {
    for (const language of DESK_LANGUAGES) {
      for (const kind of FINDING_KINDS) {
        const { title, why, fix } = findingWords(language).kinds[kind]
        const facts = {
          figure: '50',
          other: '12',
          claimant: 'JNIM',
          spelling: 'Gao',
          agency: 'AFP',
          word: 'regime',
          instead: 'x',
        }
        for (const known of [{}, facts]) {
          expect(title.split(' ').length).toBeLessThanOrEqual(5)
          expect(why(known)).toMatch(/^.+\.$/)
          expect(fix(known)).toMatch(/^.+\.$/)
          expect(`${why(known)}${fix(known)}`).not.toContain('undefined')
        }
      }
    }
  })

  it('is found in ten thousand figures without a hang', () => {
    const claims = Array.from({ length: 1000 }, (_, at) => ({
      figure: `${at + 10_000}`,
      in: 0,
      by: at % 2 ? 'Police' : 'A hospital',
    }))
    const text = claims.map(({ figure }) => `In all, ${figure} died.`).join(' ')
    const input = givenText({ paragraphs: [text], claims })
    expect(() => findAll(input)).not.toThrow()
  })

  it('is found in a text without a full stop', () => {
    const input = givenText({ paragraphs: ['rebels reportedly said so and '.repeat(6000)] })
    expect(findAll(input).length).toBeGreaterThan(10_000)
  })
})

describe('days that rot', () => {
  const publishedOn = parseLocalDate('2024-07-29') ?? null

  it.each<[DeskLanguage, string]>([
    ['en', 'The column left on Saturday.'],
    ['en', 'The column left yesterday.'],
    ['en', 'The column left two days ago.'],
    ['en', 'The column left last week.'],
    ['en', 'The column left this morning.'],
    ['en', 'The column left on Saturday 27 July.'],
    ['en', 'The column left on Saturday, July 27.'],
    ['en', 'The column left on 27 July 2024.'],
    ['en', 'The column left in May 2023.'],
    ['en', 'The mayor said: “They left yesterday.”'],
    ['en', 'Nobody left.'],
    ['fr', 'La colonne est partie samedi.'],
    ['fr', 'La colonne est partie hier.'],
    ['fr', 'La colonne est partie il y a deux jours.'],
    ['fr', 'La colonne est partie la semaine dernière.'],
    ['fr', 'La colonne est partie ce matin.'],
    ['fr', 'La colonne est partie samedi 27 juillet.'],
    ['fr', 'La colonne est partie le 27 juillet 2024.'],
    ['fr', 'La colonne est partie en mai 2023.'],
    ['fr', 'Le maire a dit\u00a0: «\u00a0Ils sont partis hier.\u00a0»'],
    ['fr', 'Personne n’est parti.'],
  ])('%s: are those of the publish checklist: “%s”', (language, text) => {
    const bare = givenText({ language, paragraphs: [text] })
    const sentences = bare.sentences.map((read) => ({
      ...read,
      dates: readDates(read.sentence, { language, publishedOn }),
    }))
    const found = dateRots({ ...bare, sentences })
    const listed = rottingWords(text, language)
    expect(found).toHaveLength(listed.length)
    listed.forEach(({ words }, at) => expect(found[at]?.words.toLowerCase()).toContain(words.toLowerCase()))
  })
})
