import type { DeskLanguage } from '../language.ts'
import type { SuggestedClaim } from '../reading.ts'
import { tokensOf } from '../text/tokens.ts'
import { hasPhrase } from './phrases.ts'
import { ruleWords } from './rule-words.ts'

/** The words of weight in whom a claim counts, without their plurals; empty where it says "people" or nothing. */
export function whomOf({ who }: SuggestedClaim, language: DeskLanguage): ReadonlySet<string> {
  return stemsIn(who?.text ?? '', language)
}

/** The words of weight in a text, in small letters, without accents and plurals. */
export function stemsIn(text: string, language: DeskLanguage): ReadonlySet<string> {
  const { fill } = ruleWords(language)
  const words = tokensOf(text, language).filter(({ kind, key }) => kind === 'word' && !fill.has(key))
  return new Set(words.map(({ key }) => key.replace(/(?<=\p{L}{3})(?:s|x)$/u, '')))
}

/** Do a claim's words count others than those before, or a part of them: "three others", «cinq des soldats»? */
export function countsOthers({ who, figure }: SuggestedClaim, language: DeskLanguage): boolean {
  const { others, partly } = ruleWords(language)
  const tokens = tokensOf(`${figure.words} ${who?.text ?? ''}`, language)
  return tokens.some(({ key }) => others.has(key)) || hasPhrase(tokens, partly)
}
