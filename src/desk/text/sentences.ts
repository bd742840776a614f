import type { DeskLanguage } from '../language.ts'
import { endsInAbbreviation } from './abbreviations.ts'
import { MAX_TOKENS, type Sentence, type Token } from './token.ts'
import { tokensOf } from './tokens.ts'

/** The sentences of a paragraph, each cut into its words, with what is quoted marked. */
export function sentencesOf(paragraph: string, language: DeskLanguage): Sentence[] {
  const isShouted = isInCapitals(paragraph)
  let isQuoted = false
  const sentences: Sentence[] = []
  for (const { start, end } of stretches(paragraph, language)) {
    const beginsQuoted = isQuoted
    const marked = withQuotes(tokensOf(paragraph.slice(start, end), language, start), isQuoted)
    isQuoted = marked.isQuoted
    for (const tokens of cut(marked.tokens)) sentences.push(sentenceOf(paragraph, tokens, isShouted, beginsQuoted))
  }
  return sentences
}

function sentenceOf(paragraph: string, tokens: readonly Token[], isShouted: boolean, beginsQuoted: boolean): Sentence {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0]
  return { start, end, text: paragraph.slice(start, end), tokens, isShouted, beginsQuoted }
}

/** So many letters tell whether somebody writes in capitals. */
const ENOUGH_LETTERS = 12

function isInCapitals(text: string): boolean {
  const head = text.slice(0, 400)
  const large = head.match(/\p{Lu}/gu)?.length ?? 0
  const small = head.match(/\p{Ll}/gu)?.length ?? 0
  return large + small >= ENOUGH_LETTERS && large > 4 * small
}

/** A mark that may end a sentence, what closes behind it, and the beginning of the next. */
const END =
  /(?<mark>[.!?…]+)(?<closing>[ \u00A0\u202F]?[»”"’)\]]*)(?=\s+(?:[-–—]\s*)?["“«‘'([]?[ \u00A0\u202F]?[\p{Lu}\p{N}]|\s*$|\s*\n)/gu

function* stretches(text: string, language: DeskLanguage): Generator<{ start: number; end: number }> {
  let start = 0
  for (const { index, 0: found, groups } of text.matchAll(END)) {
    const end = index + found.length
    if (
      groups?.['mark'] === '.' &&
      endsInAbbreviation(text.slice(Math.max(start, index - 24), index + 1), text.slice(end, end + 40), language)
    )
      continue
    if (text.slice(start, end).trim() !== '') yield { start, end }
    start = end
  }
  if (text.slice(start).trim() !== '') yield { start, end: text.length }
}

const OPENING = new Set(['“', '«', '„'])
const CLOSING = new Set(['”', '»'])

/** A straight quotation mark opens and closes by turns. */
function withQuotes(tokens: readonly Token[], before: boolean): { tokens: readonly Token[]; isQuoted: boolean } {
  let isQuoted = before
  const marked = tokens.map((token) => {
    const isTurn = token.text === '"'
    if (OPENING.has(token.text) || (isTurn && !isQuoted)) {
      isQuoted = true
      return token
    }
    if (CLOSING.has(token.text) || isTurn) isQuoted = false
    return isQuoted ? { ...token, isQuoted } : token
  })
  return { tokens: marked, isQuoted }
}

/** What is too long for a sentence, in parts that are not: nobody writes so, and no rule may take long over it. */
function* cut(tokens: readonly Token[]): Generator<readonly Token[]> {
  if (tokens.length === 0) return
  for (let at = 0; at < tokens.length; at += MAX_TOKENS) yield tokens.slice(at, at + MAX_TOKENS)
}
