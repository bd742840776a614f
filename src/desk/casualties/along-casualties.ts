import type { CasualtyMention } from '../mentions.ts'
import { acceptable } from './acceptable.ts'
import { type CasualtyText, formAt, lowerAt } from './casualty-text.ts'
import { mentionOf } from './mention-of.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { subjectsBefore } from './subjects.ts'

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

/** "Two policemen were among the dead", "among the wounded were three children". */
export function amongCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((key, at) => {
    if (!text.words.among.has(key) || !/^(?:the|those|les)$/.test(text.keys[at + 1] ?? '')) return []
    const fate = formAt(text, at + 2)
    if (!fate || fate.form !== 'done') return []
    return sharersAround(text, phrases, at)
      .filter((phrase) => phrase.figure !== null && acceptable(text, phrase, true))
      .map((phrase) =>
        mentionOf(text, {
          phrase,
          measure: fate.measure,
          trigger: at + 2,
          mood: 'told',
          rule: 'among',
          confidence: 0.85,
          isPart: true,
        }),
      )
  })
}

function sharersAround(text: CasualtyText, phrases: NounPhrases, at: number): readonly NounPhrase[] {
  if (text.words.be.has(lowerAt(text, at - 1))) return subjectsBefore(text, phrases, at - 1)
  const isLed = text.words.be.has(lowerAt(text, at + 3)) || text.keys[at + 3]?.startsWith('figur') === true
  const behind = isLed ? phrases.from.get(at + 4) : undefined
  return behind ? [behind] : []
}

/** "Took 12 people hostage", "held four soldiers prisoner". */
export function heldCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((key, at) => {
    const measure = text.words.held.get(key)
    const phrase = measure ? phrases.upTo.get(at - 1) : undefined
    if (!measure || !phrase?.figure || !acceptable(text, phrase, true)) return []
    if (!text.words.takes.has(text.keys[phrase.first - 1] ?? '')) return []
    return [mentionOf(text, { phrase, measure, trigger: at, mood: 'told', rule: 'took-hostage', confidence: 0.88 })]
  })
}
