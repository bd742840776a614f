import { describe, expect, it } from 'vitest'
import { readSelection } from '../../src/story/selection-figures.ts'

describe('selected words as a beginning for a claim', () => {
  it.each([
    ['at least 20 Wagner fighters were killed', 'atLeast', 20, 'killed', 'Wagner fighters'],
    ['50 Malian soldiers', 'exact', 50, 'killed', 'Malian soldiers'],
    ['12 wounded', 'exact', 12, 'wounded', null],
    ['more than 80', 'moreThan', 80, 'killed', null],
  ])('%s', (words, kind, n, measure, people) => {
    expect(readSelection(words, 'en')).toMatchObject({ figure: { kind, n }, measure, people })
  })

  it.each([
    ['une vingtaine de morts', { kind: 'approx', n: 20 }, 'killed'],
    ['des dizaines de soldats blessés', { kind: 'vague', term: 'tens' }, 'wounded'],
    ['entre 15 et 20 civils', { kind: 'range', lo: 15, hi: 20 }, 'killed'],
  ])('%s', (words, figure, measure) => {
    expect(readSelection(words, 'fr')).toMatchObject({ figure, measure })
  })

  it('take what happened from around them where they are a bare number', () => {
    const read = readSelection('12', 'en', 'The hospital took in 12 wounded.')
    expect(read).toMatchObject({ figure: { kind: 'exact', n: 12 }, measure: 'wounded' })
  })

  it('take whom it counts from there too, and nothing from the sentence after', () => {
    const around = 'JNIM said it had killed 50 Wagner fighters. Bloggers counted 20 wounded.'
    expect(readSelection('50', 'en', around)).toMatchObject({ measure: 'killed', people: 'Wagner fighters' })
  })

  it('without a figure leave that open', () => {
    expect(readSelection('the convoy', 'en')).toMatchObject({ figure: null, verbatim: 'the convoy', people: null })
  })

  it('read “dozens” as dozens, and no number', () => {
    expect(readSelection('dozens of soldiers', 'en').figure).toMatchObject({ kind: 'vague', term: 'dozens' })
  })
})
