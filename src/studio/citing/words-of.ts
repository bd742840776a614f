import { CODEBOOK, type Vocabulary } from '../../record/codebook.ts'
import type { StudioLanguage } from '../messages/messages.tsx'

/** How the codebook calls a word of one of its vocabularies: the same words that readers get. */
export const wordOf = (vocabulary: Vocabulary, word: string, language: StudioLanguage): string =>
  (CODEBOOK[vocabulary] as Readonly<Record<string, { name: Readonly<Record<StudioLanguage, string>> }>>)[word]?.name[
    language
  ] ?? word

/** A vocabulary as choices, in its own order, each with what it means. */
export const choicesOf = <Word extends string>(
  vocabulary: Vocabulary,
  words: readonly Word[],
  language: StudioLanguage,
) => words.map((value) => ({ value, label: wordOf(vocabulary, value, language) }))
