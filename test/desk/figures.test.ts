import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigures } from '../../src/desk/figures/read-figures.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { FigureMention } from '../../src/desk/mentions.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import type { Quantity } from '../../src/record/quantity.ts'

const figuresIn = (text: string, language: DeskLanguage): FigureMention[] =>
  sentencesOf(text, language).flatMap((sentence) => readFigures(sentence, language))

const inShort = (quantity: Quantity): string => {
  if ('n' in quantity) return `${quantity.kind} ${quantity.n}`
  if (quantity.kind === 'range') return `range ${quantity.lo} ${quantity.hi}`
  return quantity.kind === 'vague' ? `vague ${quantity.term}` : quantity.kind
}

const read = (text: string, language: DeskLanguage): string[] =>
  figuresIn(text, language).map(({ words, quantity, what }) => `${words}: ${inShort(quantity)} ${what}`)

describe('English figures', () => {
  it.each([
    ['Police counted 12 people.', '12: exact 12 count'],
    ['At least 28 people came.', 'At least 28: atLeast 28 count'],
    ['Not less than 10 men came.', 'Not less than 10: atLeast 10 count'],
    ['No fewer than twenty-one men came.', 'No fewer than twenty-one: atLeast 21 count'],
    ['More than a dozen people came.', 'More than a dozen: moreThan 12 count'],
    ['It took two dozen men.', 'two dozen: approx 24 count'],
    ['Over half a million Syrians fled.', 'Over half a million: moreThan 500000 count'],
    ['Some 1.5 million people fled.', 'Some 1.5 million: approx 1500000 count'],
    ['Up to 1,200 people came.', 'Up to 1,200: atMost 1200 count'],
    ['As many as 30 men came.', 'As many as 30: atMost 30 count'],
    ['Nearly 40 men came.', 'Nearly 40: atMost 40 count'],
    ['About 50 men came.', 'About 50: approx 50 count'],
    ['There were 15 to 20 men.', '15 to 20: range 15 20 count'],
    ['There were between 15 and 20 men.', 'between 15 and 20: range 15 20 count'],
    ['There were 15-20 men.', '15-20: range 15 20 count'],
    ['There were two or three men.', 'two or three: range 2 3 count'],
    ['There were 12 or more men.', '12 or more: atLeast 12 count'],
    ['Dozens of men came.', 'Dozens: vague dozens count'],
    ['Scores of others came.', 'Scores: vague scores count'],
    ['Several men came.', 'Several: vague several count'],
    ['Hundreds of thousands fled.', 'Hundreds of thousands: vague thousands count'],
    ['A number of men came.', 'A number: some count'],
    ['No casualties were reported.', 'No: none count'],
    ['Two hundred and ten men came.', 'Two hundred and ten: exact 210 count'],
    ['It began in 2019.', '2019: exact 2019 year'],
    ['It began on 27 July.', '27: exact 27 date'],
    ['It lasted from July 22-27.', '22-27: range 22 27 date'],
    ['It began at 2:00am.', '2: exact 2 time'],
    ['It lasted three days.', 'three: exact 3 duration'],
    ['It lasted 72 hours.', '72: exact 72 duration'],
    ['A boy aged 13 ran.', '13: exact 13 age'],
    ['A 13-year-old boy ran.', '13: exact 13 age'],
    ['James Kirk, 45, ran.', '45: exact 45 age'],
    ['It cost $400.', '400: exact 400 money'],
    ['It cost 300 euros.', '300: exact 300 money'],
    ['They hold 30% of it.', '30: exact 30 percent'],
    ['They hold 30 per cent of it.', '30: exact 30 percent'],
    ['It is 300 km away.', '300: exact 300 measure'],
    ['It is an 81 mm mortar.', '81: exact 81 measure'],
    ['The 9th brigade came.', '9th: exact 9 ordinal'],
    ['Resolution 2254 says so.', '2254: exact 2254 label'],
    ['It is No. 4 of them.', '4: exact 4 label'],
  ])('are read from "%s"', (text, expected) => {
    expect(read(text, 'en')).toEqual([expected])
  })

  it.each([['The AK-47 was found.'], ['A four-minute video was shown.'], ['It weighs nothing.'], ['No one came.']])(
    'are not seen in "%s"',
    (text) => {
      expect(read(text, 'en').filter((figure) => !figure.startsWith('one'))).toEqual([])
    },
  )
})

describe('French figures', () => {
  it.each([
    ['Il y avait trente-neuf hommes.', 'trente-neuf: exact 39 count'],
    ['Il y avait quatre-vingt-dix hommes.', 'quatre-vingt-dix: exact 90 count'],
    ['Il y avait vingt et un hommes.', 'vingt et un: exact 21 count'],
    ['Il y avait une quarantaine de personnes.', 'une quarantaine: approx 40 count'],
    ['Au moins une quarantaine de personnes.', 'Au moins une quarantaine: atLeast 40 count'],
    ["Pas moins d'une dizaine de soldats.", "Pas moins d'une dizaine: atLeast 10 count"],
    ["Il y avait jusqu'à 20 civils.", "jusqu'à 20: atMost 20 count"],
    ['Il y avait près de 20 civils.', 'près de 20: atMost 20 count'],
    ['Il y avait entre 15 et 20 civils.', 'entre 15 et 20: range 15 20 count'],
    ['Environ 1 500 personnes.', 'Environ 1 500: approx 1500 count'],
    ['Quelque 50 soldats.', 'Quelque 50: approx 50 count'],
    ['Plusieurs blessés.', 'Plusieurs: vague several count'],
    ['Il y a des dizaines de civils.', 'des dizaines: vague tens count'],
    ['Il y a au moins un mort.', 'au moins un: atLeast 1 count'],
    ['Aucun soldat.', 'Aucun: none count'],
    ['Un caporal de 32 ans.', '32: exact 32 age'],
    ['Pendant 12 heures.', '12: exact 12 duration'],
    ['Il est venu à 20 heures.', '20: exact 20 time'],
    ['Ces 4 derniers mois.', '4: exact 4 duration'],
    ['Le 9e régiment.', '9e: exact 9 ordinal'],
    ['Un obus de 81 mm.', '81: exact 81 measure'],
    ['Il a 30 % du territoire.', '30: exact 30 percent'],
    ['Il coûte 400 euros.', '400: exact 400 money'],
    ['Fin 2014 il revient.', '2014: exact 2014 year'],
    ["L'article 7 le dit.", '7: exact 7 label'],
  ])('are read from «%s»', (text, expected) => {
    expect(read(text, 'fr')).toEqual([expected])
  })

  it('tell a date whole', () => {
    expect(read('Le 22 juin 2012 il est venu.', 'fr')).toEqual(['22: exact 22 date', '2012: exact 2012 year'])
  })
})

const WORDS =
  'at least 20 people, about two dozen hundred and million 1,200 15-20 or no une vingtaine de 3 000 au moins entre 4 et 9 $ % km . 12:30'.split(
    ' ',
  )

const language = fc.constantFrom<DeskLanguage>('en', 'fr')

const isWordForWord = (words: readonly string[], spoken: DeskLanguage): boolean => {
  const text = words.join(' ')
  return figuresIn(text, spoken).every((figure) => text.slice(figure.start, figure.end) === figure.words)
}

const isApart = (words: readonly string[], spoken: DeskLanguage): boolean => {
  const found = figuresIn(words.join(' '), spoken)
  return found.every((figure, index) => index === 0 || (found[index - 1]?.end ?? 0) <= figure.start)
}

describe('All figures', () => {
  it('stand in the text, word for word', () => {
    expect(() =>
      fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), language, isWordForWord)),
    ).not.toThrow()
  })

  it('are never two over the same words', () => {
    expect(() =>
      fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), language, isApart)),
    ).not.toThrow()
  })

  it('are read from anything without complaint', () => {
    const anything = fc.string({ unit: 'grapheme' })
    const read = fc.property(anything, language, (text, spoken) => Array.isArray(figuresIn(text, spoken)))
    expect(() => fc.assert(read)).not.toThrow()
  })
})
