import type { SpeakerMention } from '../mentions.ts'
import { type Ground, isCommaAt, keyAt } from './ground.ts'
import { outletAt } from './outlet-at.ts'

/** How and where something was said, between the verb and what is said: "to AFP on Monday in a statement". */
export interface Adverbials {
  /** The first token behind them. */
  readonly next: number
  readonly via: SpeakerMention | null
}

/** So many words of a way of saying it are passed over. */
const MOST_STEPS = 12

/** Passes over days, statements and whom it was said to, and keeps the outlet among them. */
export function overAdverbials(ground: Ground, from: number, isTold = false): Adverbials {
  let [next, via] = [from, null as SpeakerMention | null]
  if (isTold) {
    const outlet = outletAt(ground, from)
    if (outlet) [next, via] = [outlet.last + 1, outlet.speaker]
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const outlet = isOutletLead(ground, next) ? outletAt(ground, leadEnd(ground, next)) : undefined
    if (outlet) {
      via ??= outlet.speaker
      next = outlet.last + 1
      continue
    }
    const past = pastOne(ground, next)
    if (past === next) break
    next = past
  }
  return { next, via }
}

/** "To", «à», "carried by", "with", "on" before an outlet. */
const isOutletLead = (ground: Ground, at: number): boolean => {
  const { speech } = ground
  if (speech.to.has(keyAt(ground, at)) || ON.has(keyAt(ground, at))) return true
  return speech.quoted.has(keyAt(ground, at)) && speech.by.has(keyAt(ground, at + 1))
}

const ON = new Set(['on', 'sur', 'by', 'par'])

const leadEnd = (ground: Ground, at: number): number => (ground.speech.quoted.has(keyAt(ground, at)) ? at + 2 : at + 1)

function pastOne(ground: Ground, at: number): number {
  const { speech, tokens } = ground
  const key = keyAt(ground, at)
  if (isCommaAt(ground, at)) return pastOne(ground, at + 1) > at + 1 ? at + 1 : at
  if (speech.times.has(key)) return at + 1
  if (tokens[at]?.kind === 'number') return isDateNumber(ground, at) ? at + 1 : at
  if (MADE.has(key)) return at + 1
  if (!speech.prepositions.has(key)) return at
  if (speech.times.has(keyAt(ground, at + 1)) || isDateNumber(ground, at + 1)) return at + 2
  // "In a written statement", «lors d'une conférence de presse», "by telephone".
  for (let end = at + 1; end <= at + 5; end += 1) {
    const word = keyAt(ground, end)
    if (speech.statements.has(word)) return end + 1
    if (tokens[end]?.kind !== 'word' || speech.joints.has(word)) return at
  }
  return at
}

const MADE = new Set(['made', 'available', 'issued', 'released', 'published', 'publie', 'diffuse', 'transmis'])

const isDateNumber = (ground: Ground, at: number): boolean =>
  ground.tokens[at]?.kind === 'number' &&
  (ground.speech.times.has(keyAt(ground, at - 1)) || MONTHS.has(keyAt(ground, at + 1)))

const MONTHS = new Set(
  'january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
    ' ',
  ),
)
