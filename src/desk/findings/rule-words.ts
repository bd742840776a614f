import type { DeskLanguage } from '../language.ts'
import { EN_RULE_WORDS } from '../en/finding-words.ts'
import { FR_RULE_WORDS } from '../fr/finding-words.ts'
import type { Phrases } from './phrases.ts'

/** «Aurait été tué», but not «aurait dû», nor with «si». */
export interface RumourWords {
  readonly auxiliaries: ReadonlySet<string>
  readonly wishes: ReadonlySet<string>
  readonly ifs: ReadonlySet<string>
}

/** A language's words by which the rules know what they look for. Keys are small letters without accents. */
export interface RuleWords {
  /** "Reportedly", "it was said": somebody says so, and nobody is named. */
  readonly hidden: Phrases
  /** The same, where no more follows: "sources said", but not "sources in the hospital said". */
  readonly hiddenAlone: Phrases
  /** What may stand before them; and the last words that nothing may follow but a comma: "according to sources". */
  readonly notDescribed: { readonly before: ReadonlySet<string>; readonly lasts: ReadonlySet<string> }
  /** Where these stand, "allegedly" is the law's caution and no rumour: charges, courts. */
  readonly court: ReadonlySet<string>
  /** The conditional by which French tells a rumour; none in English. */
  readonly rumour: RumourWords | null
  /** "A total of", «portant le bilan à». */
  readonly total: Phrases
  /** A toll that changes, another event, an older figure: then two figures are no contradiction. */
  readonly change: ReadonlySet<string>
  /** In the words for whom or how many: other people than those before. */
  readonly others: ReadonlySet<string>
  /** The same: "five of the", «cinq des». */
  readonly partly: Phrases
  /** Before a figure: what readers are taken to know already ("the 12 dead", "the killing of 12 officials"). */
  readonly knownBefore: Phrases
  /** "Confirmed" by a side about the other side, and the plain word for it, by its form. */
  readonly confirming: Readonly<Record<string, string>>
  /** Words of an armed side in a claimant's name or description. */
  readonly sides: ReadonlySet<string>
  /** Words by which somebody gives a figure: where one stands, the figure is nobody's but theirs. */
  readonly giving: ReadonlySet<string>
  /** Words that say that somebody speaks or writes, calls or titles. */
  readonly speech: ReadonlySet<string>
  /** "AFP has learned": `*` stands for an agency. */
  readonly agencyWork: readonly string[]
  /** "Told the agency", where no agency is named. */
  readonly unnamedAgency: Phrases
  /** A picture's credit inside its caption. */
  readonly credit: RegExp
  /** Words of no weight in whom one counts: articles, "people". */
  readonly fill: ReadonlySet<string>
}

const WORDS: Readonly<Record<DeskLanguage, RuleWords>> = { en: EN_RULE_WORDS, fr: FR_RULE_WORDS }

/** The words by which the rules read a language. */
export const ruleWords = (language: DeskLanguage): RuleWords => WORDS[language]
