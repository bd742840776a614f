import fc from 'fast-check'
import type { Quantity } from '../../src/record/quantity.ts'
import { VAGUE_TERMS } from '../../src/record/entry-schema-parts.ts'

const said = { verbatim: 'as said', lang: 'en' }
const numbers = fc.nat(2_000_000)

/** Figures of every kind that may stand in the record. */
export const quantities: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('exact' as const, 'atLeast' as const, 'moreThan' as const, 'atMost' as const),
    n: numbers,
    verbatim: fc.constant('as said'),
    lang: fc.constant('en'),
  }),
  numbers.map((n): Quantity => ({ kind: 'approx', n, ...said })),
  numbers.map((n): Quantity => ({ kind: 'fewerThan', n: n + 1, ...said })),
  fc.tuple(numbers, numbers).map(([lo, more]): Quantity => ({ kind: 'range', lo, hi: lo + more, ...said })),
  fc.constantFrom(...VAGUE_TERMS).map((term): Quantity => ({ kind: 'vague', term, ...said })),
  fc.constantFrom('some' as const, 'none' as const, 'notGiven' as const).map((kind): Quantity => ({ kind, ...said })),
)
