import type { DeskLanguage } from './language.ts'
import { sentencesOf } from './text/sentences.ts'
import type { Sentence, Span } from './text/token.ts'

/** UTF-16 units before so many characters of Unicode. */
export function unitsBefore(text: string): (characters: number) => number {
  let astral = 0
  const characters: number[] = []
  for (const { index } of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) {
    characters.push(index - astral)
    astral += 1
  }
  return (at) => at + characters.filter((one) => one < at).length
}

const isPartOfWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** Do these words begin and end where words of the text do? */
const areWhole = (text: string, { start, end }: Span): boolean =>
  !(isPartOfWord(text[start - 1]) && isPartOfWord(text[start])) &&
  !(isPartOfWord(text[end - 1]) && isPartOfWord(text[end]))

/** So often words may stand inside other words before nobody looks on. */
const MOST_TRIES = 100

/** Where words stand within a stretch of a text, from its beginning on; undefined where they do not. */
export function firstIn(text: string, words: string, { start, end }: Span): Span | undefined {
  for (let tries = 0, from = start; tries < MOST_TRIES; tries += 1) {
    const at = text.indexOf(words, from)
    const found = { start: at, end: at + words.length }
    if (at === -1 || found.end > end) return undefined
    if (areWhole(text, found)) return found
    from = at + 1
  }
  return undefined
}

/** The last place where words stand before another place of a text. */
export function lastBefore(text: string, words: string, before: number): Span | undefined {
  for (let tries = 0, from = before - words.length; tries < MOST_TRIES && from >= 0; tries += 1) {
    const at = text.lastIndexOf(words, from)
    const found = { start: at, end: at + words.length }
    if (at === -1) return undefined
    if (areWhole(text, found)) return found
    from = at - 1
  }
  return undefined
}

/** What was told of a place: where it is, what stands there, or both. */
export interface ToldPlace {
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly words: string | undefined
}

/** The place that is meant: as it was counted where the words stand there, else where they stand once. */
export function placeOf(text: string, told: ToldPlace, units: (characters: number) => number): Span | undefined {
  const { words } = told
  if (told.start !== undefined && told.end !== undefined && told.start < told.end) {
    const span = { start: units(told.start), end: units(told.end) }
    const isIn = span.end <= text.length
    if (isIn && areWhole(text, span) && (words === undefined || text.slice(span.start, span.end) === words)) return span
  }
  if (words === undefined || words === '') return undefined
  const found = firstIn(text, words, { start: 0, end: text.length })
  return found && firstIn(text, words, { start: found.start + 1, end: text.length }) === undefined ? found : undefined
}

/** A sentence where it stands in the whole text. */
export interface PlacedSentence {
  readonly sentence: Sentence
  /** UTF-16 units before its paragraph. */
  readonly offset: number
}

/**
 * The way to the sentence in which all of a span lies; undefined where it lies in no one sentence. A paragraph is cut into
 * its sentences once, however often it is asked for.
 */
export function sentencesAround(text: string, language: DeskLanguage): (span: Span) => PlacedSentence | undefined {
  const kept = new Map<number, readonly Sentence[]>()
  return (span) => {
    const offset = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1
    const next = text.indexOf('\n', span.start)
    const sentences = kept.get(offset) ?? sentencesOf(text.slice(offset, next === -1 ? text.length : next), language)
    kept.set(offset, sentences)
    const sentence = sentences.find(({ start, end }) => offset + start <= span.start && span.end <= offset + end)
    return sentence && { sentence, offset }
  }
}
