import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../src/record/quantity.ts'
import { boundsOf, refusalOfQuantity, statedOf } from '../../src/record/quantity-bounds.ts'
import { quantityShort, quantityWords } from '../../src/record/quantity-words.ts'
import { quantities } from './quantities.ts'

const said = (verbatim: string) => ({ verbatim, lang: 'en' })
const open = Infinity

const TABLE: readonly (readonly [Quantity, [number | null, number | null, boolean, boolean], [number, number]])[] = [
  [{ kind: 'exact', n: 50, ...said('50') }, [50, 50, false, false], [50, 50]],
  [{ kind: 'atLeast', n: 20, ...said('at least 20') }, [20, 20, true, false], [20, open]],
  [{ kind: 'moreThan', n: 30, ...said('more than 30') }, [30, 30, true, false], [31, open]],
  [{ kind: 'atMost', n: 30, ...said('up to 30') }, [null, 30, false, false], [0, 30]],
  [{ kind: 'fewerThan', n: 10, ...said('fewer than 10') }, [null, 10, false, false], [0, 9]],
  [{ kind: 'range', lo: 15, hi: 20, ...said('between 15 and 20') }, [15, 20, false, false], [15, 20]],
  [{ kind: 'approx', n: 20, ...said('about 20') }, [20, 20, false, true], [18, 22]],
  [{ kind: 'approx', n: 5, ...said('about five') }, [5, 5, false, true], [4, 6]],
  [{ kind: 'approx', n: 84, ...said('about 84') }, [84, 84, false, true], [75, 93]],
  [{ kind: 'approx', n: 0, ...said('about 0') }, [0, 0, false, true], [0, 1]],
  [{ kind: 'vague', term: 'dozens', ...said('dozens') }, [null, null, false, false], [12, open]],
  [{ kind: 'some', ...said('heavy losses') }, [null, null, false, false], [1, open]],
  [{ kind: 'none', ...said('no casualties') }, [0, 0, false, false], [0, 0]],
  [{ kind: 'notGiven', ...said('declines to give a figure') }, [null, null, false, false], [0, open]],
]

describe('a figure as it was stated', () => {
  it.each(TABLE)('%o states and allows what the table says', (figure, [lower, upper, isOpen, approx], [from, to]) => {
    const beyond = figure.kind === 'moreThan' || figure.kind === 'fewerThan'
    expect(statedOf(figure)).toEqual({ lower, upper, open: isOpen, approx, beyond })
    expect(boundsOf(figure)).toEqual({ lower: from, upper: to })
    expect(refusalOfQuantity(figure)).toBeNull()
  })

  it.each([
    ['a-couple', 2],
    ['a-few', 2],
    ['several', 3],
    ['tens', 10],
    ['dozens', 12],
    ['scores', 20],
    ['hundreds', 100],
    ['thousands', 1000],
  ] as const)('bounds “%s” from below at %i, and states no number', (term, floor) => {
    const figure: Quantity = { kind: 'vague', term, ...said(term) }
    expect(boundsOf(figure)).toEqual({ lower: floor, upper: open })
    expect(statedOf(figure)).toEqual({ lower: null, upper: null, open: false, approx: false, beyond: false })
  })

  it('allows at least one number, and agrees with the numbers that it states', () => {
    fc.assert(
      fc.property(quantities, (figure) => {
        const { lower, upper } = boundsOf(figure)
        const stated = statedOf(figure)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(upper)
        expect(stated.lower ?? 0).toBeLessThanOrEqual(stated.upper ?? open)
        // "More than 30" and "fewer than 10" state the numbers just outside what they allow.
        expect((stated.lower ?? lower) + (figure.kind === 'moreThan' ? 1 : 0)).toBeGreaterThanOrEqual(lower)
        expect((stated.upper ?? 0) - (figure.kind === 'fewerThan' ? 1 : 0)).toBeLessThanOrEqual(upper)
      }),
    )
  })

  it('is refused below nought, in parts of persons, upside down, or without its words', () => {
    expect(refusalOfQuantity({ kind: 'exact', n: -1, ...said('-1') })).toMatch(/less than none/)
    expect(refusalOfQuantity({ kind: 'exact', n: 1.5, ...said('1.5') })).toMatch(/whole persons/)
    expect(refusalOfQuantity({ kind: 'exact', n: Number.NaN, ...said('?') })).toMatch(/whole persons/)
    expect(refusalOfQuantity({ kind: 'range', lo: 20, hi: 15, ...said('20 to 15') })).toMatch(/20 is more than 15/)
    expect(refusalOfQuantity({ kind: 'fewerThan', n: 0, ...said('fewer than 0') })).toMatch(/fewer than none/)
    expect(refusalOfQuantity({ kind: 'some', ...said(' ') })).toMatch(/words/)
  })
})

describe('a figure in words', () => {
  it.each([
    [{ kind: 'exact', n: 1200, ...said('1200') }, '1,200', '1\u202f200', '1200'],
    [{ kind: 'atLeast', n: 20, ...said('20+') }, 'at least 20', 'au moins 20', '20+'],
    [{ kind: 'moreThan', n: 30, ...said('over 30') }, 'more than 30', 'plus de 30', '>30'],
    [{ kind: 'atMost', n: 30, ...said('up to 30') }, 'up to 30', 'jusqu’à 30', '≤30'],
    [{ kind: 'atMost', n: 40, ...said('nearly 40') }, 'nearly 40', 'près de 40', '≤40'],
    [{ kind: 'atMost', n: 40, verbatim: 'près de 40 morts', lang: 'fr' }, 'nearly 40', 'près de 40', '≤40'],
    [{ kind: 'fewerThan', n: 10, ...said('under 10') }, 'fewer than 10', 'moins de 10', '<10'],
    [{ kind: 'approx', n: 12, ...said('a dozen') }, 'about 12', 'environ 12', '~12'],
    [{ kind: 'range', lo: 15, hi: 20, ...said('15 to 20') }, '15 to 20', '15 à 20', '15–20'],
    [{ kind: 'vague', term: 'dozens', ...said('dozens') }, '“dozens”', '«\u00a0dozens\u00a0»', '“dozens”'],
    [{ kind: 'some', ...said('heavy losses') }, '“heavy losses”', '«\u00a0heavy losses\u00a0»', '“heavy losses”'],
    [{ kind: 'none', ...said('no losses') }, 'none', 'aucun', '0'],
    [{ kind: 'notGiven', ...said('declined') }, 'no figure given', 'aucun chiffre donné', '—'],
  ] satisfies readonly (readonly [Quantity, string, string, string])[])('%o', (figure, english, french, short) => {
    expect(quantityWords(figure, 'en')).toBe(english)
    expect(quantityWords(figure, 'fr-CD')).toBe(french)
    expect(quantityWords(figure, 'sw')).toBe(english)
    expect(quantityShort(figure)).toBe(short)
  })

  it('never shows the floor behind a vague word', () => {
    const figure: Quantity = { kind: 'vague', term: 'hundreds', ...said('hundreds') }
    expect([quantityWords(figure, 'en'), quantityWords(figure, 'fr'), quantityShort(figure)].join()).not.toMatch(/\d/)
  })
})
