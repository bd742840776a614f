import type { DeskLanguage } from '../language.ts'
import type { DeskFinding, DeskFindingKind, SuggestedMeasure, SuggestedResponsibility } from '../reading.ts'
import { FINDING_WORDS_EN } from './finding-words-en.ts'
import { FINDING_WORDS_FR } from './finding-words-fr.ts'

/** What a sentence about a finding may name: the other figure, the record's spelling. */
export type Facts = DeskFinding['facts']

/** How a kind of finding is told to whoever writes. */
export interface KindWords {
  /** Three to five words for a list. */
  readonly title: string
  /** Why it was underlined, in one sentence. */
  readonly why: (facts: Facts) => string
  /** What to do about it, in one sentence. */
  readonly fix: (facts: Facts) => string
}

/** A language's words about findings and suggestions. */
export interface FindingWords {
  readonly kinds: Readonly<Record<DeskFindingKind, KindWords>>
  /** What a suggested claim is about. */
  readonly measures: Readonly<Record<SuggestedMeasure, string>>
  /** How somebody is said to have done it. */
  readonly responsibilities: Readonly<Record<SuggestedResponsibility['kind'], string>>
}

const WORDS: Readonly<Record<DeskLanguage, FindingWords>> = { en: FINDING_WORDS_EN, fr: FINDING_WORDS_FR }

/** The words about findings in the language of whoever reads them, which need not be the story's. */
export const findingWords = (language: DeskLanguage): FindingWords => WORDS[language]
