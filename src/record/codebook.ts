import { ACTOR_KIND_WORDS, STANDING_WORDS } from './codebook-actors.ts'
import { ACT_WORDS, BASIS_WORDS, STANCE_WORDS, STANCE_WORD_WORDS, VERDICT_WORDS } from './codebook-claims.ts'
import type { CodebookEntry } from './codebook-entry.ts'
import { EVENT_TYPE_WORDS, ROLE_WORDS } from './codebook-events.ts'
import { COUNTING_WORDS, FIGURE_KIND_WORDS, MEASURE_WORDS, VAGUE_TERM_WORDS } from './codebook-figures.ts'
import { PLACE_KIND_WORDS, WHERE_PRECISION_WORDS } from './codebook-places.ts'

/**
 * Every vocabulary of the record, in the order in which "how we count" explains them. A new word does not compile until
 * it is defined in both languages.
 */
export const CODEBOOK = {
  'event-type': EVENT_TYPE_WORDS,
  'participation-role': ROLE_WORDS,
  'actor-kind': ACTOR_KIND_WORDS,
  standing: STANDING_WORDS,
  measure: MEASURE_WORDS,
  act: ACT_WORDS,
  stance: STANCE_WORDS,
  'stance-word': STANCE_WORD_WORDS,
  'figure-kind': FIGURE_KIND_WORDS,
  'vague-term': VAGUE_TERM_WORDS,
  counting: COUNTING_WORDS,
  basis: BASIS_WORDS,
  verdict: VERDICT_WORDS,
  'place-kind': PLACE_KIND_WORDS,
  'where-precision': WHERE_PRECISION_WORDS,
} as const satisfies Record<string, Readonly<Record<string, CodebookEntry>>>

export type Vocabulary = keyof typeof CODEBOOK

/** The words of one vocabulary in their order: `definitionsOf('measure')` begins with "killed". */
export const definitionsOf = (vocabulary: Vocabulary): readonly (readonly [word: string, CodebookEntry])[] =>
  Object.entries(CODEBOOK[vocabulary])
