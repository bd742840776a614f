import type { Quantity } from './quantity.ts'
import type { WordingLanguage } from './wording-language.ts'

/** What a sign before or behind a number makes of it. */
export type QuantitySign = Extract<Quantity, { n: number }>['kind']

type Signs = readonly (readonly [QuantitySign, readonly string[]])[]

/**
 * What may stand before a number and behind it, in small letters, without accents, «d'» as «de». "Nearly 40" stays below it,
 * so it is bounded as "up to 40" is.
 */
export const QUANTITY_SIGNS: Readonly<Record<WordingLanguage, { readonly before: Signs; readonly after: Signs }>> = {
  en: {
    before: [
      [
        'atLeast',
        [
          'at least',
          'at a minimum',
          'no fewer than',
          'no less than',
          'not fewer than',
          'not less than',
          'a minimum of',
          'upwards of',
          'at the very least',
          '≥',
        ],
      ],
      ['moreThan', ['more than', 'over', 'above', 'in excess of', 'well over', '>']],
      [
        'atMost',
        ['up to', 'at most', 'no more than', 'not more than', 'as many as', 'a maximum of', 'nearly', 'almost', '≤'],
      ],
      ['fewerThan', ['fewer than', 'less than', 'under', 'below', '<']],
      ['approx', ['about', 'around', 'some', 'approximately', 'roughly', 'circa', 'close to', 'an estimated', '~']],
      ['exact', ['exactly', 'precisely', 'only', 'just', 'a total of']],
    ],
    after: [
      ['atLeast', ['or more', 'at least', '+', 'and more', 'at a minimum']],
      ['atMost', ['or fewer', 'or less', 'at most', 'at the most']],
      ['approx', ['or so', 'odd']],
    ],
  },
  fr: {
    before: [
      ['atLeast', ['au moins', 'au minimum', 'pas moins de', 'un minimum de', 'a tout le moins', '≥']],
      ['moreThan', ['plus de', 'bien plus de', 'superieur a', '>']],
      [
        'atMost',
        [
          'jusque a',
          'au plus',
          'tout au plus',
          'au maximum',
          'pas plus de',
          'un maximum de',
          'pres de',
          'presque',
          '≤',
        ],
      ],
      ['fewerThan', ['moins de', '<']],
      [
        'approx',
        ['environ', 'quelque', 'quelques', 'a peu pres', 'autour de', 'approximativement', 'aux alentours de', '~'],
      ],
      ['exact', ['exactement', 'precisement', 'seulement', 'un total de', 'au total']],
    ],
    after: [
      ['atLeast', ['ou plus', 'au moins', 'au minimum', 'et plus', '+']],
      ['atMost', ['ou moins', 'au plus', 'au maximum', 'tout au plus']],
      ['approx', ['environ']],
    ],
  },
}
