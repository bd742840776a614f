import type { STANDINGS } from '../../record/victim-group.ts'
import { EN_STANDINGS } from '../en/standing-words.ts'
import { FR_STANDINGS } from '../fr/standing-words.ts'
import type { DeskLanguage } from '../language.ts'

export type Standing = (typeof STANDINGS)[number]

/** The words of a language for people of each standing, as keys in small letters without accents. */
export type StandingWords = Readonly<Partial<Record<Standing, RegExp>>>

const WORDS: Readonly<Record<DeskLanguage, StandingWords>> = { en: EN_STANDINGS, fr: FR_STANDINGS }

/**
 * What people are by the words for them: "Malian soldiers" are combatants, "two nurses" civilians, "soldiers and civilians"
 * mixed. Unknown where the words do not say, as "people" do not: nobody is made a civilian by a guess.
 */
export function standingOf(who: string | null, language: DeskLanguage): Standing {
  const words = keysOf(who ?? '')
  const found = (Object.entries(WORDS[language]) as [Standing, RegExp][]).filter(([, pattern]) =>
    words.some((word) => pattern.test(word)),
  )
  const [first, second] = found
  if (!first) return 'unknown'
  return second ? (isJoined(words) ? 'mixed' : first[0]) : first[0]
}

const keysOf = (who: string): string[] =>
  who
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter((word) => word !== '')

const isJoined = (words: readonly string[]): boolean => words.includes('and') || words.includes('et')
