import type { CasualtyMention } from '../mentions.ts'
import type { SuggestedMeasure } from '../reading.ts'
import { type CasualtyText, formAt } from './casualty-text.ts'
import { mentionOf } from './mention-of.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'
import { standingOf } from './standing-of.ts'

/** "The number of" is not said farther from its noun, nor the figure farther from that. */
const NEAR = 6
const FAR = 14

/** "Put the number of dead soldiers at 90", «le nombre de blessés est passé à 45»: the figure stands behind what it counts. */
export function numberCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  const { keys, words, people } = text
  return keys.flatMap((key, at) => {
    if (!words.numbers.has(key) || !people.of.has(keys[at + 1] ?? '')) return []
    const effect = effectBehind(text, at + 2)
    const phrase = effect && (figureBehind(text, phrases, effect.at + 1) ?? figureBefore(text, phrases, at))
    if (!phrase) return []
    const counted = phrases.all.find(
      ({ first, last, is }) => first >= at + 2 && last < phrase.first && first <= effect.at + 1 && is === 'people',
    )
    const found = {
      measure: effect.measure,
      trigger: effect.at,
      mood: 'told',
      rule: 'number-of',
      confidence: 0.88,
    } as const
    const mention = mentionOf(text, { ...found, phrase: { ...phrase, who: null } })
    return [
      {
        ...mention,
        who: counted ? mentionOf(text, { ...found, phrase: withoutFate(text, counted) }).who : mention.who,
      },
    ]
  })
}

/** "Dead soldiers" are soldiers. */
const withoutFate = (text: CasualtyText, phrase: NounPhrase): NounPhrase =>
  phrase.who !== null && phrase.who < phrase.last && formAt(text, phrase.who)
    ? { ...phrase, who: phrase.who + 1 }
    : phrase

function effectBehind(text: CasualtyText, from: number): { measure: SuggestedMeasure; at: number } | undefined {
  for (let at = from; at < Math.min(text.keys.length, from + NEAR); at += 1) {
    const form = formAt(text, at)
    const measure = form?.form === 'done' ? form.measure : text.words.counts.get(text.keys[at] ?? '')
    if (measure) return { measure, at }
  }
  return undefined
}

function figureBehind(text: CasualtyText, phrases: NounPhrases, from: number): NounPhrase | undefined {
  const { keys, words, people } = text
  for (let at = from; at < Math.min(keys.length, from + FAR); at += 1) {
    if (text.tokens[at]?.kind === 'mark' || words.relatives.has(keys[at] ?? '')) return undefined
    const phrase = phrases.from.get(at)
    const isGiven = keys[at - 1] === 'as' && keys.slice(0, from).some((key) => words.states.has(key))
    const isLed = isGiven || (words.beforeToll.has(keys[at - 1] ?? '') && !people.of.has(keys[at - 1] ?? ''))
    if (phrase?.figure && isLed && (phrase.head === null || phrase.is === 'people')) return phrase
  }
  return undefined
}

/** «A chiffré à 45 le nombre de morts»: the figure stands before what it counts. */
function figureBefore({ keys, words }: CasualtyText, phrases: NounPhrases, number: number): NounPhrase | undefined {
  const phrase = /^(?:le|the)$/.test(keys[number - 1] ?? '') ? phrases.upTo.get(number - 2) : undefined
  if (!phrase?.figure || phrase.head !== null || !/^(?:a|at)$/.test(keys[phrase.first - 1] ?? '')) return undefined
  return words.states.has(keys[phrase.first - 2] ?? '') ? phrase : undefined
}

/** Nobody's losses of people are greater; those of money are. */
const MOST_LOST = 9999

/** "Put the dead at more than 125", "puts its losses at eight". */
export function statedCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  const { keys, words } = text
  return keys.flatMap((key, at) => {
    if (!words.states.has(key) || !/^(?:the|its|their|his)$/.test(keys[at + 1] ?? '') || keys[at + 3] !== 'at')
      return []
    const phrase = phrases.from.get(at + 4)
    const { figure } = phrase ?? {}
    const form = formAt(text, at + 2)
    const isLoss = words.losses.has(keys[at + 2] ?? '')
    const measure = form?.form === 'done' ? form.measure : isLoss ? 'killed-or-wounded' : undefined
    if (!phrase || !figure || !measure || (phrase.head !== null && phrase.is !== 'people')) return []
    if (isLoss && 'n' in figure.quantity && figure.quantity.n > MOST_LOST) return []
    return [mentionOf(text, { phrase, measure, trigger: at + 2, mood: 'told', rule: 'stated', confidence: 0.85 })]
  })
}

/** "The army lost two soldiers", «a perdu dix hommes»: said so of a side's own people, not of seats or points. */
export function lostCasualties(text: CasualtyText, phrases: NounPhrases): CasualtyMention[] {
  return text.keys.flatMap((key, at) => {
    const phrase = text.words.loses.has(key) ? phrases.from.get(at + 1) : undefined
    if (!phrase?.figure || phrase.head === null || phrase.is !== 'people' || text.keys[phrase.last + 1] === 'to')
      return []
    const mention = mentionOf(text, {
      phrase,
      measure: 'killed',
      trigger: at,
      mood: 'told',
      rule: 'lost',
      confidence: 0.8,
    })
    const standing = standingOf(mention.who?.words ?? null, text.language)
    const isOwn = standing === 'combatant' || standing === 'police' || OWN.test(text.keys[phrase.head] ?? '')
    return isOwn && !text.words.not.has(text.keys[at - 1] ?? '') ? [mention] : []
  })
}

const OWN = /^(?:men|hommes)$/
