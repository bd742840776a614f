import { describe, expect, it } from 'vitest'
import { codePointsBefore } from '../../src/desk/code-points.ts'
import { type LintSource, lintJson } from '../../src/desk/lint-json.ts'
import type { Reading, SuggestedClaim, SuggestedMeasure } from '../../src/desk/reading.ts'
import type { Edtf } from '../../src/record/when.ts'
import type { Quantity } from '../../src/record/quantity.ts'

const TEXT = '🕊 Peace talks.\nThe army said 20 people were killed in Ménaka.'

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const named = (text: string) => ({ text, span: at(text), carried: null, entryId: null })

const aClaim = (more: Partial<SuggestedClaim> = {}): SuggestedClaim => ({
  ...at('The army said 20 people were killed in Ménaka.'),
  key: 'k',
  claimant: named('army'),
  via: null,
  act: 'assert',
  stance: 'claims',
  measure: 'killed',
  who: named('people'),
  standing: 'unknown',
  figure: { ...at('20 people'), words: '20 people', quantity: figure({ kind: 'exact', n: 20 }) },
  date: { edtf: '2024-07-27' as Edtf, words: 'on Saturday', span: { start: 0, end: 0 }, isCarried: true },
  place: named('Ménaka'),
  hedge: null,
  confidence: 0.9,
  rule: 'says',
  ...more,
})

type Bare<Part> = Part extends unknown ? Omit<Part, 'verbatim' | 'lang'> : never

const figure = (quantity: Bare<Quantity>, verbatim = ''): Quantity => ({ ...quantity, verbatim, lang: 'en' })

const told = (reading: Partial<Reading>, source: Partial<LintSource> = {}) =>
  lintJson(
    { claims: [], findings: [], responsibilities: [], ...reading },
    { text: TEXT, charactersBefore: codePointsBefore(TEXT), language: 'en', ...source },
  )

describe('what a reading says to other programs', () => {
  it('has claims in the fields of annotated stories', () => {
    expect(told({ claims: [aClaim()] }).claims).toEqual([
      {
        start: 15,
        end: 61,
        sentence: 'The army said 20 people were killed in Ménaka.',
        claimant: 'army',
        via: null,
        effect: 'killed',
        who: 'people',
        standing: 'unknown',
        figure: { text: '20 people', min: 20, max: 20, approx: false, vague: null, start: 29, end: 38 },
        date: '2024-07-27',
        place: 'Ménaka',
        stance: 'claims',
        confidence: 0.9,
        rule: 'says',
      },
    ])
  })

  it('counts characters, so that a dove is one of them', () => {
    const [claim] = told({ claims: [aClaim()] }).claims
    expect(Array.from(TEXT).slice(claim?.start, claim?.end).join('')).toBe(claim?.sentence)
    expect(Array.from(TEXT).slice(claim?.figure.start, claim?.figure.end).join('')).toBe('20 people')
  })

  it('leaves empty what the text does not say', () => {
    const bare = aClaim({ claimant: null, who: null, date: null, place: null })
    expect(told({ claims: [bare] }).claims[0]).toMatchObject({ claimant: null, who: null, date: null, place: null })
  })

  it.each<[SuggestedMeasure, string]>([
    ['killed', 'killed'],
    ['wounded', 'injured'],
    ['killed-or-wounded', 'killed'],
    ['captured', 'captured'],
    ['abducted', 'captured'],
    ['missing', 'missing'],
    ['displaced', 'displaced'],
  ])('calls what the record measures as %s %s', (measure, effect) => {
    expect(told({ claims: [aClaim({ measure })] }).claims[0]?.effect).toBe(effect)
  })

  it.each<[Quantity | null, number | null, number | null, boolean, string | null]>([
    [figure({ kind: 'exact', n: 12 }), 12, 12, false, null],
    [figure({ kind: 'atLeast', n: 12 }), 12, null, false, null],
    [figure({ kind: 'moreThan', n: 12 }), 12, null, false, null],
    [figure({ kind: 'atMost', n: 12 }), null, 12, false, null],
    [figure({ kind: 'fewerThan', n: 12 }), null, 12, false, null],
    [figure({ kind: 'approx', n: 12 }), 12, 12, true, null],
    [figure({ kind: 'range', lo: 12, hi: 15 }), 12, 15, false, null],
    [figure({ kind: 'vague', term: 'dozens' }, 'dozens'), null, null, false, 'dozens'],
    [figure({ kind: 'some' }, 'heavy losses'), null, null, false, 'heavy losses'],
    [figure({ kind: 'none' }), 0, 0, false, null],
    [figure({ kind: 'notGiven' }), null, null, false, null],
    [null, null, null, false, null],
  ])('gives the ends of %o', (quantity, min, max, approx, vague) => {
    const claim = aClaim({ figure: { ...at('20 people'), words: '20 people', quantity } })
    expect(told({ claims: [claim] }).claims[0]?.figure).toMatchObject({ min, max, approx, vague })
  })

  it('says of a finding why, and what to write instead', () => {
    const finding = { ...at('20'), key: 'k', kind: 'figure-without-source', words: '20', fix: null } as const
    expect(told({ findings: [{ ...finding, facts: {}, confidence: 0.8, rule: 'bare' }] }).findings).toEqual([
      {
        start: 29,
        end: 31,
        kind: 'figure-without-source',
        words: '20',
        why: expect.stringMatching(/\.$/) as unknown,
        fix: expect.stringMatching(/\.$/) as unknown,
        instead: null,
        confidence: 0.8,
        rule: 'bare',
      },
    ])
  })

  it('says who is said to have done it', () => {
    const responsibility = {
      ...at('The army said 20 people were killed in Ménaka.'),
      key: 'k',
      actor: named('army'),
      kind: 'accused',
      claimant: null,
      via: null,
      confidence: 0.7,
      rule: 'blamed',
    } as const
    expect(told({ responsibilities: [responsibility] }).responsibilities).toMatchObject([
      { start: 15, organisation: 'army', kind: 'accused', claimant: null, via: null },
    ])
  })
})

describe('characters before a place', () => {
  it.each([
    ['plain', 3, 3],
    ['é', 1, 1],
    ['a🕊b', 1, 1],
    ['a🕊b', 3, 2],
    ['a🕊b', 4, 3],
    ['🕊🕊🕊', 6, 3],
    ['🕊', 1, 1],
    ['\uD800 alone', 2, 2],
  ])('of %o before %i are %i', (text, place, count) => {
    expect(codePointsBefore(text)(place)).toBe(count)
  })
})
