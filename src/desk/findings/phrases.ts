import type { Token } from '../text/token.ts'

/** Words in a row, each one a choice: `it|there was|is reported`. As a token's `key`: small letters without accents. */
export type Phrase = string

/** Phrases by the words they may begin with, so that a sentence is read once. */
export type Phrases = ReadonlyMap<string, readonly (readonly ReadonlySet<string>[])[]>

/** Makes phrases ready to be looked for. */
export function phrases(list: readonly Phrase[]): Phrases {
  const byFirst = new Map<string, (readonly ReadonlySet<string>[])[]>()
  for (const phrase of list) {
    const words = phrase.split(' ').map((word) => new Set(word.split('|')))
    for (const first of words[0] ?? []) byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return byFirst
}

/** A phrase found: its tokens, first to last, both included. */
export interface FoundPhrase {
  readonly first: number
  readonly last: number
}

/** Where phrases stand among tokens, in reading order, none within another: from one token on, the longest. */
export function phrasesIn(tokens: readonly Token[], list: Phrases): FoundPhrase[] {
  const found: FoundPhrase[] = []
  tokens.forEach(({ key }, first) => {
    if (first <= (found.at(-1)?.last ?? -1)) return
    const lengths = (list.get(key) ?? [])
      .filter((words) => words.every((choice, at) => choice.has(tokens[first + at]?.key ?? '')))
      .map(({ length }) => length)
    if (lengths.length > 0) found.push({ first, last: first + Math.max(...lengths) - 1 })
  })
  return found
}

/** Does any of the phrases stand there? */
export const hasPhrase = (tokens: readonly Token[], list: Phrases): boolean => phrasesIn(tokens, list).length > 0
