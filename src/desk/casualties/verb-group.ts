import type { CasualtyMention } from '../mentions.ts'
import { type CasualtyText, lowerAt } from './casualty-text.ts'
import type { Trigger } from './triggers.ts'

/** A verb with all that helps it: "have not been killed". */
export interface VerbGroup {
  readonly first: number
  readonly voice: 'passive' | 'active' | 'bare'
  readonly mood: CasualtyMention['mood']
}

/** No verb has more helpers. */
const LONGEST = 9

/** Reads what stands before a trigger, right to left; a second participle has the helpers of the first. */
export function verbGroup(text: CasualtyText, trigger: Trigger, earlier: readonly Trigger[]): VerbGroup {
  const own = ownGroup(text, trigger)
  if (own.voice !== 'bare' || trigger.isEffect) return own
  const joint = own.first - 1
  const isJoined = text.people.and.has(text.keys[joint] ?? '') || text.keys[joint] === ','
  const before = isJoined ? earlier.find(({ last, form }) => last === joint - 1 && form === trigger.form) : undefined
  if (!before) return own
  return verbGroup(
    text,
    before,
    earlier.filter(({ last }) => last < before.first),
  )
}

interface Helpers {
  be: boolean
  have: boolean
  not: boolean
  modal: boolean
  perhaps: boolean
  to: boolean
  feared: boolean
}

function ownGroup(text: CasualtyText, trigger: Trigger): VerbGroup {
  const seen: Helpers = { be: false, have: false, not: false, modal: false, perhaps: false, to: false, feared: false }
  let first = trigger.first
  while (first > 0 && trigger.first - first < LONGEST && takeHelper(text, first - 1, seen)) first -= 1
  const voice = voiceOf(text, trigger, seen)
  return { first, voice, mood: moodOf(text, { trigger, first, seen }) }
}

function takeHelper(text: CasualtyText, at: number, seen: Helpers): boolean {
  const { words } = text
  const lower = lowerAt(text, at)
  if (text.figures.has(at) && !words.not.has(lower)) return false
  if (words.be.has(lower)) seen.be = true
  else if (words.have.has(lower) && !isPreposition(text, at)) seen.have = true
  else if (words.not.has(lower) && !text.figures.has(at)) seen.not = true
  else if (words.modals.has(lower) && lower !== 'if' && lower !== 'si') {
    seen.modal = true
    seen.perhaps = words.perhaps.has(lower)
  } else if (lower === 'nearly' || lower === 'almost' || lower === 'presque') seen.modal = true
  else if (lower === 'to') {
    seen.to = true
    // "Had to be killed" is an order, "is said to have been killed" none.
    if (words.have.has(lowerAt(text, at - 1))) seen.modal = true
  } else if (words.feared.has(text.keys[at] ?? '')) seen.feared = true
  else return isAdverb(text, at) || isFound(text, at) || isOpening(text, at)
  return true
}

/** "Were found wounded", «ont été retrouvées mortes». */
const isFound = (text: CasualtyText, at: number): boolean =>
  text.words.found.has(text.keys[at] ?? '') && text.words.be.has(lowerAt(text, at - 1))

/** «Ont été « neutralisés »»: only a word is quoted. */
const isOpening = ({ tokens, words, keys }: CasualtyText, at: number): boolean =>
  /^[«“"‘']$/.test(tokens[at]?.text ?? '') &&
  /^[»”"’']$/.test(tokens[at + 2]?.text ?? '') &&
  (words.be.has(keys[at - 1] ?? '') || words.have.has(keys[at - 1] ?? ''))

/** «A» is a verb, «à» none; in capitals nobody can tell, so a verb must follow it. */
const isPreposition = (text: CasualtyText, at: number): boolean => text.tokens[at]?.lower === 'à'

const isAdverb = ({ words, keys, tokens, people }: CasualtyText, at: number): boolean =>
  tokens[at]?.kind === 'word' &&
  (words.adverbs.has(keys[at] ?? '') ||
    (words.adverb.test(keys[at] ?? '') && !people.many.has(keys[at] ?? '') && !people.one.has(keys[at] ?? '')))

function voiceOf({ language }: CasualtyText, trigger: Trigger, { be, have }: Helpers): VerbGroup['voice'] {
  if (trigger.form === 'doing' || trigger.form === 'base') return 'active'
  if (trigger.form === 'finite') return 'active'
  if (trigger.fate === 'subject') return be || have ? 'active' : language === 'fr' ? 'bare' : 'active'
  return be ? 'passive' : have ? 'active' : 'bare'
}

function moodOf(
  text: CasualtyText,
  { trigger, first, seen }: { trigger: Trigger; first: number; seen: Helpers },
): CasualtyMention['mood'] {
  const { words, keys } = text
  if (seen.not) return 'negated'
  const before = lowerAt(text, first - 1)
  if (seen.feared || (words.feared.has(keys[first - 1] ?? '') && keys[first - 1] !== 'believed')) return 'feared'
  if (seen.modal) return seen.perhaps && seen.have ? 'feared' : 'unreal'
  const isOf = text.people.of.has(keys[first - 1] ?? '') || keys[first - 1] === 'at'
  if (trigger.form === 'doing' && isOf && words.unreal.has(keys[first - 2] ?? '')) return 'unreal'
  if (words.without.has(before) && (trigger.form === 'doing' || trigger.form === 'base')) return 'negated'
  if (trigger.form === 'base' && !seen.have) return isBaseTold(text, first, seen) ? 'told' : 'unreal'
  if (seen.to && !seen.have) return seen.be && isReported(text, first) ? 'told' : 'unreal'
  return 'told'
}

const isReported = ({ words, keys }: CasualtyText, first: number): boolean => words.cameAbout.has(keys[first - 1] ?? '')

/** "Gunmen kill three" is told; "to kill" and «pour tuer» only where somebody managed it. */
function isBaseTold(text: CasualtyText, first: number, seen: Helpers): boolean {
  const { words, keys, language } = text
  if (seen.to) return words.cameAbout.has(keys[first - 1] ?? '')
  if (language === 'fr') return words.cameAbout.has(keys[first - 2] ?? '') || words.cameAbout.has(keys[first - 1] ?? '')
  return true
}
