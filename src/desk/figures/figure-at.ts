import type { QuantitySign } from '../../record/quantity-signs.ts'
import type { Quantity } from '../../record/quantity.ts'
import { refusalOfQuantity } from '../../record/quantity-bounds.ts'
import type { DeskLanguage } from '../language.ts'
import type { Sentence } from '../text/token.ts'
import { FIRST_WORDS, type FigureWords } from './figure-words.ts'
import { type NumberAt, numberAt } from './number-at.ts'

/** A sentence, its words for comparing and the language's words around numbers. */
export interface FigureText {
  readonly sentence: Sentence
  readonly keys: readonly string[]
  readonly words: FigureWords
  readonly language: DeskLanguage
}

/** A figure before anybody asked what it counts. */
export interface BareFigure {
  readonly first: number
  readonly last: number
  readonly quantity: Quantity
  /** The token that carries the number, behind its signs. */
  readonly number: number
  readonly isPlainDigits: boolean
}

type Kind = Quantity extends infer One ? (One extends Quantity ? Omit<One, 'verbatim' | 'lang'> : never) : never

/** The figure that begins at a token, with the signs before and behind it; undefined where none does. */
export const figureAt = (text: FigureText, at: number): BareFigure | undefined =>
  rangeAt(text, at) ?? hedgedAt(text, at) ?? (mayLead(text, at) ? uncountedAt(text, at) : undefined)

const mayLead = ({ keys, language }: FigureText, at: number): boolean => FIRST_WORDS[language].has(keys[at] ?? '')

/** Signs have no more words. */
const LONGEST_SIGN = 5

function hedgedAt(text: FigureText, at: number): BareFigure | undefined {
  for (const { hedge, next } of signsAt(text, at)) {
    const filled = hedge !== 'exact' && text.words.fillers.has(text.keys[next] ?? '') ? next + 1 : next
    for (const start of filled === next ? [next] : [next, filled]) {
      const number = numberAfterSign(text, start, next > at)
      if (number) return withSigns(text, { at, start, hedge, number })
    }
  }
  return undefined
}

/** «Au moins un» counts; «un» alone is an article. */
function numberAfterSign(text: FigureText, start: number, isSigned: boolean): NumberAt | undefined {
  const read = numberAt({ tokens: text.sentence.tokens, ...text }, start, text.language)
  // "No one" is nobody.
  if (read && text.keys[start] === 'one' && text.keys[start - 1] === 'no') return undefined
  if (read || !isSigned || !/^(?:une?|one)$/.test(text.keys[start] ?? '')) return read
  return { n: 1, approx: false, last: start, isPlainDigits: false }
}

function* signsAt({ keys, words, language }: FigureText, at: number): Generator<{ hedge: QuantitySign; next: number }> {
  for (let length = FIRST_WORDS[language].has(keys[at] ?? '') ? LONGEST_SIGN : 0; length > 0; length -= 1) {
    const hedge = words.before.get(keys.slice(at, at + length).join(' '))
    if (hedge) yield { hedge, next: at + length }
  }
  yield { hedge: 'exact', next: at }
}

interface Signed {
  readonly at: number
  readonly start: number
  readonly hedge: QuantitySign
  readonly number: NumberAt
}

function withSigns(text: FigureText, { at, start, hedge, number }: Signed): BareFigure | undefined {
  const behind = hedge === 'exact' ? signBehind(text, number.last + 1) : undefined
  const stated = behind?.hedge ?? hedge
  const kind: Kind =
    number.n === 0 ? { kind: 'none' } : { kind: stated === 'exact' && number.approx ? 'approx' : stated, n: number.n }
  return figureOf(text, { first: at, last: behind?.last ?? number.last, number: start, kind, number0: number })
}

function signBehind({ keys, words }: FigureText, from: number): { hedge: QuantitySign; last: number } | undefined {
  for (let length = 3; length > 0; length -= 1) {
    const hedge = words.after.get(keys.slice(from, from + length).join(' '))
    if (hedge) return { hedge, last: from + length - 1 }
  }
  return undefined
}

/** "15 to 20", "between 15 and 20", "two or three", "15-20". */
function rangeAt(text: FigureText, at: number): BareFigure | undefined {
  const { keys, words, sentence } = text
  const isLed = keys[at] === words.between.lead
  const source = { tokens: sentence.tokens, ...text }
  const first = isLed ? at + 1 : at
  const low = numberAt(source, first, text.language) ?? (isLed ? undefined : oneBeforeOr(text, first))
  if (!low) return undefined
  const joint = keys[low.last + 1] ?? ''
  const isJoined = isLed ? joint === words.between.joint : words.joints.has(joint) || isDash(sentence, low.last + 1)
  const high = isJoined ? numberAt(source, low.last + 2, text.language) : undefined
  if (!high || high.n <= low.n || high.n >= 100 * low.n) return undefined
  if (!isLed && words.notBeforeRange.has(keys[at - 1] ?? '')) return undefined
  const kind: Kind = { kind: 'range', lo: low.n, hi: high.n }
  return figureOf(text, { first: at, last: high.last, number: first, kind, number0: high })
}

const oneBeforeOr = ({ keys }: FigureText, at: number): NumberAt | undefined =>
  /^une?$/.test(keys[at] ?? '') && keys[at + 1] === 'ou'
    ? { n: 1, approx: false, last: at, isPlainDigits: false }
    : undefined

/** A dash between two numbers without spaces: "15-20". */
const isDash = ({ tokens }: Sentence, at: number): boolean => {
  const [before, dash, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return dash !== undefined && /^[-–—‑]$/.test(dash.text) && before?.end === dash.start && after?.start === dash.end
}

function uncountedAt(text: FigureText, at: number): BareFigure | undefined {
  const { keys, words } = text
  for (let length = LONGEST_SIGN; length > 0; length -= 1) {
    const phrase = keys.slice(at, at + length).join(' ')
    // «Le nombre de morts» counts nobody yet: the figure comes behind.
    if (/^nombre (?:de|des)$/.test(phrase) && /^(?:le|ce|son|leur)$/.test(keys[at - 1] ?? '')) return undefined
    // "How many were killed?" and "so many" count nobody.
    if (phrase.startsWith('many') && /^(?:how|so|too)$/.test(keys[at - 1] ?? '')) return undefined
    const term = words.vague.get(phrase)
    const kind: Kind | undefined = term
      ? { kind: 'vague', term }
      : words.some.has(phrase)
        ? { kind: 'some' }
        : words.none.has(phrase) && !/^(?:\d+|one|\.)$/.test(keys[at + 1] ?? '')
          ? { kind: 'none' }
          : undefined
    // «Des dizaines de»: the preposition belongs to what is counted.
    const last = at + length - (/ (?:of|de)$/.test(phrase) ? 2 : 1)
    if (kind) return figureOf(text, { first: at, last, number: at, kind })
  }
  return undefined
}

interface Found {
  readonly first: number
  readonly last: number
  readonly number: number
  readonly kind: Kind
  readonly number0?: NumberAt
}

function figureOf({ sentence, language }: FigureText, found: Found): BareFigure | undefined {
  const [first, last] = [sentence.tokens[found.first], sentence.tokens[found.last]]
  if (!first || !last) return undefined
  const verbatim = sentence.text.slice(first.start - sentence.start, last.end - sentence.start)
  const quantity: Quantity = { ...found.kind, verbatim, lang: language }
  if (refusalOfQuantity(quantity) !== null) return undefined
  const isPlainDigits = found.first === found.last && found.number0?.isPlainDigits === true
  return { first: found.first, last: found.last, number: found.number, quantity, isPlainDigits }
}
