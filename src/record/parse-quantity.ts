import { isCounted } from './counted-words.ts'
import { type ReadNumber, readNumber, wordsOf } from './number-words.ts'
import type { Quantity } from './quantity.ts'
import { refusalOfQuantity } from './quantity-bounds.ts'
import { readUncounted } from './uncounted-words.ts'
import { type WordingLanguage, wordingLanguage } from './wording-language.ts'

/** No figure is stated in more words. */
const LONGEST_FIGURE = 120

/**
 * Reads the words in which a figure was stated, in English or French: "at least 20", «une vingtaine de morts», "up to
 * 1,200 people", "dozens", "heavy losses", "no casualties", "declines to give a figure".
 *
 * The words must be the figure and what it counts, and nothing more: undefined where they say two things ("20 dead and
 * several wounded"), where a number could be read in two ways («1,500» in French, "15-20,000"), where a range is upside
 * down, and in any other language, except for a bare number in digits.
 */
export function parseQuantity(text: string, lang: string): Quantity | undefined {
  const verbatim = text.trim()
  if (verbatim === '' || verbatim.length > LONGEST_FIGURE) return undefined
  if (/^\d+$/.test(verbatim)) return checked(exactly(Number(verbatim), { verbatim, lang }))
  if (!/^(?:en|fr)\b/i.test(lang)) return undefined
  const language = wordingLanguage(lang)
  const words = wordsOf(verbatim.replace(/[.!]$/, ''), language)
  const read = readUncounted(words, language) ?? readRange(words, language) ?? readCounted(words, language)
  return read && checked({ ...read, verbatim, lang })
}

type Figure = Quantity extends infer Kind ? (Kind extends Quantity ? Omit<Kind, 'verbatim' | 'lang'> : never) : never
type WithNumber = Extract<Quantity, { n: number }>['kind']

const exactly = (n: number, said: { verbatim: string; lang: string }): Quantity =>
  n === 0 ? { kind: 'none', ...said } : { kind: 'exact', n, ...said }

const checked = (figure: Quantity): Quantity | undefined => (refusalOfQuantity(figure) === null ? figure : undefined)

type Signs = readonly (readonly [WithNumber, RegExp])[]

/** What may stand before a number. "Nearly 40" stays below it, so it is bounded as "up to 40" is. */
const BEFORE: Readonly<Record<WordingLanguage, Signs>> = {
  en: [
    [
      'atLeast',
      /^(?:at least|at a minimum|no fewer than|no less than|not fewer than|not less than|a minimum of|upwards of|≥)$/,
    ],
    ['moreThan', /^(?:more than|over|above|in excess of|well over|>)$/],
    ['atMost', /^(?:up to|at most|no more than|not more than|as many as|a maximum of|nearly|almost|≤)$/],
    ['fewerThan', /^(?:fewer than|less than|under|below|<)$/],
    ['approx', /^(?:about|around|some|approximately|roughly|circa|close to|an estimated|~)$/],
    ['exact', /^(?:exactly|precisely|only|just|a total of|all|the)?$/],
  ],
  fr: [
    ['atLeast', /^(?:au moins|au minimum|pas moins de|un minimum de|≥)$/],
    ['moreThan', /^(?:plus de|bien plus de|superieur a|>)$/],
    ['atMost', /^(?:jusque a|jusqu'a|au plus|tout au plus|au maximum|pas plus de|un maximum de|pres de|presque|≤)$/],
    ['fewerThan', /^(?:moins de|<)$/],
    ['approx', /^(?:environ|quelques?|a peu pres|autour de|approximativement|aux alentours de|~)$/],
    ['exact', /^(?:exactement|precisement|seulement|un total de|au total|les)?$/],
  ],
}

/** What may stand behind it. */
const AFTER: Readonly<Record<WordingLanguage, Signs>> = {
  en: [
    ['atLeast', /^(?:or more|at least|\+|and more|at a minimum)\b ?|^\+ ?/],
    ['atMost', /^(?:or fewer|or less|at most|at the most)\b ?/],
    ['approx', /^(?:or so|odd)\b ?/],
  ],
  fr: [
    ['atLeast', /^(?:ou plus|au moins|au minimum|et plus)\b ?|^\+ ?/],
    ['atMost', /^(?:ou moins|au plus|au maximum|tout au plus)\b ?/],
    ['approx', /^environ\b ?/],
  ],
}

/** No sign has more words. */
const LONGEST_SIGN = 4

function readCounted(words: readonly string[], language: WordingLanguage): Figure | undefined {
  for (let length = Math.min(LONGEST_SIGN, words.length - 1); length >= 0; length -= 1) {
    const before = kindOf(words.slice(0, length).join(' '), BEFORE[language])
    const number = before && readNumber(words.slice(length), language)
    if (before && number) return withSigns(before, number, language)
  }
  return undefined
}

const kindOf = (words: string, signs: Signs): WithNumber | undefined => signs.find(([, sign]) => sign.test(words))?.[0]

function withSigns(before: WithNumber, number: ReadNumber, language: WordingLanguage): Figure | undefined {
  const rest = number.rest.join(' ')
  const after = AFTER[language].find(([, sign]) => sign.test(rest))
  const counted = after ? rest.replace(after[1], '') : rest
  if (after && before !== 'exact') return undefined
  if (!isCounted(counted.split(' ').filter(Boolean), language) || isArticleOnly(number, counted, language))
    return undefined
  const kind = after?.[0] ?? before
  if (kind === 'exact' && number.approx) return { kind: 'approx', n: number.n }
  return kind === 'exact' && number.n === 0 ? { kind: 'none' } : { kind, n: number.n }
}

/** «Un» counts when it stands before somebody who can be counted; «un lourd bilan» is no number. */
const PERSONS =
  /^(?:|(?:mort|tue|blesse|soldat|civil|combattant|militaire|policier|gendarme|enfant|femme|homme|fille|garcon|personne|otage|disparu|prisonnier|victime|casque|journaliste|humanitaire|deces)e?s?(?: .*)?)$/

const isArticleOnly = ({ n, rest }: ReadNumber, counted: string, language: WordingLanguage): boolean =>
  language === 'fr' && n === 1 && rest.length > 0 && !PERSONS.test(counted)

const BETWEEN: Readonly<Record<WordingLanguage, readonly { readonly before: string; readonly between: RegExp }[]>> = {
  en: [
    { before: 'between', between: /^and$/ },
    { before: 'from', between: /^(?:to|–)$/ },
    { before: '', between: /^(?:to|or|–)$/ },
  ],
  fr: [
    { before: 'entre', between: /^et$/ },
    { before: 'de', between: /^(?:a|–)$/ },
    { before: '', between: /^(?:a|ou|–)$/ },
  ],
}

/**
 * "Between 15 and 20", "15–20", «de 15 à 20», "two or three". A range of which the higher end is a hundredfold may share
 * its last word ("two to three hundred", "15-20,000"): nobody can say, so it is not read.
 */
function readRange(words: readonly string[], language: WordingLanguage): Figure | undefined {
  const form = BETWEEN[language].find(({ before }) => before === '' || words[0] === before)
  const low = form && readNumber(form.before === '' ? words : words.slice(1), language)
  const [joint = '', ...after] = low?.rest ?? []
  if (!form?.between.test(joint)) return undefined
  const high = readNumber(after, language)
  if (!low || !high || !isCounted(high.rest, language)) return undefined
  const isShared = low.n > 0 && high.n >= 100 * low.n
  return isShared ? undefined : { kind: 'range', lo: low.n, hi: high.n }
}
