import type { VagueTerm } from '../../record/quantity.ts'
import type { UncountedWords } from '../../record/uncounted-words.ts'
import { phraseMap } from '../text/word-list.ts'

/** The record's vague words as a map from the phrase to its term, and more of them. */
export const vagueWords = (
  words: UncountedWords['vague'],
  more: readonly (readonly [VagueTerm, readonly string[]])[],
): ReadonlyMap<string, VagueTerm> =>
  phraseMap<VagueTerm>([...(Object.entries(words) as [VagueTerm, readonly string[]][]), ...more])
