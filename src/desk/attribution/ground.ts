import { EN_SPEAKER_WORDS } from '../en/speaker-words.ts'
import { EN_SPEECH_WORDS } from '../en/speech-words.ts'
import { FR_SPEAKER_WORDS } from '../fr/speaker-words.ts'
import { FR_SPEECH_WORDS } from '../fr/speech-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { Sentence, Token } from '../text/token.ts'
import type { SpeakerWords } from './speaker-words.ts'
import type { SpeechWords } from './speech-words.ts'

/** What the rules for one sentence rest on: its tokens and the words of its language. */
export interface Ground {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly speech: SpeechWords
  readonly speakers: SpeakerWords
}

/** Tokens from the first to the last, both included. */
export interface Range {
  readonly first: number
  readonly last: number
}

const SPEECH: Readonly<Record<DeskLanguage, SpeechWords>> = { en: EN_SPEECH_WORDS, fr: FR_SPEECH_WORDS }
const SPEAKERS: Readonly<Record<DeskLanguage, SpeakerWords>> = { en: EN_SPEAKER_WORDS, fr: FR_SPEAKER_WORDS }

export const groundOf = (sentence: Sentence, language: DeskLanguage): Ground => ({
  sentence,
  tokens: sentence.tokens,
  speech: SPEECH[language],
  speakers: SPEAKERS[language],
})

export const keyAt = ({ tokens }: Ground, at: number): string => tokens[at]?.key ?? ''

export const isMarkAt = ({ tokens }: Ground, at: number): boolean => tokens[at]?.kind === 'mark'

/** Does a phrase of the lists stand here? */
export const standsAt = (ground: Ground, at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, index) => keyAt(ground, at + index) === word)

const QUOTES = new Set(['"', '“', '”', '«', '»', "'", '‘', '’'])
export const isQuoteAt = ({ tokens }: Ground, at: number): boolean => QUOTES.has(tokens[at]?.text ?? '')

export const isCommaAt = ({ tokens }: Ground, at: number): boolean => tokens[at]?.text === ','

/** The words of a range as the text has them, on one line. */
export function textOf({ sentence, tokens }: Ground, { first, last }: Range): string {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0]
  return sentence.text.slice(start - sentence.start, end - sentence.start).replace(/\s+/g, ' ')
}

/** Is it a word with a capital that tells something: not in capitals throughout? */
export const isCapitalAt = ({ tokens, sentence }: Ground, at: number): boolean =>
  !sentence.isShouted &&
  (tokens[at]?.isCapital === true || /^(?:[aeu]l|a[rstnd]|ash)-\p{Lu}/u.test(tokens[at]?.text ?? ''))

/** The first token behind an aside: "for its part", «pour sa part», «, lui,»; where none stands there, the same one. */
export function overAside(ground: Ground, at: number): number {
  const from = isCommaAt(ground, at) ? at + 1 : at
  const aside = ground.speech.asides.find((words) => standsAt(ground, from, words))
  if (!aside) return at
  const next = from + aside.length
  return isCommaAt(ground, next) ? next + 1 : next
}

/** Is it a form that has a subject of its own, so that no name goes on across it? */
export function isFiniteAt(ground: Ground, at: number): boolean {
  const { speech } = ground
  const token = ground.tokens[at]
  if (token?.kind !== 'word') return false
  // "A May attack", "Will Ross": what begins with a capital inside a sentence is a name.
  if (at > 0 && isCapitalAt(ground, at)) return false
  // "ACLED counted": an acronym is one wherever it stands.
  if (isCapitalAt(ground, at) && /^\p{Lu}{3,}$/u.test(token.text)) return false
  const { key } = token
  if (speech.finite.has(key)) return true
  if (speech.verbs.has(key) && !speech.nounLike.has(key)) return true
  if (!speech.finiteEndings.test(key) || speech.notFinite.has(key)) return false
  return !speech.articles.has(keyAt(ground, at - 1)) && !speech.prepositions.has(keyAt(ground, at - 1))
}
