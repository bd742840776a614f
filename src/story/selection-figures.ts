import type { Measure } from '../record/claim.ts'
import { parseQuantity } from '../record/parse-quantity.ts'
import type { Quantity } from '../record/quantity.ts'
import { wordingLanguage } from '../record/wording-language.ts'
import { CASUALTY_WORDS, effectOf } from './casualty-words.ts'
import { figureSpans } from './figure-spans.ts'

/** What selected words say, as far as they can be read: a beginning for a form, never more. */
export interface SelectionRead {
  /** The words that were read as the figure; the selection itself where none were. */
  readonly verbatim: string
  readonly figure: Quantity | null
  readonly measure: Measure
  /** Who was counted, in the text's own words: "Wagner fighters". Null where it does not say. */
  readonly people: string | null
}

/**
 * Reads selected words: "at least 20 Wagner fighters were killed" gives the figure, what happened and to whom.
 *
 * @param around the sentence or paragraph in which they stand: tells what happened where the selection is a bare number
 */
export function readSelection(selected: string, language: string, around = ''): SelectionRead {
  const text = oneLine(selected)
  const verbatim = figureWords(text, language)
  const [before, after] = sentenceAround(oneLine(around), text)
  const measure = measureIn(text, language) ?? measureIn(after, language) ?? measureIn(before, language) ?? 'killed'
  const people = peopleIn(text, verbatim, language) ?? peopleIn(after, figureWords(after, language), language)
  return { verbatim, figure: parseQuantity(verbatim, language) ?? null, measure, people }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The sentence up to the selection, and from it on. */
function sentenceAround(around: string, selected: string): readonly [before: string, after: string] {
  const at = selected === '' ? -1 : around.indexOf(selected)
  if (at < 0) return ['', around]
  const [before = ''] = around
    .slice(0, at)
    .split(/[.!?…]\s/)
    .slice(-1)
  const [after = ''] = around.slice(at).split(/[.!?…](?:\s|$)/)
  return [before, after]
}

/** The longest words, from the number on, that read as one figure: else the number alone, else all of it. */
function figureWords(text: string, language: string): string {
  if (parseQuantity(text, language)) return beforeVerb(text, language)
  const [span] = figureSpans(text, language)
  const start = span?.from ?? text.search(/\p{N}/u)
  if (start < 0) return text
  const words = text.slice(start).split(' ')
  for (let count = words.length; count > 0; count -= 1) {
    const some = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,;:!?]+$/, '')
    if (parseQuantity(some, language)) return beforeVerb(some, language)
  }
  return span ? text.slice(span.from, span.to) : text
}

/** "20 fighters were killed" as far as "20 fighters": what happened is no part of the figure. */
function beforeVerb(words: string, language: string): string {
  const cut = words.replace(/\s+(?:were|was|are|have|had|died|ont|a|étaient|sont|furent)\b.*$/i, '')
  return parseQuantity(cut, language) ? cut : words
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

function measureIn(text: string, language: string): Measure | undefined {
  const words = CASUALTY_WORDS[wordingLanguage(language)]
  const found = new Set(wordsOf(text).flatMap((word) => effectOf(word, words) ?? []))
  const isBoth = /\b(?:killed or wounded|killed and wounded|dead or wounded|dead and wounded|tués? (?:ou|et) blessés?)/i
  if (isBoth.test(text)) return 'killed-or-wounded'
  return [...found][0]
}

/** Whoever stands between the number and what happened to them. */
function peopleIn(text: string, verbatim: string, language: string): string | null {
  const { people, hedges, effects } = CASUALTY_WORDS[wordingLanguage(language)]
  const counted = verbatim.split(' ')
  const at = counted.findLastIndex(
    (word) => !isWord(word) || hedges.some((hedge) => hedge.split(' ').includes(folded(word))),
  )
  const noun = counted.slice(at + 1).filter(isWord)
  const named = noun.filter((word) => !Object.values(effects).some((effect) => effect.test(folded(word))))
  const isPeople = named.some((word) => people.test(folded(word)))
  return isPeople && text.includes(named.join(' ')) ? named.join(' ').replace(/^(?:of the|of|de|des)\s+/i, '') : null
}

const isWord = (word: string): boolean => /^\p{L}[\p{L}’'-]*$/u.test(word)

const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
