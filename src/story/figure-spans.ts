import { isNumberWord } from '../record/number-words.ts'
import { type WordingLanguage, wordingLanguage } from '../record/wording-language.ts'
import { CASUALTY_WORDS, type CasualtyWords, effectOf } from './casualty-words.ts'

/** Words of a text that state how many people were killed, wounded, taken …: from the first sign of the number to its last. */
export interface FigureSpan {
  readonly from: number
  readonly to: number
}

/** A word of a text: where it stands, folded for comparison, and in which sentence. */
interface Token {
  readonly from: number
  readonly to: number
  readonly word: string
  readonly sentence: number
  /** A sign of money or per cent stands at it. */
  readonly isPriced: boolean
}

/** How far a counted noun may stand from its number, and an effect from the people it happened to. */
const NOUN_WITHIN = 5
const EFFECT_WITHIN = 10

/**
 * Numbers of people hurt, in the order of the text: digits, number words and "dozens", each with its "at least".
 *
 * Conservative: a number counts when whoever it counts, or what happened to them, follows it closely, or when it follows
 * "killed" directly. Years, dates, hours, ages, money, distances and per cent are passed over. English and French; texts
 * in other languages have none.
 */
export function figureSpans(text: string, language: string): FigureSpan[] {
  if (!/^(?:en|fr)\b/i.test(language)) return []
  const wording = wordingLanguage(language)
  const words = CASUALTY_WORDS[wording]
  const tokens = tokensOf(text)
  const spans: FigureSpan[] = []
  for (let index = 0; index < tokens.length; ) {
    const end = hedgesEnd(tokens, { first: index, end: numberEnd(tokens, index, { text, wording }) }, words)
    if (end > index && countsPeople(tokens, { first: index, end }, words)) {
      const first = withHedges(tokens, index, words)
      spans.push({ from: tokens[first]?.from ?? 0, to: tokens[end - 1]?.to ?? 0 })
    }
    index = Math.max(end, index + 1)
  }
  return joined(spans, tokens, wording)
}

const TOKEN = /\p{N}[\p{N}.,]*\p{N}(?!\p{L})|[\p{L}\p{N}]+(?:[:.]\p{N}+)*/gu

function tokensOf(text: string): Token[] {
  let sentence = 0
  let last = 0
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => {
    if (/[.!?;…]["”»’)\]]*\s|\n|\ufffc\n/.test(text.slice(last, index))) sentence += 1
    last = index + word.length
    const isPriced = /[$€£]\s?$/.test(text.slice(0, index)) || /^\s?[%$€£°]/.test(text.slice(last))
    return { from: index, to: last, word: folded(word), sentence, isPriced }
  })
}

const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const DIGITS = /^\d{1,3}(?:[.,]\d{3})+$|^\d{1,7}$/

/** Where the number that begins here ends; the beginning itself where none does. */
function numberEnd(
  tokens: readonly Token[],
  start: number,
  { text, wording }: { text: string; wording: WordingLanguage },
): number {
  let end = start
  for (let token = tokens[end]; token && isNumber(token, wording); token = tokens[end]) {
    const before = end > start ? tokens[end - 1] : undefined
    if (before && !isAnd(before) && !continues(before, token, text)) break
    end += 1
    // "Two hundred and ten", «vingt et un».
    const [joint, next] = [tokens[end], tokens[end + 1]]
    if (!/\d/.test(token.word) && isAnd(joint) && next && isNumber(next, wording) && !/\d/.test(next.word)) end += 1
  }
  return isArticle(tokens[start], { length: end - start, wording }) ? start : end
}

const isAnd = (token: Token | undefined): boolean => token?.word === 'and' || token?.word === 'et'

/** «Un soldat» is a soldier, as «a soldier» is: nobody counted. */
const isArticle = (token: Token | undefined, { length, wording }: { length: number; wording: WordingLanguage }) =>
  length === 1 && wording === 'fr' && /^une?$/.test(token?.word ?? '')

const isNumber = ({ word }: Token, wording: WordingLanguage): boolean =>
  /\d/.test(word) ? DIGITS.test(word) : isNumberWord(word, wording)

/** "Two hundred", "twenty-one", «1 200»; but "27 July, 50 soldiers" is two numbers. */
const continues = (before: Token, token: Token, text: string): boolean => {
  const gap = text.slice(before.to, token.from)
  if (!/^[\s\u00a0\u202f\u2009–-]$/.test(gap)) return false
  const digits = /\d/.test(before.word) && /\d/.test(token.word)
  return !digits || /[–-]/.test(gap) || (/^\d{1,3}(?:\D?\d{3})*$/.test(before.word) && /^\d{3}$/.test(token.word))
}

interface Stretch {
  readonly first: number
  readonly end: number
}

function countsPeople(tokens: readonly Token[], { first, end }: Stretch, words: CasualtyWords): boolean {
  const number = tokens[first]
  const next = tokens[end]
  if (!number || tokens.slice(first, end).some(({ isPriced }) => isPriced)) return false
  const before = tokens[first - 1]
  if (before?.sentence === number.sentence && words.before.test(before.word)) return false
  const following = tokens.slice(end, end + NOUN_WITHIN).filter(({ sentence }) => sentence === number.sentence)
  const [nearest] = following
  if (nearest && words.things.test(nearest.word)) return false
  const counted = nounAfter(following, words)
  if (counted === 'effect') return !isBareYear(number, following, words)
  if (counted === 'people') return hasEffectNear(tokens, { first, end }, words)
  const verb = tokens[withHedges(tokens, first, words) - 1]
  const isAfterVerb = verb?.sentence === number.sentence && words.doing.test(verb.word)
  const isAtEnd = next?.sentence !== number.sentence || words.ends.test(next.word)
  return isAfterVerb && isAtEnd && !isYear(number) && !/^(?:one|une?)$/.test(number.word)
}

/** What stands behind a number: what happened, or to whom; nothing of either where a thing or another number comes first. */
function nounAfter(following: readonly Token[], words: CasualtyWords): 'effect' | 'people' | null {
  for (const { word } of following) {
    if (effectOf(word, words)) return 'effect'
    if (words.people.test(word)) return 'people'
    if (/^\d/.test(word) || words.things.test(word) || (words.ends.test(word) && !words.among.test(word))) return null
  }
  return null
}

function hasEffectNear(tokens: readonly Token[], { first, end }: Stretch, words: CasualtyWords): boolean {
  const sentence = tokens[first]?.sentence
  const near = tokens.slice(Math.max(0, first - EFFECT_WITHIN), end + EFFECT_WITHIN)
  return near.some((token) => token.sentence === sentence && effectOf(token.word, words) !== undefined)
}

const isYear = ({ word }: Token): boolean => /^(?:19|20)\d\d$/.test(word)

/** "In 2024 killed": a year; "2024 dead" would be a figure. */
const isBareYear = (number: Token, [nearest]: readonly Token[], words: CasualtyWords): boolean =>
  isYear(number) && !(nearest && effectOf(nearest.word, words))

/** The first word of what belongs to a number before it. */
function withHedges(tokens: readonly Token[], index: number, { hedges }: CasualtyWords): number {
  const sentence = tokens[index]?.sentence
  for (let length = 3; length > 0; length -= 1) {
    const some = tokens.slice(Math.max(0, index - length), index)
    const isOne = some.length === length && some.every((token) => token.sentence === sentence)
    if (isOne && hedges.includes(some.map(({ word }) => word).join(' '))) return index - length
  }
  return index
}

/** Behind the last word of what belongs to a number after it: "20 or more". */
function hedgesEnd(tokens: readonly Token[], { first, end }: Stretch, { hedgesAfter }: CasualtyWords): number {
  const two = tokens.slice(end, end + 2).filter(({ sentence }) => sentence === tokens[first]?.sentence)
  return end > first && hedgesAfter.includes(two.map(({ word }) => word).join(' ')) ? end + 2 : end
}

/** "Between 15 and 20", "15 to 20": one figure. */
function joined(spans: readonly FigureSpan[], tokens: readonly Token[], wording: WordingLanguage): FigureSpan[] {
  return spans.map((span) => {
    const at = tokens.findIndex(({ from }) => from === span.from)
    const [lower, joint] = [tokens[at - 2], tokens[at - 1]]
    if (!lower || !joint || !/^(?:to|and|or|a|et|ou)$/.test(joint.word) || !isNumber(lower, wording)) return span
    const opening = tokens[at - 3]
    const isRange = /^(?:to|a)$/.test(joint.word) || /^(?:between|entre)$/.test(opening?.word ?? '')
    if (!isRange) return span
    return {
      from: /^(?:between|entre|from|de)$/.test(opening?.word ?? '') ? (opening?.from ?? 0) : lower.from,
      to: span.to,
    }
  })
}
