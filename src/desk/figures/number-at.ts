import { isNumberWord, readNumber } from '../../record/number-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { Token } from '../text/token.ts'
import type { FigureWords } from './figure-words.ts'

/** A number that begins at a token, and its last token. */
export interface NumberAt {
  readonly n: number
  readonly approx: boolean
  readonly last: number
  /** Was it written in digits alone, without grouping: "2019", "45"? */
  readonly isPlainDigits: boolean
}

/** No number has more words. */
const MOST_TOKENS = 10

/** The number, in digits or words, that begins at a token; undefined where none does. */
export function numberAt(
  { tokens, keys, words }: { tokens: readonly Token[]; keys: readonly string[]; words: FigureWords },
  at: number,
  language: DeskLanguage,
): NumberAt | undefined {
  if (!mayBegin(tokens[at], keys[at] ?? '', language)) return undefined
  const half = halfMillion(keys, at)
  if (half) return half
  const decimal = decimalAt(tokens, keys, at)
  if (decimal) return decimal
  const pieces = piecesFrom(tokens, keys, at, language)
  const read = readNumber(
    pieces.map(({ word }) => word),
    language,
  )
  if (!read) return undefined
  const used = pieces.length - read.rest.length
  const [end, next] = [pieces[used - 1], pieces[used]]
  // A hyphenated word of which only the beginning is a number is no number: "two-third".
  if (!end || (next && next.token === end.token)) return undefined
  if (end.token === at && words.notAlone.has(keys[at] ?? '')) return undefined
  const isPlainDigits = end.token === at && /^\d+$/.test(tokens[at]?.text ?? '')
  return { n: read.n, approx: read.approx, last: end.token, isPlainDigits }
}

const LEADS = new Set(['half', 'a', 'an', 'un', 'une'])

/** Most words begin no number: this tells before anything is put together. */
const mayBegin = (token: Token | undefined, key: string, language: DeskLanguage): boolean =>
  token?.kind === 'number' || LEADS.has(key) || isNumberWord(key.split('-', 1)[0] ?? '', language)

interface Piece {
  readonly word: string
  readonly token: number
}

function piecesFrom(tokens: readonly Token[], keys: readonly string[], at: number, language: DeskLanguage): Piece[] {
  const pieces: Piece[] = []
  for (let index = at; index < Math.min(tokens.length, at + MOST_TOKENS); index += 1) {
    const [token, key = ''] = [tokens[index], keys[index]]
    if (!token || token.kind === 'mark') break
    const words = token.kind === 'number' ? [digitsOf(token.text)] : numberParts(key, language)
    pieces.push(...words.map((word) => ({ word, token: index })))
    // Two numbers side by side are two numbers.
    if (token.kind === 'number' && tokens[index + 1]?.kind === 'number') break
  }
  return pieces
}

const digitsOf = (text: string): string =>
  /^\d{1,3}(?:[,.\s\u00A0\u202F]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text

const numberParts = (key: string, language: DeskLanguage): readonly string[] => {
  const parts = key.split('-')
  return parts.length > 1 && parts.every((part) => isNumberWord(part, language) || part === 'et' || part === 'and')
    ? parts
    : [key]
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1000,
  mille: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  billion: 1_000_000_000,
  billions: 1_000_000_000,
  milliard: 1_000_000_000,
  milliards: 1_000_000_000,
}

/** "1.5 million": a decimal counts persons only where a scale follows. */
function decimalAt(tokens: readonly Token[], keys: readonly string[], at: number): NumberAt | undefined {
  const token = tokens[at]
  const scale = SCALES[keys[at + 1] ?? '']
  if (token?.kind !== 'number' || scale === undefined || !/^\d+[.,]\d{1,2}$/.test(token.text)) return undefined
  const n = Math.round(Number(token.text.replace(',', '.')) * scale)
  return Number.isSafeInteger(n) ? { n, approx: false, last: at + 1, isPlainDigits: false } : undefined
}

const HALVES: readonly (readonly string[])[] = [
  ['half', 'a', 'million'],
  ['half', 'million'],
  ['un', 'demi', 'million'],
  ['un', 'demi-million'],
]

function halfMillion(keys: readonly string[], at: number): NumberAt | undefined {
  const found = HALVES.find((half) => half.every((word, index) => keys[at + index] === word))
  return found && { n: 500_000, approx: true, last: at + found.length - 1, isPlainDigits: false }
}
