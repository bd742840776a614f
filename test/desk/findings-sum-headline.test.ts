import { describe, expect, it } from 'vitest'
import { headlineDiffers } from '../../src/desk/findings/headline-differs.ts'
import { sumOfClaimants } from '../../src/desk/findings/sum-of-claimants.ts'
import { fr, type Given, headline, standfirst, underlined } from './findings-builder.ts'

const sum = (last: string, more: Partial<Given> = {}, claim: object = {}): Given => ({
  paragraphs: ['Police counted 12 dead. A hospital counted 50.', last],
  claims: [
    { figure: '12', by: 'Police' },
    { figure: '50', by: 'A hospital' },
    { figure: '62', ...claim },
  ],
  ...more,
})

const somme = (last: string): Given => ({
  ...fr,
  paragraphs: ['La police compte 12 morts. L’hôpital en compte 50.', last],
  claims: [{ figure: '12', by: 'La police' }, { figure: '50', by: 'L’hôpital' }, { figure: '62' }],
})

describe('a sum of different sources', () => {
  it.each<[string, Given]>([
    ['a total of', sum('A total of 62 people died.')],
    ['in all', sum('In all, 62 people died.')],
    ['altogether', sum('Altogether 62 people died.')],
    ['bringing the toll', sum('This brings the toll to 62.')],
    ['bringing the death toll', sum('Both died, bringing the death toll to 62.')],
    ['au total', somme('Au total, 62 personnes sont mortes.')],
    ['en tout', somme('En tout, 62 personnes sont mortes.')],
    ['portant le bilan', somme('Deux sont morts, portant le bilan à 62.')],
    ['un total de', somme('Un total de 62 personnes sont mortes.')],
  ])('is underlined: %s', (_, given) => {
    expect(underlined(sumOfClaimants, given)).toEqual(['62'])
  })

  it.each<[string, Given]>([
    ['no total', sum('The 62 were buried.')],
    [
      'another number',
      sum('A total of 63 people died.', {
        claims: [{ figure: '12', by: 'Police' }, { figure: '50', by: 'A hospital' }, { figure: '63' }],
      }),
    ],
    ['somebody’s own total', sum('A total of 62 died, the UN said.', {}, { by: 'the UN', stance: 'reports' })],
    [
      'one claimant',
      sum('In all, 62 died.', {
        claims: [{ figure: '12', by: 'Police' }, { figure: '50', by: 'Police' }, { figure: '62' }],
      }),
    ],
    [
      'dead and wounded',
      sum('In all, 62 died.', {
        claims: [
          { figure: '12', by: 'Police' },
          { figure: '50', by: 'A hospital', measure: 'wounded' },
          { figure: '62' },
        ],
      }),
    ],
    [
      'a part',
      sum('In all, 62 died.', {
        claims: [{ figure: '12', by: 'Police', isPart: true }, { figure: '50', by: 'A hospital' }, { figure: '62' }],
      }),
    ],
    ['aucun total', somme('Les 62 ont été enterrés.')],
    [
      'un total avant les parts',
      {
        ...fr,
        paragraphs: ['Au total, 62 morts.', 'La police en compte 12, l’hôpital 50.'],
        claims: [{ figure: '62' }, { figure: '12', by: 'La police' }, { figure: '50', by: 'l’hôpital' }],
      },
    ],
  ])('is none: %s', (_, given) => {
    expect(underlined(sumOfClaimants, given)).toEqual([])
  })
})

const under = (
  title: string,
  body: string,
  figures: readonly [string, ...string[]],
  more: Partial<Given> = {},
): Given => ({
  paragraphs: [headline(title), body],
  claims: [{ figure: figures[0], in: 0 }, ...figures.slice(1).map((figure) => ({ figure, in: 1, by: 'Police' }))],
  ...more,
})

describe('a headline that differs', () => {
  it.each<[string, Given, string]>([
    ['another number', under('12 killed in blast', 'Police said 15 died.', ['12', '15']), '12'],
    ['no number', under('12 killed in blast', 'Police closed the road.', ['12']), '12'],
    ['half of it', under('50 killed in raid', 'Police said 25 died.', ['50', '25']), '50'],
    [
      'a standfirst',
      {
        paragraphs: [standfirst('A blast killed 12.'), 'Police said 15 died.'],
        claims: [{ figure: '12' }, { figure: '15', by: 'Police' }],
      },
      '12',
    ],
    [
      'far above',
      {
        paragraphs: [headline('50 killed'), 'Police said at least 20 died.'],
        claims: [{ figure: '50' }, { figure: 'at least 20', by: 'Police', quantity: { kind: 'atLeast', n: 20 } }],
      },
      '50',
    ],
    ['un autre nombre', under('12 morts', 'La police parle de 15 morts.', ['12', '15'], fr), '12'],
    ['aucun nombre', under('12 morts à Gao', 'La route est coupée.', ['12'], fr), '12'],
    [
      'un chapeau',
      {
        ...fr,
        paragraphs: [standfirst('L’attaque a fait 12 morts.'), 'La police parle de 20 morts.'],
        claims: [{ figure: '12' }, { figure: '20', by: 'La police' }],
      },
      '12',
    ],
  ])('is underlined: %s', (_, given, words) => {
    expect(underlined(headlineDiffers, given)).toEqual([words])
  })

  it.each<[string, Given]>([
    ['the same number', under('12 killed in blast', 'Police said 12 died.', ['12', '12'])],
    [
      'at least as many',
      {
        paragraphs: [headline('12 killed'), 'At least 12 died.'],
        claims: [{ figure: '12' }, { figure: 'At least 12', by: 'Police', quantity: { kind: 'atLeast', n: 12 } }],
      },
    ],
    ['two figures together', under('16 killed', 'Police said 12 soldiers and 4 civilians died.', ['16', '12', '4'])],
    ['one by name and three others', under('4 killed', 'The chief and 3 others died.', ['4', '3'])],
    ['no body yet', { paragraphs: [headline('12 killed')], claims: [{ figure: '12' }] }],
    [
      'dozens',
      {
        paragraphs: [headline('Dozens killed'), 'The road is closed.'],
        claims: [{ figure: 'Dozens', quantity: { kind: 'vague', term: 'dozens' } }],
      },
    ],
    ['one of two figures', under('12 killed', 'Police said 12 died. A hospital counted 15.', ['12', '12', '15'])],
    [
      'no figure',
      { paragraphs: [headline('Blast at market'), 'Police said 12 died.'], claims: [{ figure: '12', by: 'Police' }] },
    ],
    ['le même nombre', under('12 morts', 'La police parle de 12 morts.', ['12', '12'], fr)],
    ['deux chiffres ensemble', under('16 morts', 'Douze soldats (12) et 4 civils sont morts.', ['16', '12', '4'], fr)],
  ])('is none: %s', (_, given) => {
    expect(underlined(headlineDiffers, given)).toEqual([])
  })
})
