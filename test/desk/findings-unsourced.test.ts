import { describe, expect, it } from 'vitest'
import { figureWithoutSource } from '../../src/desk/findings/figure-without-source.ts'
import { fr, type Given, headline, underlined } from './findings-builder.ts'

describe('a figure without a source', () => {
  it.each<[string, Given, string]>([
    [
      'a lead',
      { paragraphs: ['A blast killed 12 people at the market.'], claims: [{ figure: '12 people' }] },
      '12 people',
    ],
    [
      'wounded',
      { paragraphs: ['A blast wounded 30 at the market.'], claims: [{ figure: '30', measure: 'wounded' }] },
      '30',
    ],
    [
      'a range',
      {
        paragraphs: ['Some 15 to 20 died.'],
        claims: [{ figure: '15 to 20', quantity: { kind: 'range', lo: 15, hi: 20 } }],
      },
      '15 to 20',
    ],
    [
      'another number than the attributed one',
      {
        paragraphs: ['A blast killed 12.', 'Police said 14 died.'],
        claims: [{ figure: '12' }, { figure: '14', by: 'Police' }],
      },
      '12',
    ],
    ['this year', { paragraphs: ['Clashes killed 80 in May.'], claims: [{ figure: '80', date: '2024-05' }] }, '80'],
    ['un bilan', { ...fr, paragraphs: ['L’attaque a fait 14 morts.'], claims: [{ figure: '14' }] }, '14'],
    [
      'des blessés',
      {
        ...fr,
        paragraphs: ['Six soldats ont été blessés.'],
        claims: [{ figure: 'Six', measure: 'wounded', quantity: { kind: 'exact', n: 6 } }],
      },
      'Six',
    ],
    [
      'des déplacés',
      {
        ...fr,
        paragraphs: ['Le conflit a déplacé 3000 personnes.'],
        claims: [{ figure: '3000 personnes', measure: 'displaced' }],
      },
      '3000 personnes',
    ],
    [
      'once a sentence',
      {
        paragraphs: ['A blast killed 12 and wounded 30.'],
        claims: [{ figure: '12' }, { figure: '30', measure: 'wounded' }],
      },
      '12',
    ],
    [
      'once a figure',
      {
        paragraphs: ['A blast killed 12.', 'The 12 were buried.'],
        claims: [
          { figure: '12', in: 0 },
          { figure: '12', in: 1 },
        ],
      },
      '12',
    ],
  ])('is underlined: %s', (_, given, words) => {
    expect(underlined(figureWithoutSource, given)).toEqual([words])
  })

  it.each<[string, Given]>([
    ['attributed', { paragraphs: ['A blast killed 12, police said.'], claims: [{ figure: '12', by: 'police' }] }],
    [
      'attributed before',
      {
        paragraphs: ['Police said 12 died.', 'The 12 were buried.'],
        claims: [
          { figure: '12', in: 0, by: 'Police' },
          { figure: '12', in: 1 },
        ],
      },
    ],
    [
      'attributed below the lead',
      {
        paragraphs: ['A blast killed 12.', 'Police said 12 died.'],
        claims: [
          { figure: '12', in: 0 },
          { figure: '12', in: 1, by: 'Police' },
        ],
      },
    ],
    ['through an agency', { paragraphs: ['A blast killed 12, AFP reported.'], claims: [{ figure: '12', via: 'AFP' }] }],
    [
      'cited',
      {
        paragraphs: [{ text: 'A blast killed 12 people.', cited: [{ start: 15, end: 17 }] }],
        claims: [{ figure: '12' }],
      },
    ],
    ['headline', { paragraphs: [headline('12 killed at market'), 'The road is closed.'], claims: [{ figure: '12' }] }],
    [
      'a source that is hidden: another rule',
      { paragraphs: ['A blast reportedly killed 12.'], claims: [{ figure: '12' }] },
    ],
    [
      'history',
      { paragraphs: ['The 2004 bombings killed 191 people.'], claims: [{ figure: '191', date: '2004-03-11' }] },
    ],
    ['one person', { paragraphs: ['A blast killed 1 soldier.'], claims: [{ figure: '1 soldier' }] }],
    [
      'dozens',
      {
        paragraphs: ['The war has killed dozens.'],
        claims: [{ figure: 'dozens', quantity: { kind: 'vague', term: 'dozens' } }],
      },
    ],
    ['a quotation', { paragraphs: ['“We lost 12 men,” she said.'], claims: [{ figure: '12' }] }],
    [
      'attribué',
      {
        ...fr,
        paragraphs: ['L’attaque a fait 14 morts, selon la police.'],
        claims: [{ figure: '14', by: 'la police' }],
      },
    ],
    [
      'attribué avant',
      {
        ...fr,
        paragraphs: ['Selon la police, 14 sont morts.', 'Les 14 sont enterrés.'],
        claims: [
          { figure: '14', in: 0, by: 'la police' },
          { figure: '14', in: 1 },
        ],
      },
    ],
    [
      'citation',
      { ...fr, paragraphs: ['«\u00a0Nous avons perdu 14 hommes\u00a0», dit-elle.'], claims: [{ figure: '14' }] },
    ],
    ['source cachée', { ...fr, paragraphs: ['On rapporte 14 morts.'], claims: [{ figure: '14' }] }],
    [
      'known already',
      { paragraphs: ['The killing of 12 officials is under inquiry.'], claims: [{ figure: '12 officials' }] },
    ],
    ['those known already', { paragraphs: ['The 12 dead lie in the mosque.'], claims: [{ figure: '12' }] }],
    ['connu', { ...fr, paragraphs: ['L’assassinat de 12 élus reste impuni.'], claims: [{ figure: '12 élus' }] }],
  ])('is none: %s', (_, given) => {
    expect(underlined(figureWithoutSource, given)).toEqual([])
  })
})
