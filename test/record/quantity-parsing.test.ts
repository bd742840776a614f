import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../../src/record/parse-quantity.ts'
import type { Quantity } from '../../src/record/quantity.ts'
import { refusalOfQuantity } from '../../src/record/quantity-bounds.ts'
import { quantityWords } from '../../src/record/quantity-words.ts'
import { quantities } from './quantities.ts'

type Short = readonly [words: string, figure: string]

const shortOf = (figure: Quantity | undefined): string => {
  if (!figure) return 'not read'
  if ('n' in figure) return `${figure.kind} ${figure.n}`
  if (figure.kind === 'range') return `range ${figure.lo} ${figure.hi}`
  return figure.kind === 'vague' ? `vague ${figure.term}` : figure.kind
}

const ENGLISH: readonly Short[] = [
  ['50', 'exact 50'],
  ['50 soldiers', 'exact 50'],
  ['fifty', 'exact 50'],
  ['Fifty Wagner fighters were killed', 'exact 50'],
  ['twenty-five', 'exact 25'],
  ['one hundred and twelve', 'exact 112'],
  ['a hundred and twelve', 'exact 112'],
  ['two thousand three hundred and four people', 'exact 2304'],
  ['1,200 people', 'exact 1200'],
  ['1 200', 'exact 1200'],
  ['2 million people', 'exact 2000000'],
  ['30 killed or wounded', 'exact 30'],
  ['at least 20', 'atLeast 20'],
  ['At least twenty dead', 'atLeast 20'],
  ['no fewer than 7', 'atLeast 7'],
  ['20 or more', 'atLeast 20'],
  ['20+', 'atLeast 20'],
  ['at least a dozen', 'atLeast 12'],
  ['more than 30', 'moreThan 30'],
  ['more than 30 killed and wounded', 'moreThan 30'],
  ['over 1,000', 'moreThan 1000'],
  ['> 30', 'moreThan 30'],
  ['more than two dozen soldiers', 'moreThan 24'],
  ['up to 30', 'atMost 30'],
  ['no more than five', 'atMost 5'],
  ['nearly 40', 'atMost 40'],
  ['almost forty', 'atMost 40'],
  ['30 at most', 'atMost 30'],
  ['fewer than 10', 'fewerThan 10'],
  ['less than ten', 'fewerThan 10'],
  ['between 15 and 20', 'range 15 20'],
  ['15 to 20 fighters', 'range 15 20'],
  ['15-20', 'range 15 20'],
  ['15–20', 'range 15 20'],
  ['from fifteen to twenty', 'range 15 20'],
  ['two or three', 'range 2 3'],
  ['about 20', 'approx 20'],
  ['some 50 people', 'approx 50'],
  ['~20', 'approx 20'],
  ['20 or so', 'approx 20'],
  ['a dozen', 'approx 12'],
  ['a dozen soldiers', 'approx 12'],
  ['half a dozen', 'approx 6'],
  ['two dozen', 'approx 24'],
  ['a hundred people', 'approx 100'],
  ['dozens', 'vague dozens'],
  ['dozens of soldiers', 'vague dozens'],
  ['several dozen', 'vague dozens'],
  ['tens', 'vague tens'],
  ['scores of people', 'vague scores'],
  ['hundreds', 'vague hundreds'],
  ['a few hundred', 'vague hundreds'],
  ['tens of thousands', 'vague thousands'],
  ['several', 'vague several'],
  ['several soldiers', 'vague several'],
  ['a few', 'vague a-few'],
  ['a couple of fighters', 'vague a-couple'],
  ['heavy losses', 'some'],
  ['significant losses', 'some'],
  ['significant', 'some'],
  ['heavy', 'some'],
  ['casualties', 'some'],
  ['many dead', 'some'],
  ['an unknown number of civilians', 'some'],
  ['no casualties', 'none'],
  ['no losses', 'none'],
  ['none', 'none'],
  ['no one was killed', 'none'],
  ['zero', 'none'],
  ['0', 'none'],
  ['declines to give a figure', 'notGiven'],
  ['declined to give a toll', 'notGiven'],
  ['no figure given', 'notGiven'],
]

const FRENCH: readonly Short[] = [
  ['50', 'exact 50'],
  ['cinquante morts', 'exact 50'],
  ['vingt et un', 'exact 21'],
  ['soixante et onze', 'exact 71'],
  ['soixante-dix-sept', 'exact 77'],
  ['quatre-vingts', 'exact 80'],
  ['quatre-vingt-quatre', 'exact 84'],
  ['quatre-vingt-dix-neuf', 'exact 99'],
  ['septante-deux', 'exact 72'],
  ['deux cent dix', 'exact 210'],
  ['mille deux cents', 'exact 1200'],
  ['1 200 personnes', 'exact 1200'],
  ['1\u202f200 personnes', 'exact 1200'],
  ['1.200 personnes', 'exact 1200'],
  ['un mort', 'exact 1'],
  ['une femme', 'exact 1'],
  ['au moins 20', 'atLeast 20'],
  ['au moins vingt morts', 'atLeast 20'],
  ['20 au moins', 'atLeast 20'],
  ['pas moins de 7', 'atLeast 7'],
  ['plus de 30', 'moreThan 30'],
  ['plus d’une dizaine', 'moreThan 10'],
  ['jusqu’à 30', 'atMost 30'],
  ['pas plus de cinq', 'atMost 5'],
  ['près de 40', 'atMost 40'],
  ['moins de dix', 'fewerThan 10'],
  ['entre 15 et 20', 'range 15 20'],
  ['de 15 à 20 combattants', 'range 15 20'],
  ['15 à 20', 'range 15 20'],
  ['deux ou trois', 'range 2 3'],
  ['environ 20', 'approx 20'],
  ['une vingtaine environ', 'approx 20'],
  ['soixante-dix deux', 'not read'],
  ['quelque 50 personnes', 'approx 50'],
  ['une dizaine', 'approx 10'],
  ['une dizaine de soldats', 'approx 10'],
  ['une douzaine', 'approx 12'],
  ['une vingtaine', 'approx 20'],
  ['une vingtaine de morts', 'approx 20'],
  ['une centaine', 'approx 100'],
  ['un millier', 'approx 1000'],
  ['deux douzaines', 'approx 24'],
  ['plusieurs dizaines', 'vague tens'],
  ['des dizaines de morts', 'vague tens'],
  ['dizaines', 'vague tens'],
  ['des centaines', 'vague hundreds'],
  ['plusieurs milliers', 'vague thousands'],
  ['des dizaines de milliers', 'vague thousands'],
  ['plusieurs', 'vague several'],
  ['plusieurs soldats', 'vague several'],
  ['quelques', 'vague a-few'],
  ['quelques soldats', 'vague a-few'],
  ['de lourdes pertes', 'some'],
  ['pertes importantes', 'some'],
  ['des morts', 'some'],
  ['aucune perte', 'none'],
  ['aucun mort', 'none'],
  ['sans faire de victimes', 'none'],
  ['refuse de donner un chiffre', 'notGiven'],
  ['n’a pas donné de bilan', 'notGiven'],
  ['aucun bilan', 'notGiven'],
]

describe('the words of a figure', () => {
  it.each(ENGLISH)('“%s” is %s', (words, figure) => {
    expect(shortOf(parseQuantity(words, 'en'))).toBe(figure)
  })

  it.each(FRENCH)('«%s» is %s', (words, figure) => {
    expect(shortOf(parseQuantity(words, 'fr'))).toBe(figure)
  })

  it.each([
    ['lots', 'en'],
    ['', 'en'],
    ['20 dead and several wounded', 'en'],
    ['20 dead, 30 wounded', 'en'],
    ['50 including 5 children', 'en'],
    ['dozens, perhaps hundreds', 'en'],
    ['no confirmed casualties', 'en'],
    ['no casualties were reported', 'en'],
    ['hundreds of soldiers with thirty wounded', 'en'],
    ['dozens were not killed', 'en'],
    ['few', 'en'],
    ['human', 'en'],
    ['plusieurs millions', 'fr'],
    ['20 to 15', 'en'],
    ['about 20 to 30', 'en'],
    ['two to three hundred', 'en'],
    ['15-20,000', 'en'],
    ['1.5', 'en'],
    ['1.500', 'en'],
    ['-5', 'en'],
    ['50%', 'en'],
    ['50 per cent', 'en'],
    ['two three', 'en'],
    ['twenty and ten', 'en'],
    ['20 300 soldiers and', 'en'],
    ['fewer than 0', 'en'],
    ['1,500', 'fr'],
    ['un lourd bilan', 'fr'],
    ['20 morts dont 5 enfants', 'fr'],
    ['vingt ou des dizaines', 'fr'],
    ['пятьдесят', 'ru'],
    ['99999999999999999999', 'en'],
  ])('“%s” (%s) is not read as a figure', (words, language) => {
    expect(parseQuantity(words, language)).toBeUndefined()
  })

  it('keeps the words as they were said', () => {
    expect(parseQuantity(' At least 20 ', 'en-GB')).toEqual({
      kind: 'atLeast',
      n: 20,
      verbatim: 'At least 20',
      lang: 'en-GB',
    })
  })

  it('takes a bare number in any language', () => {
    expect(parseQuantity('50', 'ar')).toEqual({ kind: 'exact', n: 50, verbatim: '50', lang: 'ar' })
  })

  it.each(['en', 'fr'])('reads back what the record itself writes (%s)', (language) => {
    fc.assert(
      fc.property(quantities, (figure) => {
        fc.pre(!('n' in figure && figure.kind === 'exact' && figure.n === 0))
        fc.pre(!(figure.kind === 'range' && figure.lo > 0 && figure.hi >= 100 * figure.lo))
        fc.pre(figure.kind !== 'vague' && figure.kind !== 'some')
        const read = parseQuantity(quantityWords(figure, language), language)
        expect({ ...read, verbatim: '', lang: '' }).toEqual({ ...figure, verbatim: '', lang: '' })
      }),
    )
  })

  it('reads any words without failing, and never makes a figure that the record refuses', () => {
    const words = fc.array(
      fc.constantFrom(
        'at',
        'least',
        'a',
        'dozen',
        'hundred',
        'and',
        'to',
        '20',
        '1,200',
        'no',
        'cent',
        'mille',
        'et',
        '–',
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          for (const language of ['en', 'fr']) {
            const read = parseQuantity(text, language)
            expect(read && refusalOfQuantity(read)).not.toEqual(expect.any(String))
          }
        },
      ),
    )
  })
})
