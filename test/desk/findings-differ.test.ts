import { describe, expect, it } from 'vitest'
import { figuresDiffer } from '../../src/desk/findings/figures-differ.ts'
import { fr, type Given, underlined } from './findings-builder.ts'

const two = (one: object, other: object, more: Partial<Given> = {}): Given => ({
  paragraphs: ['Police said 12 people died.', 'Police said 15 people died.'],
  claims: [
    { figure: '12', by: 'Police', who: 'people', ...one },
    { figure: '15', by: 'Police', who: 'people', ...other },
  ],
  ...more,
})

const deux = (second: string, other: object = {}): Given => ({
  ...fr,
  paragraphs: ['L’attaque a fait 12 morts.', second],
  claims: [{ figure: '12' }, { figure: '15', ...other }],
})

describe('two figures for one thing', () => {
  const own = { by: undefined }

  it.each<[string, Given]>([
    ['by one claimant', two({}, {})],
    ['by the paper', two(own, own)],
    ['on one day', two({ date: '2024-07-27' }, { date: '2024-07-27' })],
    ['in one place', two({ place: 'Gao' }, { place: 'Gao' })],
    ['in a place within', two({ place: 'Gao' }, { place: 'near Gao' })],
    ['by the record’s entry', two({ by: 'Police', entry: 'src_1' }, { by: 'the police', entry: 'src_1' })],
    ['par le journal', deux('Les 15 morts ont été enterrés.')],
    ['d’un même jour', deux('Les 15 morts ont été enterrés.')],
  ])('are underlined: %s', (_, given) => {
    expect(underlined(figuresDiffer, given)).toEqual(['15'])
  })

  it.each<[string, Given]>([
    ['two claimants', two({}, { by: 'A hospital' })],
    ['other people', two({}, { who: 'soldiers' })],
    ['other harm', two({}, { measure: 'wounded' })],
    ['another day', two({ date: '2024-07-27' }, { date: '2024-07-28' })],
    ['a day and none', two({ date: '2024-07-27' }, {})],
    ['another place', two({ place: 'Gao' }, { place: 'Kidal' })],
    ['a part', two({}, { isPart: true })],
    [
      'a toll that rose',
      two({}, {}, { paragraphs: ['Police said 12 people died.', 'The toll rose to 15 people, police said.'] }),
    ],
    [
      'an earlier count',
      two({}, {}, { paragraphs: ['Police said 12 people died.', 'Police had earlier said 15 people died.'] }),
    ],
    [
      'another attack',
      two({}, {}, { paragraphs: ['Police said 12 people died.', 'In a separate attack 15 people died.'] }),
    ],
    ['room for both', two({}, { quantity: { kind: 'atLeast', n: 10 } })],
    ['one paragraph', two({}, {}, { paragraphs: ['Police said 12 people died. Police said 15 people died.'] })],
    ['others', two({}, { who: 'other people' })],
    ['some of them', two({}, { who: 'of the people' })],
    ['un bilan alourdi', deux('Le bilan est passé à 15 morts.')],
    ['une autre attaque', deux('Une autre attaque a fait 15 morts.')],
    ['un premier bilan', deux('Un premier bilan parlait de 15 morts.')],
    ['un autre jour', deux('Les 15 morts ont été enterrés.', { date: '2024-07-28' })],
  ])('are none: %s', (_, given) => {
    expect(underlined(figuresDiffer, given)).toEqual([])
  })
})
