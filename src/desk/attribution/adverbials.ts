import type { SpeakerMention } from '../mentions.ts'
import { type Ground, isCapitalAt, isCommaAt, isFiniteAt, keyAt } from './ground.ts'
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
    else next = overAudience(ground, from)
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

/** "Told a news conference", "told parliament": whom it was told to speaks of nothing. */
function overAudience(ground: Ground, from: number): number {
  for (let at = from; at < from + 4; at += 1) {
    const key = keyAt(ground, at)
    if (AUDIENCES.has(key) && !isFiniteAt(ground, at + 1)) return at + 1
    if (ground.tokens[at]?.kind !== 'word' || isFiniteAt(ground, at) || ground.speech.joints.has(key)) return from
  }
  return from
}

const AUDIENCES = new Set('conference briefing parliament congress lawmakers deputies senators assembly'.split(' '))

/** "To", «à», "carried by", "with", "on" before an outlet. */
const isOutletLead = (ground: Ground, at: number): boolean => {
  const { speech } = ground
  if (THROUGH.has(keyAt(ground, at))) return true
  if (speech.to.has(keyAt(ground, at)) || ON.has(keyAt(ground, at))) return true
  return speech.quoted.has(keyAt(ground, at)) && speech.by.has(keyAt(ground, at + 1))
}

/** "Through its news agency", «via son agence». */
const THROUGH = new Set(['through', 'via'])

const ON = new Set(['on', 'sur', 'by', 'par'])

const leadEnd = (ground: Ground, at: number): number => (ground.speech.quoted.has(keyAt(ground, at)) ? at + 2 : at + 1)

function pastOne(ground: Ground, at: number): number {
  const { speech, tokens } = ground
  const key = keyAt(ground, at)
  if (isCommaAt(ground, at)) {
    const isThrough = THROUGH.has(keyAt(ground, at + 1)) && outletAt(ground, at + 2) !== undefined
    return isThrough || pastOne(ground, at + 1) > at + 1 ? at + 1 : at
  }
  // "On Telegram": a channel, never whoever wrote there.
  if (speech.prepositions.has(key) && CHANNELS.has(keyAt(ground, at + 1))) return at + 2
  if (speech.times.has(key)) return at + 1
  if (tokens[at]?.kind === 'number') return isDateNumber(ground, at) ? at + 1 : at
  if (MADE.has(key)) return at + 1
  if (!speech.prepositions.has(key)) return at
  if (speech.times.has(keyAt(ground, at + 1)) || isDateNumber(ground, at + 1)) return at + 2
  const place = overPlace(ground, at)
  if (place !== undefined) return place
  // "In a written statement", «lors d'une conférence de presse», "by telephone".
  for (let end = at + 1; end <= at + 5; end += 1) {
    const word = keyAt(ground, end)
    if (speech.statements.has(word)) return end + 1
    if (tokens[end]?.kind !== 'word' || speech.joints.has(word)) return at
  }
  return at
}

const MADE = new Set(
  'made available issued released published read sent publie diffuse transmis lu envoye adresse parvenu'.split(' '),
)

/** «A précisé à New York le porte-parole», "said in Geneva on Monday": where it was said. */
function overPlace(ground: Ground, at: number): number | undefined {
  if (!IN.has(keyAt(ground, at)) || !isCapitalAt(ground, at + 1)) return undefined
  let end = at + 2
  while (end < at + 5 && isCapitalAt(ground, end)) end += 1
  const { speech } = ground
  const next = keyAt(ground, end)
  return ground.tokens[end] === undefined || speech.articles.has(next) || speech.times.has(next) || /^[,.;]$/.test(next)
    ? end
    : undefined
}

const IN = new Set('in from a depuis en'.split(' '))

const CHANNELS = new Set('telegram facebook twitter x instagram whatsapp youtube weibo linkedin vk'.split(' '))

const isDateNumber = (ground: Ground, at: number): boolean =>
  ground.tokens[at]?.kind === 'number' &&
  (ground.speech.times.has(keyAt(ground, at - 1)) || MONTHS.has(keyAt(ground, at + 1)))

const MONTHS = new Set(
  'january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
    ' ',
  ),
)
