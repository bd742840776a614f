import { lettersOf } from './name-folding.ts'
import { type SearchRun, searchRuns, STEM_LANGUAGES, type StemLanguage } from './search-tokens.ts'

/** What a document must hold: a token, all of some terms, or any of them. */
export type Term =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'all'; readonly of: readonly Term[] }
  | { readonly kind: 'any'; readonly of: readonly Term[] }

/** A word as the reader wrote it, and how it is looked for in every grammar. */
export interface AskedWord {
  readonly text: string
  readonly term: Term
}

/** A reader's question, read. */
export interface Question {
  /** What was read of it: in one line, and not longer than is looked for. */
  readonly asked: string
  /** Outside quotation marks, in order; stop words only where there is nothing else. */
  readonly words: readonly AskedWord[]
  /** Inside quotation marks: these words in this order. */
  readonly phrases: readonly { readonly text: string; readonly words: readonly AskedWord[] }[]
  /** After a hyphen: must not be there. */
  readonly without: readonly AskedWord[]
  /** It was longer than is looked for, and its end was left out. */
  readonly isCut: boolean
  /** It consists of words that stand in nearly every text. */
  readonly isCommon: boolean
}

/** Longer questions are cut, not refused. */
const MAX_CHARACTERS = 200
export const MAX_WORDS = 12

/**
 * Reads a question: words, all of which must be there; "words in quotation marks", one after the other; -word, which must
 * not. Nothing else has a meaning, so nothing that anybody writes is a mistake.
 *
 * @param languages the grammars that the words may belong to
 */
export function readQuestion(text: string, languages: readonly StemLanguage[] = STEM_LANGUAGES): Question {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
  // Half a letter may be left at the end.
  const asked = line.slice(0, MAX_CHARACTERS).replace(/[\ud800-\udbff]$/, '')
  const found: Found = { plain: [], phrases: [], without: [] }
  const plain = asked.replaceAll(
    /(?<=^|\s)-?["“”„«»]([^"“”„«»]*)["“”„«»]|(?<=^|\s)-(\S+)/gu,
    (piece: string, quoted: string | undefined, left: string | undefined) => {
      if (piece.startsWith('-')) found.without.push(...wordsIn(left ?? quoted ?? '', languages))
      else if (quoted !== undefined && quoted.trim() !== '') {
        found.phrases.push({ text: quoted.trim(), words: wordsIn(quoted, languages) })
      }
      return ' '
    },
  )
  found.plain.push(...wordsIn(plain, languages))
  return limited(found, { asked, isTooLong: asked.length < line.length })
}

interface Word extends AskedWord {
  readonly isStop: boolean
}

interface Found {
  readonly plain: Word[]
  readonly phrases: { text: string; words: readonly Word[] }[]
  readonly without: Word[]
}

function limited(found: Found, { asked, isTooLong }: { asked: string; isTooLong: boolean }): Question {
  let left = MAX_WORDS
  const take = (words: readonly Word[]): Word[] => {
    const taken = words.slice(0, left)
    left -= taken.length
    return taken
  }
  const phrases = found.phrases
    .filter(({ words }) => words.length > 0)
    .map(({ text, words }) => ({ text, words: take(words) }))
    .filter(({ words }) => words.length > 0)
  const inPhrases = phrases.flatMap(({ words }) => words)
  const words = take(
    found.plain.some(isTelling) || inPhrases.some(isTelling) ? found.plain.filter(isTelling) : found.plain,
  )
  const without = take(found.without)
  const offered = [found.plain.filter(isTelling), found.without, ...found.phrases.map((phrase) => phrase.words)].flat()
  return {
    asked,
    words,
    phrases: phrases.map((phrase) => ({ ...phrase, words: tellingOrAll(phrase.words) })),
    without,
    isCut: isTooLong || (left === 0 && offered.length > MAX_WORDS),
    isCommon: words.length + inPhrases.length > 0 && ![...words, ...inPhrases].some(isTelling),
  }
}

const isTelling = ({ isStop }: Word): boolean => !isStop

/** Small words are in no index, but count where a phrase is compared with the text. */
const tellingOrAll = (words: readonly Word[]): readonly Word[] =>
  words.some(isTelling) ? words.filter(isTelling) : words

/** The words of a piece of the question, each in all grammars at once. */
function wordsIn(text: string, languages: readonly StemLanguage[]): Word[] {
  const byStart = new Map<number, SearchRun[]>()
  for (const language of languages) {
    for (const run of searchRuns(text, language)) byStart.set(run.start, [...(byStart.get(run.start) ?? []), run])
  }
  return [...byStart]
    .sort(([one], [other]) => one - other)
    .map(([start, runs]) => ({
      text: text.slice(start, runs[0]?.end ?? start),
      term: anyOf(runs.flatMap(termsOf)),
      isStop: runs.some(({ parts, joined }) => joined === null && parts.every((part) => part.isStop)),
    }))
}

/** A run is looked for as its parts, and as one word where hyphens join them. */
function termsOf({ parts, joined }: SearchRun): Term[] {
  const telling = parts.some(({ isStop }) => !isStop) ? parts.filter(({ isStop }) => !isStop) : parts
  const apart = allOf(telling.map(({ token }) => ({ kind: 'token', token })))
  return joined === null ? [apart] : [apart, { kind: 'token', token: joined }]
}

/** All of these; the same term twice is one. */
export const allOf = (terms: readonly Term[]): Term => joinedTerm('all', terms)

/** Any of these; the same term twice is one. */
export const anyOf = (terms: readonly Term[]): Term => joinedTerm('any', terms)

function joinedTerm(kind: 'all' | 'any', terms: readonly Term[]): Term {
  const each = new Map(terms.map((term) => [JSON.stringify(term), term]))
  const [only, ...others] = each.values()
  return only !== undefined && others.length === 0 ? only : { kind, of: [...each.values()] }
}

/** Every token that a term speaks of. */
export const tokensOf = (term: Term): string[] => (term.kind === 'token' ? [term.token] : term.of.flatMap(tokensOf))

/** Does a text with these tokens fit? */
export function isFitting(term: Term, tokens: ReadonlySet<string>): boolean {
  if (term.kind === 'token') return tokens.has(term.token)
  const isFit = (one: Term) => isFitting(one, tokens)
  return term.kind === 'all' ? term.of.every(isFit) : term.of.some(isFit)
}

/** A text as phrases are compared with it: small letters without accents, single spaces, and one at each end. */
export const spokenText = (text: string): string =>
  ` ${lettersOf(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
