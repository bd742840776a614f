import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DESK_LANGUAGES, type DeskLanguage } from '../../src/desk/language.ts'
import { readText } from '../../src/desk/read-text.ts'
import { aContext, plainDeskText } from './passages/judge.ts'

const MEGABYTE = 1_000_000

const repeated = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length)

/** What somebody could hand in to make a reader hang, each long enough to show it. */
const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  [
    'a megabyte without a full stop',
    repeated('the army said that twenty soldiers and militants were killed and ', MEGABYTE),
  ],
  ['a megabyte without a space', repeated('killed', MEGABYTE)],
  ['ten thousand numbers', Array.from({ length: 10_000 }, (_, at) => at).join(' ')],
  ['ten thousand numbers, joined', Array.from({ length: 10_000 }, (_, at) => at).join(' and ')],
  ['number words without an end', repeated('two hundred and ', 50_000)],
  ['quotation marks without an end', repeated('“he said “', 50_000)],
  ['brackets without an end', repeated('([{', 50_000)],
  ['apostrophes', repeated("l'd'qu'", 50_000)],
  ['full stops', repeated('. ', 50_000)],
  ['capitals and points', repeated('U.S.A. ', 50_000)],
  ['zero-width signs inside words', repeated('ki\u200Blled ten\u200C sol\u2060diers ', 50_000)],
  ['mixed scripts', repeated('убито 20 قُتل ٢٠ kílled 二十人 ', 50_000)],
  ['combining marks', repeated('e\u0301\u0302\u0303\u0304', 50_000)],
  ['half a pair of surrogates', repeated('\uD83D killed 5 \uDE00 ', 50_000)],
  ['line ends', repeated('\n', 50_000)],
  ['commas', repeated('soldiers, ', 50_000)],
  ['speakers within speakers', repeated('he said that she said that ', 50_000)],
  ['dates within dates', repeated('on Saturday between July 2021 and ', 50_000)],
]

describe.each(DESK_LANGUAGES)('hostile text, read as %s', (language: DeskLanguage) => {
  it.each(HOSTILE)('%s is read to its end', { timeout: 60_000 }, (_name, text) => {
    const { claims, findings } = readText(plainDeskText(text), aContext({ language }))
    for (const { start, end } of [...claims, ...findings]) {
      expect(start).toBeLessThanOrEqual(end)
      expect(end).toBeLessThanOrEqual(text.length)
    }
  })

  it('any text at all is read, and what is found stands in it', () => {
    const words = fc.constantFrom(
      ...'killed wounded dead 20 at least dozens army said Monday in Kidal , . “ ” tués blessés selon l’armée au moins une vingtaine de lundi à que a été the of and people ’s'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words, { maxLength: 60 }).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readText(plainDeskText(text), aContext({ language }))
        const whole = plainDeskText(text)
          .paragraphs.map((one) => one.text)
          .join('\n')
        for (const claim of reading.claims) {
          expect(whole.slice(claim.figure.start, claim.figure.end)).toBe(claim.figure.words)
        }
        for (const finding of reading.findings) expect(whole.slice(finding.start, finding.end)).toBe(finding.words)
      }),
      { numRuns: 300 },
    )
  })
})
