import { plainKeys } from '../figures/plain-keys.ts'
import type { DeskLanguage } from '../language.ts'
import type { FigureMention } from '../mentions.ts'
import type { Sentence, Span, Token } from '../text/token.ts'
import { CASUALTY_WORDS, type CasualtyForm, type CasualtyWords } from './casualty-words.ts'
import { PEOPLE_WORDS, type PeopleWords } from './people-words.ts'

/** A sentence as the rules about casualties see it. */
export interface CasualtyText {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly keys: readonly string[]
  readonly language: DeskLanguage
  readonly words: CasualtyWords
  readonly people: PeopleWords
  /** By the token with which they begin. */
  readonly figures: ReadonlyMap<number, FigureMention>
}

export const casualtyText = (
  sentence: Sentence,
  figures: readonly FigureMention[],
  language: DeskLanguage,
): CasualtyText => ({
  sentence,
  tokens: sentence.tokens,
  keys: plainKeys(sentence),
  language,
  words: CASUALTY_WORDS[language],
  people: PEOPLE_WORDS[language],
  figures: new Map(figures.map((figure) => [figure.first, figure])),
})

/** The stretch of the paragraph from one token to another. */
export const spanOf = ({ tokens }: CasualtyText, first: number, last: number): Span => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
})

/** The words of a stretch, as they stand. */
export const wordsOf = ({ sentence }: CasualtyText, { start, end }: Span): string =>
  sentence.text.slice(start - sentence.start, end - sentence.start)

/** A word in small letters with its accents, «d'» as «de»: for words that an accent makes others, «à» and «a». */
export const lowerAt = ({ tokens, keys }: CasualtyText, at: number): string => {
  const token = tokens[at]
  if (!token) return ''
  return token.lower.endsWith("'") ? (keys[at] ?? '') : token.lower
}

/** The form of a word that tells what happened, where it is one. */
export const formAt = (text: CasualtyText, at: number): CasualtyForm | undefined =>
  text.words.forms.get(text.tokens[at]?.lower ?? '') ??
  (text.sentence.isShouted ? text.words.forms.get(text.keys[at] ?? '') : undefined)
