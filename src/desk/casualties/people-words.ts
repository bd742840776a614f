import { EN_PEOPLE_WORDS } from '../en/people-words.ts'
import { FR_PEOPLE_WORDS } from '../fr/people-words.ts'
import type { DeskLanguage } from '../language.ts'

/** Words by which a language tells people from things, and where a group of words about them ends. */
export interface PeopleWords {
  /** One of them: "soldier". */
  readonly one: ReadonlySet<string>
  /** More of them: "soldiers", "people". */
  readonly many: ReadonlySet<string>
  /** Those of whom it says next who they are: "members of the guard". */
  readonly ofWhom: ReadonlySet<string>
  /** Things and animals that are killed, lost, captured and counted, too. */
  readonly things: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** Of the articles, those before one person nobody knows yet. */
  readonly anyOne: ReadonlySet<string>
  /** Say only that these are more of the same: left out of who they are. */
  readonly further: ReadonlySet<string>
  /** "Others", «autres»: people in themselves. */
  readonly others: ReadonlySet<string>
  /** Stand before people and tell of them: "wounded", "elderly". */
  readonly adjectives: ReadonlySet<string>
  /** End a group of words: prepositions, conjunctions, pronouns, auxiliaries. */
  readonly stops: ReadonlySet<string>
  readonly of: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  /** Does the noun come first, as in French, and what tells of it behind? */
  readonly nounFirst: boolean
  /** Behind a French noun these tell of it. */
  readonly adjective: RegExp
  /** No word of a group of words: verbs and adverbs by their endings. */
  readonly verbal: RegExp
}

export const PEOPLE_WORDS: Readonly<Record<DeskLanguage, PeopleWords>> = { en: EN_PEOPLE_WORDS, fr: FR_PEOPLE_WORDS }
