import { type CasualtyText, formAt } from './casualty-text.ts'
import type { NounGroup } from './noun-group.ts'

/** Nobody's group has a longer name. */
const LONGEST = 7

/** Where "members of the tribe" ends: the name or noun behind "of", where the noun before it needs one. */
export function complementEnd(text: CasualtyText, group: NounGroup): number {
  const { keys, people, tokens } = text
  if (!people.ofWhom.has(keys[group.head] ?? '') || !people.of.has(keys[group.last + 1] ?? '')) return group.last
  let end = group.last
  let nouns = 0
  for (let at = group.last + 2; at < Math.min(tokens.length, group.last + 2 + LONGEST); at += 1) {
    const key = keys[at] ?? ''
    if (nouns === 0 && people.articles.has(key)) continue
    const isWord = tokens[at]?.kind === 'word' && !people.stops.has(key) && !text.figures.has(at)
    if (!isWord || (formAt(text, at) && tokens[at]?.isCapital !== true) || isVerbal(text, at)) break
    // A French noun ends with itself, and what tells of it.
    if (people.nounFirst && nouns > 0 && tokens[at]?.isCapital !== true && !people.adjective.test(key)) break
    nouns += 1
    end = at
  }
  return end
}

const isVerbal = ({ people, keys, tokens, sentence }: CasualtyText, at: number): boolean =>
  people.verbal.test(keys[at] ?? '') && (sentence.isShouted || tokens[at]?.isCapital !== true)
