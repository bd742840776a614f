import type { StyleWord } from '../desk-text.ts'
import { EN_STYLE } from '../en/style-words.ts'
import { FR_STYLE } from '../fr/style-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { Token } from '../text/token.ts'

/** A language's list of loaded words, and where they are none. Keys are small letters without accents. */
export interface StyleWords {
  readonly list: readonly StyleWord[]
  /** Within a few words before: the word is reported, not used ("listed as a terrorist group", "the so-called"). */
  readonly reported: ReadonlySet<string>
  /** Right before or behind a word, it means something else: "tax regime", «régime alimentaire», "former rebel". */
  readonly fixed: Readonly<
    Record<string, { readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> }>
  >
  /** Words that are loaded about people alone: a bomb that was neutralised was made safe. */
  readonly aboutPeople: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly things: ReadonlySet<string>
}

const STYLE: Readonly<Record<DeskLanguage, StyleWords>> = { en: EN_STYLE, fr: FR_STYLE }

/**
 * The words that a paper does not use as its own unless it decides otherwise: words of one side for another, and soft words
 * for killing. A newsroom takes its own list instead.
 */
export const DEFAULT_STYLE: readonly StyleWord[] = [...EN_STYLE.list, ...FR_STYLE.list]

/** Tokens of a sentence, first to last, both included. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** So far before a word stands what reports it. */
const REPORTED_WITHIN = 6
/** So near are the people whom a word is about. */
const PEOPLE_WITHIN = 8
/** So near behind a word stands the thing that it is about. */
const THING_WITHIN = 4

/** Is a word of the list none here: reported, part of another expression, about a thing? `word` is its key. */
export function meansSomethingElse(
  word: string,
  tokens: readonly Token[],
  { first, last }: Stretch,
  language: DeskLanguage,
): boolean {
  const style = STYLE[language]
  const before = tokens.slice(Math.max(0, first - REPORTED_WITHIN), first)
  if (before.some(({ key }) => style.reported.has(key))) return true
  const fixed = style.fixed[word]
  if (fixed?.before.has(tokens[first - 1]?.key ?? '')) return true
  if (fixed && tokens.slice(last + 1, last + 3).some(({ key }) => fixed.behind.has(key))) return true
  if (!style.aboutPeople.has(word)) return false
  const near = tokens.slice(Math.max(0, first - PEOPLE_WITHIN), last + 1 + PEOPLE_WITHIN)
  const behind = tokens.slice(Math.max(0, first - THING_WITHIN), last + 1 + THING_WITHIN)
  return !near.some(({ key }) => style.people.has(key)) || behind.some(({ key }) => style.things.has(key))
}
