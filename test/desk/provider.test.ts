import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownName } from '../../src/desk/desk-text.ts'
import { codePointsBefore } from '../../src/desk/code-points.ts'
import { MOST_CONFIDENCE, MOST_FROM_PROVIDER, namesToSend } from '../../src/desk/provider.ts'
import { withProvider } from '../../src/desk/provider-merge.ts'
import { unitsBefore } from '../../src/desk/provider-places.ts'
import { readProviderReply } from '../../src/desk/provider-reply.ts'
import type { Reading } from '../../src/desk/reading.ts'
import type { LocalDate } from '../../src/time.ts'

const HEAD = 'Two tolls for one shelling'
const SENTENCE = 'The army said on Saturday that at least 12 soldiers were killed near the river.'
const LATER = 'It told a radio station that dozens of people had fled.'
const TEXT = [HEAD, `${SENTENCE} ${LATER}`, 'A hospital counted 47 wounded.'].join('\n')

const known: KnownName[] = [
  {
    entryId: 'act_army',
    kind: 'actor',
    name: 'Malian Armed Forces',
    aliases: ['The army', 'FAMa'],
    actorKind: 'state-armed-force',
    zone: null,
  },
]

const asked = { text: TEXT, language: 'en', publishedOn: '2024-07-29' as LocalDate, known } as const

const charactersTo = (words: string, from = 0) => {
  const at = TEXT.indexOf(words, from)
  return { start: at, end: at + words.length }
}

/** A claim as a careful model would give it. */
const aClaim = (more: object = {}) => ({
  sentence: SENTENCE,
  ...charactersTo(SENTENCE),
  claimant: 'The army',
  via: null,
  effect: 'killed',
  who: 'soldiers',
  figure: { text: 'at least 12', ...charactersTo('at least 12'), min: 12, max: null, approx: false, vague: null },
  date: '2024-07-27',
  place: null,
  stance: 'admits',
  confidence: 0.9,
  ...more,
})

const readOf = (...claims: unknown[]) => {
  const reading = readProviderReply(asked, { claims, findings: [] })
  if (!reading) throw new Error('no answer at all')
  return reading
}
const aFigure = (text: string, min: number | null, max: number | null) => ({
  figure: { text, ...charactersTo(text), min, max },
})

describe('what a language model answers', () => {
  it('is taken as a suggestion like ours, never surer than is allowed', () => {
    const { claims, refused } = readOf(aClaim())
    expect(refused).toEqual([])
    expect(claims).toMatchObject([
      {
        ...charactersTo(SENTENCE),
        claimant: { text: 'The army', carried: null, entryId: 'act_army' },
        act: 'admit',
        measure: 'killed',
        who: { text: 'soldiers' },
        figure: { words: 'at least 12', quantity: { kind: 'atLeast', n: 12 } },
        date: { edtf: '2024-07-27' },
        confidence: MOST_CONFIDENCE,
        rule: 'provider',
      },
    ])
  })

  it('may name somebody of an earlier sentence, or by a name that only the record knows', () => {
    const later = { sentence: LATER, ...charactersTo(LATER), who: 'people', effect: 'displaced', date: null }
    const dozens = aFigure('dozens', null, null)
    expect(readOf(aClaim({ ...later, ...dozens, stance: 'claims' })).claims).toMatchObject([
      { claimant: { text: 'The army', carried: { as: null }, span: charactersTo('The army') } },
    ])
    expect(readOf(aClaim({ ...later, ...dozens, claimant: 'FAMA' })).claims).toMatchObject([
      { claimant: { text: 'Malian Armed Forces', entryId: 'act_army' }, measure: 'displaced' },
    ])
  })

  it('may leave the counting of characters to us where the words stand in the text once', () => {
    const wrong = { start: 3, end: 9 }
    const { claims } = readOf(aClaim({ ...wrong, figure: { text: 'at least 12', ...wrong, min: 12, max: null } }))
    expect(claims).toMatchObject([{ ...charactersTo(SENTENCE), figure: charactersTo('at least 12') }])
    expect(readOf(aClaim({ start: undefined, end: undefined })).claims).toHaveLength(1)
  })

  it.each([
    ['a sentence that is not there', { sentence: 'The army said that 12 were killed.', start: 0, end: 20 }],
    ['a place behind the end', { sentence: undefined, start: 0, end: 100_000 }],
    ['a figure of another sentence', aFigure('47', 47, 47)],
    ['a figure that is nowhere', { figure: { text: '1,200', start: 0, end: 5, min: 1200, max: 1200 } }],
    ['another number than its words', aFigure('at least 12', 120, null)],
    ['a number where the words are vague', { sentence: LATER, ...charactersTo(LATER), ...aFigure('dozens', 24, 24) }],
    ['words that are no figure', aFigure('soldiers', 12, 12)],
    ['half a figure', aFigure('12', 12, 12)],
    ['a claimant of its own making', { claimant: 'The president' }],
    ['a claimant that is part of a word', { claimant: 'arm' }],
    ['a claimant who comes later', { claimant: 'A hospital' }],
    ['an outlet that is not there', { via: 'An agency' }],
    ['people who are not there', { who: 'children' }],
    ['a place that is not there', { place: 'Gao' }],
    ['an effect that we do not know', { effect: 'other' }],
    ['an effect that is no word', { effect: 'constructor' }],
    ['a stance that there is not', { stance: 'proves' }],
    ['a day that no calendar has', { date: '2024-06-31' }],
    ['a day after the story', { date: '2024-08-01' }],
    ['a confidence beyond all doubt', { confidence: 7 }],
    ['no figure', { figure: null }],
  ])('is refused with %s', (_, more) => {
    expect(readOf(aClaim(more))).toMatchObject({ claims: [], refused: [expect.stringMatching(/^claim 1: its? /)] })
  })

  it('spoils nothing else when a part of it is refused', () => {
    const { claims, refused } = readOf(7, aClaim({ effect: 'other' }), aClaim(), null)
    expect(claims).toHaveLength(1)
    expect(refused).toHaveLength(3)
  })

  it('may underline, in the words of the text, what says nothing but where; and proposes no words of its own', () => {
    const finding = { kind: 'loaded-word', ...charactersTo('The army'), words: 'The army', fix: 'The thugs' }
    const { findings, refused } = readProviderReply(asked, {
      findings: [finding, { ...finding, kind: 'figure-against-record' }, { ...finding, words: 'The thugs' }, finding],
    }) ?? { findings: [], refused: [] }
    expect(findings).toMatchObject([{ words: 'The army', fix: null, facts: {}, rule: 'provider' }])
    expect(refused).toHaveLength(2)
  })

  it.each([null, 'claims', 12, [], { claims: {} }])('is none where it is %j', (reply) => {
    const reading = readProviderReply(asked, reply)
    expect(reading === undefined || (reading.claims.length === 0 && reading.findings.length === 0)).toBe(true)
  })

  it('is looked at up to a limit, and each figure once', () => {
    const { claims, refused } = readOf(...Array.from({ length: MOST_FROM_PROVIDER + 5 }, () => aClaim()))
    expect(claims).toHaveLength(1)
    expect(refused).toEqual(['5 more: only 200 are looked at'])
  })

  it('throws at nothing, and never brings a figure that is not in the text', () => {
    const anything = fc.record(
      {
        sentence: fc.oneof(fc.constant(SENTENCE), fc.constant(LATER), fc.string()),
        start: fc.oneof(fc.integer(), fc.anything()),
        end: fc.oneof(fc.nat(200), fc.anything()),
        claimant: fc.oneof(fc.constantFrom('The army', 'It', null), fc.anything()),
        effect: fc.oneof(fc.constantFrom('killed', 'injured', '__proto__'), fc.string()),
        stance: fc.constantFrom('claims', 'admits', 'denies', 'reports'),
        date: fc.oneof(fc.constant('2024-07-27'), fc.string()),
        figure: fc.oneof(
          fc.record({
            text: fc.constantFrom('12', 'at least 12', '47', '1200', 'dozens', 'soldiers', TEXT.slice(40, 60)),
            start: fc.integer({ min: -5, max: 300 }),
            end: fc.integer({ min: -5, max: 300 }),
            min: fc.constantFrom(null, 12, 47, 1200),
            max: fc.constantFrom(null, 12, 47, 1200),
          }),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, fc.anything()), { maxLength: 5 }), (claims) => {
        for (const { figure, claimant, start, end, confidence } of readOf(...claims).claims) {
          expect(TEXT.slice(figure.start, figure.end)).toBe(figure.words)
          expect(start <= figure.start && figure.end <= end).toBe(true)
          expect(figure.words).toContain(figure.quantity && 'n' in figure.quantity ? String(figure.quantity.n) : '')
          expect(TEXT).toContain(claimant?.text ?? '')
          expect(confidence).toBeLessThanOrEqual(MOST_CONFIDENCE)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is read to its end, whatever text it is about', () => {
    const text = `${'a'.repeat(200_000)} ${SENTENCE}`
    const long = { claimant: 'a'.repeat(300), sentence: undefined, start: 0, end: 200_000 + SENTENCE.length + 1 }
    const told = { claims: Array.from({ length: 1_000 }, () => aClaim(long)) }
    expect(() => readProviderReply({ ...asked, text }, told)).not.toThrow()
  })
})

describe('characters and UTF-16 units', () => {
  it('are counted back as they were counted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const characters = Array.from(text)
        for (let at = 0; at <= characters.length; at += 1) {
          const units = characters.slice(0, at).join('').length
          expect(unitsBefore(text)(at)).toBe(units)
          expect(codePointsBefore(text)(units)).toBe(at)
        }
      }),
    )
  })
})

describe('our reading with a model’s', () => {
  const none: Reading = { claims: [], responsibilities: [], findings: [] }

  it('keeps ours first, and drops what a model says of the same words', () => {
    const [claim] = readOf(aClaim()).claims
    const [other] = readOf(
      aClaim({
        sentence: LATER,
        ...charactersTo(LATER),
        who: 'people',
        effect: 'displaced',
        ...aFigure('dozens', null, null),
      }),
    ).claims
    if (!claim || !other) throw new Error('two claims were expected')
    const own = { ...claim, rule: 'ours', confidence: 0.9 }
    expect(withProvider({ ...none, claims: [own] }, { claims: [claim, other], findings: [] }).claims).toEqual([
      own,
      other,
    ])
  })
})

describe('names that may be sent', () => {
  it('are those that the paper uses, each once; never what else somebody goes by, and never a source’s', () => {
    const sources = known.map((one) => ({ ...one, kind: 'source' as const, name: 'A colonel' }))
    expect(namesToSend([...known, ...known, ...sources])).toEqual(['Malian Armed Forces'])
  })
})
