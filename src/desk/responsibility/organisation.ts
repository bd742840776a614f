import { type Ground, isCapitalAt, isMarkAt, keyAt, type Range, standsAt } from '../attribution/ground.ts'
import { nameIn } from '../attribution/speaker.ts'
import type { ResponsibilityWords } from './responsibility-words.ts'

/**
 * The organisation that a phrase names: "Shining Path" of "members of the Maoist Shining Path", the FMLN of "FMLN
 * guerrillas". Undefined where it names none: "gunmen", "the rebels".
 */
export function organisationIn(ground: Ground, words: ResponsibilityWords, range: Range): Range | undefined {
  const inner = withoutMembers(ground, words, withoutGloss(ground, behindMembers(ground, words, range)))
  if (ground.sentence.isShouted) return isOrganisation(ground, words, inner) ? inner : undefined
  const keys = keysOf(ground, inner)
  if (keys.every((key) => words.members.has(key) || words.describing.has(key) || words.armed.has(key))) return undefined
  const isName = isCapitalAt(ground, inner.last) || keys.some((key) => words.forces.has(key))
  return nameIn(ground, inner) ?? (isName ? inner : undefined)
}

const keysOf = ({ tokens }: Ground, { first, last }: Range): string[] =>
  tokens.slice(first, last + 1).map(({ key }) => key)

/** "Members of the FMLN", «des combattants du M23»: what follows the last of them. */
function behindMembers(ground: Ground, words: ResponsibilityWords, { first, last }: Range): Range {
  let from = first
  for (let at = first; at < last; at += 1) {
    if (words.members.has(keyAt(ground, at)) && words.ofThem.has(keyAt(ground, at + 1))) from = at + 2
  }
  while (from < last && isPassedOver(ground, words, from)) from += 1
  return { first: from, last }
}

const isPassedOver = (ground: Ground, words: ResponsibilityWords, at: number): boolean => {
  const { speech, tokens } = ground
  return (
    speech.articles.has(keyAt(ground, at)) ||
    (words.describing.has(keyAt(ground, at)) && !words.organisations.has(keyAt(ground, at + 1))) ||
    words.suspected.has(keyAt(ground, at)) ||
    tokens[at]?.kind === 'number'
  )
}

/** "FMLN guerrillas", "the Shining Path in Ayacucho": without them and where they are. */
function withoutMembers(ground: Ground, words: ResponsibilityWords, { first, last }: Range): Range {
  let end = last
  if (ground.sentence.isShouted)
    for (let at = last; at > first; at -= 1) {
      const key = keyAt(ground, at)
      if (words.members.has(key) || ENDS.has(key) || MANNER.test(key)) end = at - 1
    }
  while (end > first && words.members.has(keyAt(ground, end))) end -= 1
  return { first, last: end }
}

/** Where and how, behind a name in capitals throughout. */
const ENDS = new Set(['in', 'at', 'for', 'on', 'to', 'from', 'with', 'during'])
const MANNER = /^[a-z]{4,}ly$/

/** "The FMLN [Farabundo Marti Front]": without what stands in brackets. */
function withoutGloss(ground: Ground, { first, last }: Range): Range {
  for (let at = first + 1; at <= last; at += 1)
    if (isMarkAt(ground, at) && /^[[(]$/.test(ground.tokens[at]?.text ?? '')) return { first, last: at - 1 }
  return { first, last }
}

/** In capitals throughout only words tell: a kind of organisation with more beside it, or the letters of an acronym. */
function isOrganisation(ground: Ground, words: ResponsibilityWords, range: Range): boolean {
  const keys = keysOf(ground, range)
  if (keys.every((key) => words.members.has(key) || words.describing.has(key) || words.armed.has(key))) return false
  if (hasKnownName(ground, words, range)) return true
  if (keys.length === 1) return keys.some((key) => words.forces.has(key) || isAcronym(key))
  return keys.some((key) => words.organisations.has(key) || isAcronym(key))
}

/** Does it hold the name of an armed side that speakers are known by? What is a common word as well names nobody. */
const hasKnownName = (ground: Ground, words: ResponsibilityWords, { first, last }: Range): boolean => {
  const { standings, groupHeads } = ground.speakers
  const lists = [words.members, words.describing, words.armed, words.organisations, words.forces, groupHeads]
  return standings.some(
    ({ standing, phrases }) =>
      standing === 'side' &&
      phrases.some(
        (phrase) =>
          !phrase.some((word) => lists.some((list) => list.has(word))) &&
          Array.from({ length: last - first + 1 }, (_, step) => first + step).some((at) =>
            standsAt(ground, at, phrase),
          ),
      ),
  )
}

/** Letters that nobody could read as a word: "FMLN", "JNM". */
const isAcronym = (key: string): boolean => /^[b-df-hj-np-tv-xz]{3,5}$/.test(key)
