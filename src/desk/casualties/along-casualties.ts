import type { CasualtyMention } from '../mentions.ts'
import { acceptable } from './acceptable.ts'
import { type CasualtyText, formAt } from './casualty-text.ts'
import { mentionOf } from './mention-of.ts'
import type { NounPhrases } from './noun-phrase.ts'

/** Farther behind the verb nobody says who else. */
const FARTHEST = 14

/** "Was killed near his home along with two of his guards": those who shared the fate that was just told. */
export function alongCasualties(
  text: CasualtyText,
  phrases: NounPhrases,
  told: readonly CasualtyMention[],
): CasualtyMention[] {
  return text.keys.flatMap((_, at) => {
    const length = text.words.along.find((words) => words.every((word, step) => text.keys[at + step] === word))?.length
    const phrase = length === undefined ? undefined : phrases.from.get(at + length)
    const verb = lastFateBefore(text, at)
    if (!phrase || verb === undefined || !acceptable(text, phrase, true)) return []
    const earlier = told.find(({ trigger }) => trigger === verb)
    const fate = formAt(text, verb)
    if (!fate || (phrase.figure === null && phrase.isMany)) return []
    return [
      mentionOf(text, {
        phrase,
        measure: fate.measure,
        trigger: verb,
        mood: earlier?.mood ?? 'told',
        rule: 'along-with',
        confidence: 0.85,
      }),
    ]
  })
}

const lastFateBefore = (text: CasualtyText, at: number): number | undefined => {
  for (let before = at - 1; before >= Math.max(0, at - FARTHEST); before -= 1) {
    const form = formAt(text, before)
    if (form && (form.form === 'done' || form.fate === 'subject')) return before
  }
  return undefined
}

/** "Took 12 people hostage", "burnt eighty students to death": the people stand within what tells it. */
export function heldCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((key, at) => {
    const measure = text.words.held.get(key)
    const phrase = measure ? phrases.upTo.get(at - 1) : undefined
    const before = phrase ? (text.keys[phrase.first - 1] ?? '') : ''
    if (measure && phrase?.figure && acceptable(text, phrase, true) && text.words.takes.has(before))
      return [mentionOf(text, { phrase, measure, trigger: at, mood: 'told', rule: 'took-hostage', confidence: 0.88 })]
    return apartAt(text, phrases, at)
  })
}

function apartAt(text: CasualtyText, phrases: NounPhrases, at: number): CasualtyMention[] {
  const apart = text.words.apart.find(({ behind }) => behind.every((word, step) => text.keys[at + step] === word))
  const phrase = apart && phrases.upTo.get(at - 1)
  if (!apart || !phrase?.figure || !acceptable(text, phrase, true)) return []
  if (!apart.verbs.has(text.keys[phrase.first - 1] ?? '')) return []
  const { measure, behind } = apart
  const triggerLast = at + behind.length - 1
  return [mentionOf(text, { phrase, measure, trigger: at, triggerLast, mood: 'told', rule: 'apart', confidence: 0.88 })]
}
