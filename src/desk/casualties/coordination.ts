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
    if (!before || isObject(text, before) || isAsideOfSpeaker(text, phrases, before, joined)) break
    joined.unshift(before)
    next = before
  }
  return joined
}

/**
 * «Selon le maire de Gao, Jean Untel, 55 personnes»: what only a comma joins to a figure is nobody's fellow, unless it is
 * counted as well; and a name behind the speaker's is the speaker.
 */
function isAsideOfSpeaker(
  text: CasualtyText,
  phrases: NounPhrases,
  before: NounPhrase,
  joined: readonly NounPhrase[],
): boolean {
  if (before.figure !== null || !joined.some(({ figure }) => figure !== null)) return false
  if (
    joined.length === 1 &&
    text.keys[before.last + 1] === ',' &&
    !text.people.and.has(text.keys[before.last + 2] ?? '')
  )
    return true
  if (text.words.prepositions.has(text.keys[before.first - 1] ?? '')) return true
  const end = text.keys[before.first - 1] === ',' ? before.first - 2 : undefined
  const earlier = end === undefined ? undefined : phrases.upTo.get(end)
  return (
    before.is === 'name' && earlier !== undefined && text.words.prepositions.has(text.keys[earlier.first - 1] ?? '')
  )
}

/** A phrase with those joined to it from the right, up to one that is the subject of a verb of its own. */
export function coordinatedBehind(text: CasualtyText, phrases: NounPhrases, first: NounPhrase): readonly NounPhrase[] {
  const joined = [first]
  let next = first
  while (joined.length < MOST) {
    const begin = beginBehindJoint(text, next.last)
    const behind = begin === undefined ? undefined : phrases.from.get(begin)
    if (!behind || isSubject(text, behind)) break
    if (isTitleOf(text, next, behind)) joined[joined.length - 1] = { ...behind, first: next.first }
    else if (!isNameOf(text, next, behind) && !isOfThose(text, next, behind)) joined.push(behind)
    next = behind
  }
  const listed = withoutLoose(text, joined)
  return listed.length < MOST ? [...listed, ...joinedFarther(text, phrases, next.last + 1)] : listed
}

/** "Wounded 300, the minister": behind the last "and" of a list only what is counted goes on with a comma alone. */
function withoutLoose({ keys }: CasualtyText, joined: readonly NounPhrase[]): readonly NounPhrase[] {
  const isLoose = ({ first, figure, article }: NounPhrase): boolean =>
    (figure === null || article !== null) && keys[first - 1] === ','
  const kept = joined.findLastIndex((phrase, at) => at === 0 || !isLoose(phrase))
  return withoutTheirNames(keys, joined.slice(0, kept + 1))
}

/** "Two reporters, Jane Roe and John Doe": names behind a comma, as many as were counted, are those who were counted. */
function withoutTheirNames(keys: readonly string[], joined: readonly NounPhrase[]): readonly NounPhrase[] {
  const [first, ...others] = joined
  const counted = first?.figure?.quantity
  const areNames = others.length > 0 && others.every(({ figure, isMany }) => figure === null && !isMany)
  const isSame = counted?.kind === 'exact' && counted.n === others.length && counted.n > 1
  return first && areNames && isSame && keys[first.last + 1] === ',' ? [first] : joined
}

/** "Senator and candidate Jane Roe" is one person. */
const isTitleOf = ({ people, keys }: CasualtyText, one: NounPhrase, behind: NounPhrase): boolean =>
  people.and.has(keys[one.last + 1] ?? '') &&
  [one, behind].every(
    ({ is, isMany, figure, article }) => is === 'people' && !isMany && figure === null && article === null,
  ) &&
  one.last === one.head &&
  behind.head !== null &&
  behind.last > behind.head

/** "15 soldiers, 4 of them seriously", "Jane Roe, 42": no others. */
function isOfThose({ keys, words }: CasualtyText, one: NounPhrase, { head, figure, last }: NounPhrase): boolean {
  if (head !== null || figure === null) return false
  const isPart = words.ofThem.some((phrase) => phrase.every((word, step) => keys[last + 1 + step] === word))
  return isPart || (!one.isMany && one.figure === null && keys[one.last + 1] === ',')
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
  const isSpeaker = words.says.has(text.keys[at] ?? '') && !/^(?:that|which|where|whereby|que|ou|lequel)$/.test(lower)
  return (
    isSpeaker ||
    words.be.has(lower) ||
    words.have.has(lower) ||
    words.modals.has(lower) ||
    formAt(text, at) !== undefined
  )
}
