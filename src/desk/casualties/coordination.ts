import { type CasualtyText, formAt, lowerAt } from './casualty-text.ts'
import { beforeAside } from './asides.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'

/** Nobody lists more. */
const MOST = 8

/** A phrase with those joined to it from the left: "two teachers, a guard and three students", in their order. */
export function coordinatedBefore(text: CasualtyText, phrases: NounPhrases, last: NounPhrase): readonly NounPhrase[] {
  const joined = [last]
  let next = last
  while (joined.length < MOST) {
    const end = endBeforeJoint(text, next.first)
    const before = end === undefined ? undefined : phrases.upTo.get(end)
    if (!before || isObject(text, before)) break
    joined.unshift(before)
    next = before
  }
  return joined
}

/** A phrase with those joined to it from the right, up to one that is the subject of a verb of its own. */
export function coordinatedBehind(text: CasualtyText, phrases: NounPhrases, first: NounPhrase): readonly NounPhrase[] {
  const joined = [first]
  let next = first
  while (joined.length < MOST) {
    const begin = beginBehindJoint(text, next.last)
    const behind = begin === undefined ? undefined : phrases.from.get(begin)
    if (!behind || isSubject(text, behind)) break
    if (!isNameOf(text, next, behind)) joined.push(behind)
    next = behind
  }
  return joined.length < MOST ? [...joined, ...joinedFarther(text, phrases, next.last + 1)] : joined
}

/** How far the next of a list may stand behind "in the town of Gao". */
const FARTHEST = 16

/** "Killed three soldiers in Gao and two civilians in Kidal": behind "and" only what carries a figure of its own. */
export function joinedFarther(text: CasualtyText, phrases: NounPhrases, from: number): NounPhrase[] {
  const found: NounPhrase[] = []
  const { keys, words, tokens } = text
  for (let at = from; at < Math.min(keys.length, from + FARTHEST); at += 1) {
    const isEnd = /^[;:.!?"“”«»(]$/.test(tokens[at]?.text ?? '') || words.relatives.has(keys[at] ?? '')
    if (
      isEnd ||
      words.be.has(lowerAt(text, at)) ||
      formAt(text, at) ||
      (words.clauses.has(lowerAt(text, at)) && keys[at] !== 'as')
    )
      break
    if (words.including.has(keys[at] ?? '') || words.by.has(keys[at] ?? '')) break
    const begin = isJoint(text, at) && at > from - 1 ? behindJoints(text, at) : undefined
    const phrase = begin === undefined ? undefined : phrases.from.get(begin)
    if (!phrase?.figure || phrase.is !== 'people' || isSubject(text, phrase)) continue
    found.push(phrase)
    at = phrase.last
  }
  return found
}

const behindJoints = (text: CasualtyText, at: number): number => {
  const { keys } = text
  const next = isJoint(text, at + 1) ? at + 2 : at + 1
  return keys[next] === 'as' && keys[next + 1] === 'well' ? next + 3 : next
}

/** "A traditional ruler, Chief Amina Bello": one person. */
const isNameOf = ({ keys }: CasualtyText, one: NounPhrase, behind: NounPhrase): boolean =>
  keys[behind.first - 1] === ',' &&
  [one, behind].some(({ is }) => is === 'name') &&
  [one, behind].every(({ isMany, figure }) => !isMany && figure === null)

const isJoint = ({ people, keys }: CasualtyText, at: number): boolean =>
  people.and.has(keys[at] ?? '') || keys[at] === ','

function endBeforeJoint(text: CasualtyText, first: number): number | undefined {
  if (!isJoint(text, first - 1)) return undefined
  const end = isJoint(text, first - 2) ? first - 3 : first - 2
  return beforeAside(text, end)
}

function beginBehindJoint(text: CasualtyText, last: number): number | undefined {
  const { keys } = text
  if (keys[last + 1] === 'as' && keys[last + 2] === 'well' && keys[last + 3] === 'as') return last + 4
  if (keys[last + 1] === 'ainsi' && keys[last + 2] === 'que') return last + 3
  if (!isJoint(text, last + 1)) return undefined
  return isJoint(text, last + 2) ? last + 3 : last + 2
}

/** "Killed three people and two soldiers were …": the first are no subject. */
const isObject = (text: CasualtyText, { first }: NounPhrase): boolean => formAt(text, first - 1)?.fate === 'object'

/** Does a verb follow of which this is the subject: "and two soldiers were", "and 12 wounded"? */
export function isSubject(text: CasualtyText, { last }: NounPhrase): boolean {
  const { words } = text
  let at = last + 1
  while (words.adverbs.has(text.keys[at] ?? '') || words.relatives.has(text.keys[at] ?? '')) at += 1
  const lower = lowerAt(text, at)
  if (formAt(text, at)?.form === 'doing') return false
  return words.be.has(lower) || words.have.has(lower) || words.modals.has(lower) || formAt(text, at) !== undefined
}
