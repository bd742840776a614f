import { isCounted } from './counted-words.ts'
import type { VagueTerm } from './quantity.ts'
import { ENGLISH_UNCOUNTED } from './uncounted-words-en.ts'
import { FRENCH_UNCOUNTED } from './uncounted-words-fr.ts'
import type { WordingLanguage } from './wording-language.ts'

/** A figure without a number. */
type Uncounted = { readonly kind: 'vague'; readonly term: VagueTerm } | { readonly kind: 'some' | 'none' | 'notGiven' }

/** A language's words for figures without a number, in small letters, without accents and hyphens. */
export interface UncountedWords {
  readonly notGiven: RegExp
  readonly none: RegExp
  readonly some: RegExp
  /** What was counted may follow these: "dozens of soldiers". */
  readonly vague: Readonly<Partial<Record<VagueTerm, readonly string[]>>>
}

const WORDS: Readonly<Record<WordingLanguage, UncountedWords>> = { en: ENGLISH_UNCOUNTED, fr: FRENCH_UNCOUNTED }

/**
 * Figures stated in words without a number: "dozens", "heavy losses", "no casualties", "declines to give a figure";
 * undefined for all others. The lists are closed: "no confirmed casualties" is neither none nor some, and is not read.
 */
export function readUncounted(words: readonly string[], language: WordingLanguage): Uncounted | undefined {
  const lists = WORDS[language]
  const text = words.join(' ')
  if (lists.notGiven.test(text)) return { kind: 'notGiven' }
  if (lists.none.test(text)) return { kind: 'none' }
  if (lists.some.test(text)) return { kind: 'some' }
  return readVague(words, language)
}

/** The longest vague words come first: "tens of thousands" is no "tens". */
function readVague(words: readonly string[], language: WordingLanguage): Uncounted | undefined {
  for (let length = Math.min(words.length, LONGEST_VAGUE); length > 0; length -= 1) {
    const term = vagueTerm(words.slice(0, length).join(' '), language)
    if (term) return isCounted(words.slice(length), language) ? { kind: 'vague', term } : undefined
  }
  return undefined
}

const LONGEST_VAGUE = 4

const vagueTerm = (phrase: string, language: WordingLanguage): VagueTerm | undefined =>
  (Object.entries(WORDS[language].vague) as [VagueTerm, readonly string[]][]).find(([, phrases]) =>
    phrases.includes(phrase),
  )?.[0]
