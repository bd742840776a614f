import type { SpeakerMention } from '../mentions.ts'
import { clauseAround } from './clause.ts'
import type { Found } from './found.ts'
import { type Ground, isCommaAt, isMarkAt, keyAt, type Range, standsAt } from './ground.ts'
import { phraseAfter } from './noun-phrase.ts'
import { outletAt } from './outlet-at.ts'
import { speakerOf } from './speaker.ts'
import { besideAfter } from './subject-behind.ts'

/** "According to X", «selon X», «de sources sécuritaires», «a-t-on appris auprès de X». */
export function accordingTo(ground: Ground, at: number): Found | undefined {
  const { speech } = ground
  const lead = speech.accordingTo.find((words) => standsAt(ground, at, words))
  if (!lead || (lead[0] === 'selon' && speech.that.has(keyAt(ground, at + 1)))) return undefined
  const isSources = lead.some((word) => ground.speakers.sources.has(word))
  if (isSources && !isAtBeginning(ground, at)) return undefined
  if (lead[0] === 'aupres' && !isLearned(ground, at)) return undefined
  const from = at + lead.length - (isSources ? 1 : 0)
  const phrase = unwrapped(ground, sourcesAt(ground, from) ?? phraseAfter(ground, from))
  if (!phrase || isSelfWorded(ground, phrase)) return undefined
  const beside = besideAfter(ground, phrase)
  const last = (beside ?? phrase).last
  const passed = passedOnBy(ground, last + 1)
  const inner = quotesFurther(ground, last + 1)
  const speaker = inner ? inner.speaker : speakerOf(ground, phrase, beside)
  return {
    first: at,
    last: inner?.last ?? passed?.last ?? last,
    speaker,
    via: inner ? speakerOf(ground, phrase, beside) : (passed?.speaker ?? null),
    speech: 'say',
    scope: scopeOf(ground, at),
    isBehind: at > 0,
    rule: 'according-to',
  }
}

/** «De sources» stands at the beginning of a clause or behind «appris»; elsewhere it is where water comes from. */
const isAtBeginning = (ground: Ground, at: number): boolean =>
  at === 0 || isMarkAt(ground, at - 1) || isLearned(ground, at)

const isLearned = (ground: Ground, at: number): boolean =>
  [1, 2, 3, 4, 5].some((back) =>
    ['appris', 'apprend', 'apprenait', 'indique', 'confirme', 'recueilli', 'recueillis'].includes(
      keyAt(ground, at - back),
    ),
  )

/** "Security sources": the phrase itself, where its first word is the noun. */
function sourcesAt(ground: Ground, from: number): Range | undefined {
  return ground.speakers.sources.has(keyAt(ground, from)) ? phraseAfter(ground, from) : undefined
}

/** "A statement by the army", «un communiqué de l'armée»: the army speaks. */
export function unwrapped(ground: Ground, phrase: Range | undefined): Range | undefined {
  if (!phrase) return undefined
  const { speech } = ground
  for (let at = phrase.first; at <= phrase.last && at <= phrase.first + 4; at += 1) {
    if (!speech.statements.has(keyAt(ground, at)) || keyAt(ground, at) === 'report' || keyAt(ground, at) === 'rapport')
      continue
    const lead = [1, 2].find((step) => speech.from.has(keyAt(ground, at + step)))
    if (lead === undefined) continue
    const inner = phraseAfter(ground, at + lead + 1)
    return inner && inner.last <= Math.max(phrase.last, inner.first + 8) ? inner : phrase
  }
  return phrase
}

/** "According to the agreement", "to plan": papers and people's habits say nothing about an attack. */
const isSelfWorded = (ground: Ground, { first, last }: Range): boolean =>
  Array.from({ length: last - first + 1 }, (_, at) => keyAt(ground, first + at)).some((word) =>
    ground.speech.papers.has(word),
  )

/** ", quoted by Y", «, cité par Y». */
export function passedOnBy(ground: Ground, at: number): { speaker: SpeakerMention; last: number } | undefined {
  const { speech } = ground
  const from = isCommaAt(ground, at) ? at + 1 : at
  if (!speech.quoted.has(keyAt(ground, from))) return undefined
  // "Reached by telephone by AFP": the outlet behind any "by" that stands near, else whoever stands behind the next.
  for (let by = from + 1; by <= from + 4; by += 1) {
    const outlet = speech.by.has(keyAt(ground, by)) ? outletAt(ground, by + 1) : undefined
    if (outlet) return outlet
  }
  return speech.by.has(keyAt(ground, from + 1)) ? namedAt(ground, from + 2) : undefined
}

function namedAt(ground: Ground, at: number): { speaker: SpeakerMention; last: number } | undefined {
  const phrase = phraseAfter(ground, at)
  return phrase && { speaker: speakerOf(ground, phrase), last: phrase.last }
}

/** "According to SITE, which quoted a statement of JNIM", "according to AFP, citing officials". */
function quotesFurther(ground: Ground, at: number): { speaker: SpeakerMention; last: number } | undefined {
  const { speech } = ground
  let from = isCommaAt(ground, at) ? at + 1 : at
  if (speech.relatives.has(keyAt(ground, from))) from += 1
  if (speech.have.has(keyAt(ground, from))) from += 1
  if (!speech.quoting.has(keyAt(ground, from)) || speech.by.has(keyAt(ground, from + 1))) return undefined
  const phrase = unwrapped(ground, phraseAfter(ground, from + 1))
  return phrase && { speaker: speakerOf(ground, phrase, besideAfter(ground, phrase)), last: phrase.last }
}

/** The clause that it stands in; behind "and" only what follows. */
function scopeOf(ground: Ground, at: number): Range {
  const clause = clauseAround(ground, at)
  const isOwn = ground.speech.and.has(keyAt(ground, at - 1)) || ground.speech.cuts.has(keyAt(ground, at - 1))
  return isOwn ? { first: at, last: clause.last } : clause
}
