import type { SpeakerMention } from '../mentions.ts'
import { type Ground, isCommaAt, isFiniteAt, isMarkAt, isQuoteAt, keyAt, type Range, standsAt } from './ground.ts'
import { phraseBefore } from './noun-phrase.ts'
import { outletAt } from './outlet-at.ts'
import { nameIn, standingOf } from './speaker.ts'

/** Who stands before a verb as its subject. */
export interface Subject {
  readonly phrase: Range
  /** "James Oche" beside "Chairman of Ado Council". */
  readonly beside: Range | undefined
  /** From where on the words belong to the subject. */
  readonly first: number
  readonly isNegated: boolean
  /** The outlet in "the army, in a statement carried by IRNA, said". */
  readonly via: SpeakerMention | null
}

/** So many asides between commas may stand between a subject and its verb. */
const ASIDES = 3

/** The subject of a verb, where it stands before it; undefined where it is not plain. */
export function subjectBefore(ground: Ground, verb: number): Subject | undefined {
  const { at: start, isNegated } = overAuxiliaries(ground, verb - 1)
  const reached = reachedBy(ground, isCommaAt(ground, start) ? start - 1 : start)
  let at = reached ? reached.at : start
  let via: SpeakerMention | null = reached?.via ?? null
  for (let aside = 0; aside <= ASIDES; aside += 1) {
    const isClosed = isCommaAt(ground, at)
    const end = isClosed ? at - 1 : at
    const begin = beginningOfPart(ground, end)
    if (isClosed && isAside(ground, begin, end)) {
      via ??= outletWithin(ground, begin, end)
      at = begin - 1
      if (!isCommaAt(ground, at)) return undefined
      // What stood between commas was an aside: the subject ends before it.
      at -= 1
      const { at: further } = overAuxiliaries(ground, at)
      const plain = besideAside(ground, further)
      if (plain) return { ...plain, isNegated, via }
      at = further
      continue
    }
    const found = isClosed ? besideSubject(ground, end) : (withHost(ground, end) ?? plainSubject(ground, end))
    const subject = found ?? beforeRelative(ground, end)
    return subject && { ...subject, isNegated, via }
  }
  return undefined
}

/** So many words has a relative clause without commas: "the chief who spoke with newsmen on Thursday". */
const RELATIVE = 12

/** "The chief who spoke with newsmen put": who stands before "who" is the subject, not the audience within. */
function beforeRelative(ground: Ground, end: number): Found | undefined {
  const { speech } = ground
  for (let at = end - 1; at > Math.max(0, end - RELATIVE); at -= 1) {
    if (isMarkAt(ground, at)) return undefined
    if (!speech.relatives.has(keyAt(ground, at))) continue
    const verb = speech.have.has(keyAt(ground, at + 1)) ? at + 2 : at + 1
    return isFiniteAt(ground, verb) || verb > at + 1 ? plainSubject(ground, at - 1) : undefined
  }
  return undefined
}

/** So many words an outlet's name and what leads to it have at most. */
const REACH = 12

/** "A resident reached by Reuters said", «un habitant joint par l'AFP a dit»: the outlet, and where the subject ends. */
function reachedBy(ground: Ground, end: number): { at: number; via: SpeakerMention } | undefined {
  const { speech } = ground
  for (let at = end - 1; at > Math.max(0, end - REACH); at -= 1) {
    if (isMarkAt(ground, at)) return undefined
    if (!speech.by.has(keyAt(ground, at))) continue
    const outlet = outletAt(ground, at + 1)
    if (!outlet || outlet.last !== end) continue
    let verb = at - 1
    while (verb > 0 && at - verb < 4 && !speech.quoted.has(keyAt(ground, verb))) verb -= 1
    return speech.quoted.has(keyAt(ground, verb)) && !isCommaAt(ground, verb - 1)
      ? { at: verb - 1, via: outlet.speaker }
      : undefined
  }
  return undefined
}

const besideAside = (ground: Ground, end: number): Found | undefined =>
  besideSubject(ground, end) ?? withHost(ground, end) ?? plainSubject(ground, end)

type Found = Pick<Subject, 'phrase' | 'beside' | 'first'>

/** Words that belong to the verb and not to who speaks: "has also recently", «n'a pas», "on Monday". */
function overAuxiliaries(ground: Ground, from: number): { at: number; isNegated: boolean } {
  const { speech } = ground
  let at = from
  let isNegated = false
  while (at >= 0) {
    const key = keyAt(ground, at)
    const isTime =
      speech.times.has(key) &&
      !(at === 0) &&
      ground.tokens[at]?.kind === 'word' &&
      !speech.articles.has(keyAt(ground, at))
    const isNumber = ground.tokens[at]?.kind === 'number' && speech.times.has(keyAt(ground, at - 1))
    if (speech.negations.has(key)) isNegated = isNegated || !NOT_ALONE.has(key)
    else if (!speech.adverbs.has(key) && !speech.have.has(key) && !isTime && !isNumber && !isManner(ground, at)) {
      const aside = speech.asides.find(({ length: size }) => size > 1 && endsAt(ground, at, size, speech.asides))
      if (!aside) break
      at -= aside.length - 1
    }
    at -= 1
  }
  return { at, isNegated }
}

/** Does an aside of so many words end at a token: "has, for its part, said"? */
const endsAt = (ground: Ground, at: number, size: number, asides: readonly (readonly string[])[]): boolean =>
  asides.some((words) => words.length === size && standsAt(ground, at - size + 1, words))

/** «Ne» is half a negation: «n'a pas» has the other. */
const NOT_ALONE = new Set(['ne', "n'"])

const isManner = (ground: Ground, at: number): boolean => {
  const key = keyAt(ground, at)
  return (
    at > 0 &&
    (/^[a-z]{3,}ly$/.test(key) || /^[a-z]{4,}ment$/.test(key)) &&
    !NOT_MANNER.has(key) &&
    !ground.tokens[at]?.isCapital
  )
}
const NOT_MANNER = new Set([
  'family',
  'italy',
  'assembly',
  'rally',
  'gouvernement',
  'mouvement',
  'parlement',
  'commandement',
  'departement',
  'government',
  'movement',
  'parliament',
  'department',
  'regiment',
  'detachment',
  'tally',
  'daily',
  'weekly',
  'monthly',
  'rassemblement',
  'detachement',
])

/** Where the part before a comma begins: behind the comma, the mark or the joining word before it. */
function beginningOfPart(ground: Ground, end: number): number {
  let depth = 0
  for (let at = end; at >= 0; at -= 1) {
    const text = ground.tokens[at]?.text
    if (text === ')') depth += 1
    else if (text === '(') depth -= 1
    else if (depth === 0 && (text === ',' || text === ';' || text === ':' || isQuoteAt(ground, at))) return at + 1
  }
  return 0
}

/** "In a statement", "on Monday", "who was there", "however". */
function isAside(ground: Ground, begin: number, end: number): boolean {
  const { speech } = ground
  if (begin > end) return false
  const key = keyAt(ground, begin)
  if (speech.prepositions.has(key) && key !== 'des') return true
  if (speech.relatives.has(key) || speech.joints.has(key) || speech.gerunds.has(key)) return true
  // "Reuters, citing officials, said", "the mayor, quoted by AFP, said".
  if (speech.quoting.has(key) || speech.quoted.has(key)) return true
  for (let at = begin; at <= end; at += 1) {
    const word = keyAt(ground, at)
    if (
      !speech.adverbs.has(word) &&
      !speech.times.has(word) &&
      !speech.cuts.has(word) &&
      ground.tokens[at]?.kind !== 'number'
    )
      return isManner(ground, at) && begin === end
  }
  return true
}

function outletWithin(ground: Ground, begin: number, end: number): SpeakerMention | null {
  for (let at = begin; at < end; at += 1) {
    if (!ground.speech.by.has(keyAt(ground, at)) && !ground.speech.to.has(keyAt(ground, at))) continue
    const outlet = outletAt(ground, at + 1)
    if (outlet) return outlet.speaker
  }
  return null
}

/** "The army said": nothing but the words themselves. */
function plainSubject(ground: Ground, end: number): Found | undefined {
  const phrase = phraseBefore(ground, end)
  if (!phrase || isGenitive(ground, end) || isParticiple(ground, phrase)) return undefined
  const isOther = isFiniteAt(ground, phrase.first - 1) || AFTER.has(keyAt(ground, phrase.first - 1))
  if (isOther && standingOf(ground, phrase) === 'unknown') return undefined
  return { phrase, beside: undefined, first: phrase.first }
}

/** «Qui a parlé aux journalistes»: what stands right behind "has" and a relative is no subject. */
const isParticiple = (ground: Ground, { first }: Range): boolean =>
  ground.speech.have.has(keyAt(ground, first - 1)) && ground.speech.relatives.has(keyAt(ground, first - 2))

/** "The board's report found": whose it is does not speak. */
const isGenitive = ({ tokens }: Ground, end: number): boolean => /^['’]s?$/.test(tokens[end]?.lower ?? '')

/** Behind these stands what came before, more often than a clause of its own. */
const AFTER = new Set(['after', 'before', 'since', 'until', 'apres', 'avant'])

/** "The chairman of Guma, Caleb Aba, told": the words between the commas and those before them are one. */
function besideSubject(ground: Ground, end: number): Found | undefined {
  const beside = phraseBefore(ground, end)
  if (!beside || !isCommaAt(ground, beside.first - 1)) return undefined
  const host = hostOf(ground, beside.first - 2)
  if (!host) return undefined
  const isOne =
    nameIn(ground, beside) !== undefined ||
    nameIn(ground, host) !== undefined ||
    standingOf(ground, host) !== 'unknown' ||
    standingOf(ground, beside) !== 'unknown'
  return isOne ? { phrase: host, beside, first: host.first } : undefined
}

/** "Minister for the Middle East, Tobias Ellwood said": a comma too few, but plain. */
function withHost(ground: Ground, end: number): Found | undefined {
  const beside = phraseBefore(ground, end)
  if (!beside || !isCommaAt(ground, beside.first - 1) || !nameIn(ground, beside)) return undefined
  const host = hostOf(ground, beside.first - 2)
  if (!host || nameIn(ground, host) || standingOf(ground, host) === 'unknown') return undefined
  return { phrase: host, beside, first: host.first }
}

/** What an apposition stands beside: it begins where a clause may begin, and has no verb. */
function hostOf(ground: Ground, end: number): Range | undefined {
  const { speech } = ground
  let host = phraseBefore(ground, end)
  // "Citing officials, Reuters reported": whom it cites is not what it is.
  if (!host || speech.quoting.has(keyAt(ground, host.first))) return undefined
  // "Peace, Security, and Development": back to where the list begins.
  for (let turn = 0; turn < 4 && isListed(ground, host.first); turn += 1) {
    const before = comma(ground, host.first)
    const part = before === undefined ? undefined : phraseBefore(ground, before - 1)
    if (!part) break
    host = { first: part.first, last: host.last }
  }
  const before = host.first - 1
  const key = keyAt(ground, before)
  const isBeginning =
    before < 0 ||
    isMarkAt(ground, before) ||
    speech.joints.has(key) ||
    speech.and.has(key) ||
    speech.cuts.has(key) ||
    speech.adverbs.has(key)
  return isBeginning ? host : undefined
}

const isListed = (ground: Ground, first: number): boolean => {
  const { speech } = ground
  if (speech.and.has(keyAt(ground, first - 1)) && isCommaAt(ground, first - 2)) return true
  return (
    isCommaAt(ground, first - 1) &&
    !speech.articles.has(keyAt(ground, first)) &&
    speech.and.has(keyAt(ground, first + 2))
  )
}

const comma = (ground: Ground, first: number): number | undefined =>
  isCommaAt(ground, first - 1) ? first - 1 : isCommaAt(ground, first - 2) ? first - 2 : undefined
