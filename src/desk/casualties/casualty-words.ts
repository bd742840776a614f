import { EN_CASUALTY_WORDS } from '../en/casualty-words.ts'
import { FR_CASUALTY_WORDS } from '../fr/casualty-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { SuggestedMeasure } from '../reading.ts'

/** A form of a verb, or an adjective or noun used as one, that tells what happened to people. */
export interface CasualtyForm {
  readonly measure: SuggestedMeasure
  /** Whose fate it tells: that of its object ("kill") or of its subject ("die"). */
  readonly fate: 'object' | 'subject'
  /**
   * `done` may be a past or a participle ("killed"), `finite` is one that acts («tue», "died"), `doing` acts beside another
   * verb ("killing"), `base` is "kill" and «tuer».
   */
  readonly form: 'done' | 'finite' | 'doing' | 'base'
  /** Said of things as often: only of words that are known to name people. */
  readonly needsPeople: boolean
  /** May stand for the people themselves: "12 dead", «4 blessés». Never takes an object. */
  readonly isEffect: boolean
}

/** Words that a language has for what happens to people. */
export interface CasualtyWords {
  /** By the word in small letters, with its accents. */
  readonly forms: ReadonlyMap<string, CasualtyForm>
  /** Several words that are one such form; the first word leads to all that begin with it. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly is: CasualtyForm }[]
  /** Nouns for an act or a fate, with the people behind "of": "killing", «exécution». */
  readonly acts: ReadonlyMap<string, { readonly measure: SuggestedMeasure; readonly needsPeople: boolean }>
  /** Nouns that count the harmed: "deaths", «victimes». */
  readonly counts: ReadonlyMap<string, SuggestedMeasure>
  /** Behind "heavy" these tell of losses without a number. */
  readonly losses: ReadonlySet<string>
  readonly heavy: ReadonlySet<string>
  readonly toll: ReadonlySet<string>
  readonly beforeToll: ReadonlySet<string>
  /** "The number of dead stands at 12": what is counted stands before. */
  readonly numbers: ReadonlySet<string>
  /** "The army lost two soldiers". */
  readonly loses: ReadonlySet<string>
  /** "The army sustained 12 casualties": whose they are stands before. */
  readonly suffers: ReadonlySet<string>
  /** "Claimed", «coûté»: with "lives" these kill. */
  readonly costs: ReadonlySet<string>
  readonly lives: ReadonlySet<string>
  readonly be: ReadonlySet<string>
  readonly have: ReadonlySet<string>
  readonly not: ReadonlySet<string>
  readonly nobody: ReadonlySet<string>
  readonly adverbs: ReadonlySet<string>
  readonly adverb: RegExp
  readonly modals: ReadonlySet<string>
  readonly perhaps: ReadonlySet<string>
  readonly feared: ReadonlySet<string>
  /** Before an infinitive these tell that it came about: "managed to kill". */
  readonly cameAbout: ReadonlySet<string>
  /** Before a verb these take it back: "without killing". */
  readonly without: ReadonlySet<string>
  /** "Along with", «aux côtés de»: somebody shared the fate told before. */
  readonly along: readonly (readonly string[])[]
  readonly among: ReadonlySet<string>
  /** "Hostage", «otages», with the people before it. */
  readonly held: ReadonlyMap<string, SuggestedMeasure>
  readonly takes: ReadonlySet<string>
  /** Verbs whose people stand before their last words: "burnt" twelve "to death". */
  readonly apart: readonly {
    readonly verbs: ReadonlySet<string>
    readonly behind: readonly string[]
    readonly measure: SuggestedMeasure
  }[]
  /** «Chiffré à 45 le nombre», "gave the number as 45": verbs that state a figure. */
  readonly states: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  readonly found: ReadonlySet<string>
  readonly by: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
  readonly clauses: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly including: ReadonlySet<string>
  readonly ofThem: readonly (readonly string[])[]
  /** Verbs of saying and finding, behind which a new clause begins without a word: "police said 12 people were killed". */
  readonly says: ReadonlySet<string>
  /** Make what was attempted, planned or imagined of a noun: "attempt", «projet». */
  readonly unreal: ReadonlySet<string>
}

export const CASUALTY_WORDS: Readonly<Record<DeskLanguage, CasualtyWords>> = {
  en: EN_CASUALTY_WORDS,
  fr: FR_CASUALTY_WORDS,
}
