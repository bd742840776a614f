import type { WordingLanguage } from './wording-language.ts'

/** A number read from the beginning of some words, and the words that follow it. */
export interface ReadNumber {
  readonly n: number
  /** "A dozen", «une dizaine», "a hundred": round by its nature. */
  readonly approx: boolean
  readonly rest: readonly string[]
}

/**
 * The number with which some words begin: digits, number words, or a round word such as "two dozen"; undefined where
 * they begin with none.
 *
 * @param words in small letters, without accents, hyphens and signs; digits already put together by `wordsOf`
 */
export const readNumber = (words: readonly string[], language: WordingLanguage): ReadNumber | undefined =>
  language === 'fr' ? readFrench(words) : readEnglish(words)

/**
 * Cuts a text into words for reading: small letters, no accents, hyphens as spaces, a dash between numbers as "–", and
 * grouped digits put together: "1,200" and "1 200" in English, «1 200» and «1.200» in French. What the other language
 * would take for a decimal stays as it is and is no number.
 */
export const wordsOf = (text: string, language: WordingLanguage): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/\b([dl]|jusqu|qu|n)'/g, '$1e ')
    .replace(/\s+/g, ' ')
    .replace(GROUPED[language], (digits) => digits.replace(/\D/g, ''))
    .replace(/(?<=\d)\s*[-–—]\s*(?=\d)|\s*[–—]\s*/g, ' – ')
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/^([~><≤≥])=?(?=\s*\d)/, (sign) => `${sign} `)
    .replace(/(?<=\d)\+/g, ' +')
    .trim()
    .split(/\s+/)

const GROUPED: Readonly<Record<WordingLanguage, RegExp>> = {
  en: /(?<![\d.,])\d{1,3}(?:[ ,]\d{3})+(?![\d.,]\d|\d)/g,
  fr: /(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?![\d.,]\d|\d)/g,
}

const ENGLISH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
)

const FRENCH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    vingts: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    septante: 70,
    huitante: 80,
    octante: 80,
    nonante: 90,
  }),
)

const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1000],
  ['mille', 1000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
])

const ENGLISH_ROUND: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
])

const FRENCH_ROUND: ReadonlyMap<string, number> = new Map(
  Object.entries({
    huitaine: 8,
    dizaine: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    millier: 1000,
  }),
)

/** Is this a word of a number? Such a word after a figure means that the figure was not read whole. */
export const isNumberWord = (word: string, language: WordingLanguage): boolean =>
  /\d/.test(word) ||
  SCALES.has(word) ||
  /^(?:hundreds?|thousands|dozens?|scores?|tens|cents?|centaines?|milliers?|dizaines?|douzaines?)$/.test(word) ||
  (language === 'fr' ? FRENCH : ENGLISH).has(word) ||
  FRENCH_ROUND.has(word)

function readEnglish(words: readonly string[]): ReadNumber | undefined {
  const [first = '', second = '', third = ''] = words
  if (first === 'half' && second === 'a' && third === 'dozen') return { n: 6, approx: true, rest: words.slice(3) }
  const isOne = first === 'a' || first === 'an'
  const round = ENGLISH_ROUND.get(isOne ? second : first)
  if (round !== undefined) return { n: round, approx: true, rest: words.slice(isOne ? 2 : 1) }
  if (isOne && !/^(?:hundred|thousand|million)$/.test(second)) return undefined
  const read = add(isOne ? ['one', ...words.slice(1)] : words, nextInEnglish)
  const dozens = read && ENGLISH_ROUND.get(read.rest[0] ?? '')
  if (read && dozens !== undefined) return { n: read.n * dozens, approx: true, rest: read.rest.slice(1) }
  // "A hundred" is round; "a hundred and twelve" and "one hundred" are counts.
  return read && { ...read, approx: isOne && words.length - read.rest.length === 2 }
}

function readFrench(words: readonly string[]): ReadNumber | undefined {
  const [first = '', second = '', third = ''] = words
  const isOne = first === 'un' || first === 'une'
  if (isOne && second === 'demi' && third === 'douzaine') return { n: 6, approx: true, rest: words.slice(3) }
  const skipped = isOne && /^(?:bonne|petite)$/.test(second) ? 2 : 1
  const round = isOne ? FRENCH_ROUND.get(words[skipped] ?? '') : undefined
  if (round !== undefined) return { n: round, approx: true, rest: words.slice(skipped + 1) }
  const read = add(words, nextInFrench)
  const times = read && FRENCH_ROUND.get((read.rest[0] ?? '').replace(/s$/, ''))
  return read && times !== undefined ? { n: read.n * times, approx: true, rest: read.rest.slice(1) } : read
}

/** What a word makes of the number below a thousand that was read before it; undefined where it cannot follow. */
type Next = (sum: number | null, word: string, before: string | undefined) => number | undefined

/** Adds up number words for as long as they can follow one another. */
function add(words: readonly string[], next: Next): ReadNumber | undefined {
  let total = 0
  let largest = Infinity
  let sum: number | null = null
  let used = 0
  for (const [index, word] of words.entries()) {
    const scale = SCALES.get(word)
    if (scale !== undefined && scale < largest && (sum !== 0 || total === 0)) {
      if (sum === null && word !== 'mille') break
      total += (sum ?? 1) * scale
      largest = scale
      sum = null
    } else if (isAnd(word) && used === index && index > 0) {
      // Counted only once a number follows it.
      continue
    } else {
      const before = words[index - 1]
      const more: number | undefined = mayJoin(sum, total, before, word) ? next(sum, word, before) : undefined
      if (more === undefined) break
      sum = more
    }
    used = index + 1
  }
  const n = total + (sum ?? 0)
  if (used === 0 || !Number.isSafeInteger(n)) return undefined
  return { n, approx: false, rest: words.slice(used) }
}

const isAnd = (word: string | undefined): boolean => word === 'and' || word === 'et'

/** "Two hundred and ten" and «vingt et un» are one number; "twenty and ten" is two. */
function mayJoin(sum: number | null, total: number, before: string | undefined, word: string): boolean {
  if (!isAnd(before)) return true
  if (before === 'and') return !/^\d/.test(word) && (sum === null ? total > 0 : sum >= 100 && sum % 100 === 0)
  return (word === 'un' || word === 'une' || word === 'onze') && sum !== null && sum % 100 >= 20
}

function nextInEnglish(sum: number | null, word: string): number | undefined {
  if (/^\d+$/.test(word)) return sum === null ? Number(word) : undefined
  if (word === 'hundred') return sum !== null && sum > 0 && sum < 100 ? sum * 100 : undefined
  const value = ENGLISH.get(word)
  if (value === undefined || sum === null) return value
  const below = sum % 100
  if (sum > 0 && below === 0) return value > 0 ? sum + value : undefined
  return below >= 20 && below % 10 === 0 && value > 0 && value < 10 ? sum + value : undefined
}

function nextInFrench(sum: number | null, word: string, before: string | undefined): number | undefined {
  if (/^\d+$/.test(word)) return sum === null ? Number(word) : undefined
  if (/^cents?$/.test(word)) return sum === null ? 100 : sum > 1 && sum < 10 ? sum * 100 : undefined
  const value = FRENCH.get(word)
  if (value === undefined || sum === null) return value
  const below = sum % 100
  const hundreds = sum - below
  if (below === 4 && value === 20) return hundreds + 80
  if (sum > 0 && below === 0) return value > 0 ? sum + value : undefined
  if ((below === 60 || below === 80) && value > 0 && value < 20) return sum + value
  // «Dix-sept», «soixante-dix-sept»; but «septante-deux».
  if (before === 'dix') return value >= 7 && value < 10 ? sum + value : undefined
  return below >= 20 && below % 10 === 0 && value > 0 && value < 10 ? sum + value : undefined
}
