import { type CasualtyText, formAt, lowerAt } from './casualty-text.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'

/** How far the next figure of a list may stand behind what was told, and how far a verb of its own behind it. */
const FARTHEST = 12
const NEAR = 6

const AT = /^(?:in|at|near|dans|a|au|aux|en)$/

/** "Killed 44 people in Gao and 12 in nearby Kidal": the 12 with a place of their own shared the fate told of the 44. */
export function ellipticBehind(text: CasualtyText, phrases: NounPhrases, from: number): NounPhrase[] {
  const { keys, tokens } = text
  if (text.sentence.isShouted || !AT.test(keys[from] ?? '')) return []
  const found: NounPhrase[] = []
  for (let at = from + 1; at < Math.min(tokens.length, from + FARTHEST); at += 1) {
    const isMark = tokens[at]?.kind === 'mark' && keys[at] !== ','
    if (isMark || text.words.clauses.has(lowerAt(text, at)) || formAt(text, at)) break
    const isJoint = text.people.and.has(keys[at] ?? '') || keys[at] === ','
    const phrase = isJoint ? phrases.from.get(at + 1) : undefined
    if (phrase?.figure && phrase.head === null && isPlaced(text, phrase.last + 1)) found.push(phrase)
  }
  return found
}

/** A place behind it, and no verb of which the figure is the subject. */
function isPlaced(text: CasualtyText, at: number): boolean {
  const { keys, tokens, words } = text
  if (!AT.test(keys[at] ?? '') || ![1, 2].some((step) => tokens[at + step]?.isCapital)) return false
  for (let behind = at + 1; behind < Math.min(tokens.length, at + NEAR); behind += 1) {
    if (tokens[behind]?.kind === 'mark') return true
    const lower = lowerAt(text, behind)
    if (words.be.has(lower) || words.have.has(lower) || formAt(text, behind)) return false
  }
  return true
}
