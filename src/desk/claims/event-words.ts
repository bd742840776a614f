import { EN_EVENT_WORDS } from '../en/event-words.ts'
import { FR_EVENT_WORDS } from '../fr/event-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { Sentence } from '../text/token.ts'

/** How a language tells of events. Words are keys: small letters without accents. */
export interface EventWords {
  /** Nouns and verbs by which a sentence tells of an event, even where it counts nobody. */
  readonly events: RegExp
  /** What else points back to it: "the toll", «ce bilan». */
  readonly outcomes: RegExp
  /** A reckoning over months and years, over a whole war: told beside the event, and in no one place. Over joined keys. */
  readonly totals: RegExp
  /** What is no such reckoning though it says since when: "the deadliest since 2015", «au pouvoir depuis 2010». */
  readonly noTotals: RegExp
  /** What a new event is begun with. */
  readonly anew: RegExp
  /** What points back at the event before. */
  readonly pointing: ReadonlySet<string>
  /** "The attack on Rann", «l'attaque de Beni»: told by its place, it may be another. */
  readonly ofPlace: ReadonlySet<string>
}

const WORDS: Readonly<Record<DeskLanguage, EventWords>> = { en: EN_EVENT_WORDS, fr: FR_EVENT_WORDS }

/** The first word of a sentence that tells of an event; -1 where none does. */
export const eventAt = ({ tokens }: Sentence, language: DeskLanguage): number =>
  tokens.findIndex(({ key, kind }) => kind === 'word' && WORDS[language].events.test(key))

/** Does the sentence turn to another event than the one before? */
export const beginsAnew = ({ tokens }: Sentence, language: DeskLanguage): boolean =>
  WORDS[language].anew.test(
    tokens
      .slice(0, 6)
      .filter(({ kind }) => kind === 'word')
      .map(({ key }) => key)
      .join(' '),
  )

/** Does the sentence name the event before as one that is known: "the attack", «cette embuscade»? */
export const goesOn = ({ tokens }: Sentence, language: DeskLanguage): boolean =>
  tokens.some((_, at) => pointsBack(tokens, at, language) || tellsOutcome(tokens, at, language))

const tellsOutcome = (tokens: Sentence['tokens'], at: number, language: DeskLanguage): boolean =>
  WORDS[language].outcomes.test(tokens[at]?.key ?? '') &&
  tokens.slice(Math.max(0, at - 3), at).some(({ key }) => WORDS[language].pointing.has(key))

/** Is it a reckoning of much more than one event: "since the coup", «le conflit a fait»? */
export function isTotal({ tokens }: Sentence, language: DeskLanguage): boolean {
  const line = tokens.map(({ key }) => key).join(' ')
  return WORDS[language].totals.test(line) && !WORDS[language].noTotals.test(line)
}

/** So far from the beginning stands what a sentence is about. */
const SUBJECT_AT = 3

/** Is the event before what the sentence is about: "The incident took place on Saturday", «L'attaque s'est produite à Beni»? */
export const isAboutIt = ({ tokens }: Sentence, language: DeskLanguage): boolean =>
  tokens.slice(0, SUBJECT_AT).some((_, at) => pointsBack(tokens, at, language))

function pointsBack(tokens: Sentence['tokens'], at: number, language: DeskLanguage): boolean {
  const { events, pointing, ofPlace } = WORDS[language]
  const [before, noun, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !noun || !pointing.has(before.key) || !events.test(noun.key)) return false
  return !(next && (next.isCapital || ofPlace.has(next.key)))
}
