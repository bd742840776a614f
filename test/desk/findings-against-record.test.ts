import { describe, expect, it } from 'vitest'
import type { KnownFigure } from '../../src/desk/desk-text.ts'
import { figureAgainstRecord } from '../../src/desk/findings/figure-against-record.ts'
import { fr, type Given, givenText } from './findings-builder.ts'

const known = (n: number, more: Partial<KnownFigure> = {}): KnownFigure => ({
  claimId: 'clm_1',
  claimantId: 'act_1',
  eventTitle: 'Battle',
  eventDate: '2024-07-22/2024-07-27',
  measure: 'killed',
  group: 'Malian soldiers',
  figure: { kind: 'exact', n, verbatim: String(n), lang: 'en' },
  ...more,
})

const told = (figure: string, more: object = {}) =>
  [{ figure, by: 'JNIM', entry: 'act_1', who: 'soldiers', date: '2024-07-27', ...more }] as const

const text = (
  claims: Given['claims'] & object,
  figures: readonly KnownFigure[],
  words = 'JNIM said it killed 12 soldiers.',
): Given => ({
  paragraphs: [words],
  claims,
  context: { figures },
})

const french = (claims: Given['claims'] & object, figures: readonly KnownFigure[]): Given => ({
  ...text(claims, figures, 'Le GSIM dit avoir tué 12 soldats.'),
  ...fr,
})

describe('a figure against the record', () => {
  it.each<[string, Given]>([
    ['another number', text(told('12'), [known(10)])],
    ['the same group in more words', text(told('12', { who: 'Malian soldiers' }), [known(10)])],
    ['on the first day', text(told('12', { date: '2024-07-22' }), [known(10)])],
    ['within the month', text(told('12', { date: '2024-07' }), [known(10)])],
    ['in a span', text(told('12', { date: '2024-07-25/2024-07-29' }), [known(10)])],
    ['beside others of the record', text(told('12'), [known(12, { measure: 'wounded' }), known(10)])],
    ['un autre nombre', french(told('12', { who: 'soldats' }), [known(10, { group: 'soldats maliens' })])],
    [
      'le premier jour',
      french(told('12', { who: 'soldats', date: '2024-07-22' }), [known(10, { group: 'soldats maliens' })]),
    ],
  ])('is underlined: %s', (_, given) => {
    const [found, ...others] = figureAgainstRecord(givenText(given))
    expect(others).toEqual([])
    expect(found).toMatchObject({ words: '12', facts: { record: '10', event: 'Battle', claim: 'clm_1' } })
  })

  it.each<[string, Given]>([
    ['the same number', text(told('12'), [known(12)])],
    ['one of two', text(told('12'), [known(10), known(12)])],
    ['another day', text(told('12', { date: '2024-07-29' }), [known(10)])],
    ['no day', text(told('12', { date: undefined }), [known(10)])],
    ['other people', text(told('12', { who: 'civilians' }), [known(10)])],
    ['nobody named', text(told('12', { who: undefined }), [known(10)])],
    ['another claimant', text(told('12', { entry: 'act_2' }), [known(10)])],
    ['a part', text(told('12', { isPart: true }), [known(10)])],
    ['a denial', text(told('12', { stance: 'denies' }), [known(10)])],
    ['room for both', text(told('12', { quantity: { kind: 'atLeast', n: 10 } }), [known(12)])],
    ['le même nombre', french(told('12', { who: 'soldats' }), [known(12, { group: 'soldats maliens' })])],
    ['d’autres gens', french(told('12', { who: 'civils' }), [known(10, { group: 'soldats maliens' })])],
  ])('is none: %s', (_, given) => {
    expect(figureAgainstRecord(givenText(given))).toEqual([])
  })
})
