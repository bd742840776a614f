import type { StyleWord } from '../desk-text.ts'
import type { DeskLanguage } from '../language.ts'
import type { DeskFinding } from '../reading.ts'
import type { Sentence, Token } from '../text/token.ts'
import { tokensOf } from '../text/tokens.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'
import { findingIn } from './make-finding.ts'
import { isTitleCase } from './name-against-record.ts'
import { meansSomethingElse, type Stretch } from './style-context.ts'
import { isOthersWord } from './voices.ts'

/**
 * A word of the style list as the paper's own word.
 *
 * Quiet in quotations and in what a speaker is said to have said, in names ("Revolutionary Rebel Front"), where the word
 * itself is reported ("listed as a terrorist group"), and where it means something else («régime alimentaire»).
 */
export function loadedWord(input: FindingInput): DeskFinding[] {
  const { language, style } = input.context
  const list = byFirstWord(style.filter((one) => one.language === language))
  return input.sentences.flatMap((read) => {
    const hasCapitals = !read.sentence.isShouted && !isTitleCase(read)
    return read.sentence.tokens.flatMap((token, first) => {
      const match = longest(list, read, first)
      if (!match || isOthersWord(read, first)) return []
      if (
        isInName(read, match, hasCapitals) ||
        meansSomethingElse(match.style.word, read.sentence.tokens, match, language)
      )
        return []
      const span = { start: token.start, end: read.sentence.tokens[match.last]?.end ?? token.end }
      const fix = match.style.instead && inForm(match.style.instead, match.ending)
      const facts = { word: match.style.word, ...(fix === null ? {} : { instead: fix }) }
      return [findingIn(input, read, { kind: 'loaded-word', span, fix, facts, confidence: 0.85 })]
    })
  })
}

interface ListedWord extends StyleWord {
  /** Its tokens: without accents to be looked up, with them to be sure. */
  readonly tokens: readonly Token[]
}

function byFirstWord(style: readonly StyleWord[]): Map<string, ListedWord[]> {
  const list = new Map<string, ListedWord[]>()
  for (const one of style) {
    const tokens = tokensOf(one.word, one.language)
    const first = tokens[0]?.key ?? ''
    for (const ending of tokens.length === 1 ? ENDINGS[one.language] : ['']) {
      list.set(first + ending, [...(list.get(first + ending) ?? []), { ...one, tokens }])
    }
  }
  return list
}

/** What a word of the list may end in: nothing more, its plural, in French its feminine too. */
const ENDINGS: Readonly<Record<DeskLanguage, readonly string[]>> = { en: ['', 's'], fr: ['', 's', 'e', 'es'] }

interface Match extends Stretch {
  readonly style: ListedWord
  readonly ending: string
}

/** Of several words of the list that begin at a token, the longest; of two as long, the one with least behind it. */
function longest(
  list: ReadonlyMap<string, readonly ListedWord[]>,
  { sentence }: FindingSentence,
  first: number,
): Match | undefined {
  const matches = (list.get(sentence.tokens[first]?.key ?? '') ?? []).flatMap((style): Match[] => {
    const last = first + style.tokens.length - 1
    const ending = endingOf(sentence, style, first)
    return ending === undefined ? [] : [{ style, first, last, ending }]
  })
  return matches.toSorted((one, other) => other.last - one.last || one.ending.length - other.ending.length)[0]
}

/** What stands behind a word of the list in the text ("s"); undefined where it is not that word. «Régime» is no «regime». */
function endingOf(
  { tokens, isShouted }: Sentence,
  { tokens: words, language }: ListedWord,
  first: number,
): string | undefined {
  const form = ({ key, lower }: Token): string => (isShouted ? key : lower)
  const end = words.at(-1)
  const found = tokens[first + words.length - 1]
  if (!end || !found) return undefined
  const isBegun = words.slice(0, -1).every((word, at) => form(word) === form(tokens[first + at] ?? word))
  if (!isBegun || !form(found).startsWith(form(end))) return undefined
  const ending = form(found).slice(form(end).length)
  return ENDINGS[language].includes(ending) ? ending : undefined
}

/** A capital in the middle of a sentence, or a name of the record around it. */
function isInName(
  { names, sentence: { tokens } }: FindingSentence,
  { first, last }: Stretch,
  hasCapitals: boolean,
): boolean {
  if (names.some((name) => name.first <= first && last <= name.last)) return true
  if (!hasCapitals || tokens[first]?.isCapital !== true) return false
  const isFirst = tokens.slice(0, first).every(({ kind }) => kind !== 'word')
  return !isFirst || tokens[last + 1]?.isCapital === true
}

/** The word instead as the text has the other: in the plural, in the feminine. */
const inForm = (instead: string, ending: string): string => (/[\sx]$/.test(instead) ? instead : instead + ending)
