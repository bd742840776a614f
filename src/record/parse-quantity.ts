import { isCounted } from './counted-words.ts'
import { type ReadNumber, readNumber, wordsOf } from './number-words.ts'
import type { Quantity } from './quantity.ts'
import { refusalOfQuantity } from './quantity-bounds.ts'
import { QUANTITY_SIGNS, type QuantitySign } from './quantity-signs.ts'
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

const exactly = (n: number, said: { verbatim: string; lang: string }): Quantity =>
  n === 0 ? { kind: 'none', ...said } : { kind: 'exact', n, ...said }

const checked = (figure: Quantity): Quantity | undefined => (refusalOfQuantity(figure) === null ? figure : undefined)

/** Say of a number that it is all there is, or nothing at all. */
const BARE: Readonly<Record<WordingLanguage, readonly string[]>> = { en: ['', 'all', 'the'], fr: ['', 'les'] }

/** No sign has more words. */
const LONGEST_SIGN = 4

function readCounted(words: readonly string[], language: WordingLanguage): Figure | undefined {
  for (let length = Math.min(LONGEST_SIGN, words.length - 1); length >= 0; length -= 1) {
    const before = signBefore(words.slice(0, length).join(' '), language)
    const number = before && readNumber(words.slice(length), language)
    if (before && number) return withSigns(before, number, language)
  }
  return undefined
}

const signBefore = (words: string, language: WordingLanguage): QuantitySign | undefined =>
  BARE[language].includes(words)
    ? 'exact'
    : QUANTITY_SIGNS[language].before.find(([, signs]) => signs.includes(words))?.[0]

/** The sign with which some words begin, and what follows it. */
function signBehind(words: string, language: WordingLanguage): { kind: QuantitySign; rest: string } | undefined {
  for (const [kind, signs] of QUANTITY_SIGNS[language].after) {
    const sign = signs.find((one) => words === one || words.startsWith(`${one} `))
    if (sign !== undefined) return { kind, rest: words.slice(sign.length).trimStart() }
  }
  return undefined
}

function withSigns(before: QuantitySign, number: ReadNumber, language: WordingLanguage): Figure | undefined {
  const rest = number.rest.join(' ')
  const after = signBehind(rest, language)
  const counted = after?.rest ?? rest
  if (after && before !== 'exact') return undefined
  if (!isCounted(counted.split(' ').filter(Boolean), language) || isArticleOnly(number, counted, language))
    return undefined
  const kind = after?.kind ?? before
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
