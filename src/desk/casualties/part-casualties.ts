import type { CasualtyMention } from '../mentions.ts'
import { acceptable } from './acceptable.ts'
import type { CasualtyText } from './casualty-text.ts'
import { coordinatedBehind } from './coordination.ts'
import { mentionOf } from './mention-of.ts'
import type { NounPhrase, NounPhrases } from './noun-phrase.ts'

/** Farther from the figure whose part it is nobody says "including". */
const FARTHEST = 14

/** "Including 10 children", «dont les 5 assaillants», "three of them women": part of a figure that was told before. */
export function partCasualties(
  text: CasualtyText,
  phrases: NounPhrases,
  told: readonly CasualtyMention[],
): CasualtyMention[] {
  return text.keys.flatMap((_, at) => {
    const parts = partsAt(text, phrases, at)
    const whole = parts[0] && wholeBefore(text, told, parts[0].first)
    if (!whole) return []
    const own = parts.filter(({ head }) => head !== null || whole.measure === 'wounded')
    return own.map((phrase) =>
      mentionOf(text, {
        phrase,
        measure: whole.measure,
        trigger: whole.trigger,
        mood: whole.mood,
        rule: 'part',
        confidence: 0.88,
        isPart: true,
      }),
    )
  })
}

function partsAt(text: CasualtyText, phrases: NounPhrases, at: number): readonly NounPhrase[] {
  const { keys, words } = text
  const ofThem = words.ofThem.find((phrase) => phrase.every((word, step) => keys[at + step] === word))
  if (!words.including.has(keys[at] ?? '') && !ofThem) return []
  if (ofThem?.[0] === 'of') return behindOfThem(phrases, at)
  const first = phrases.from.get(at + (ofThem?.length ?? 1)) ?? phrases.from.get(at + 2)
  if (!first || !(first.figure || isOneOfThem(text, first)) || !acceptable(text, first, true)) return []
  return coordinatedBehind(text, phrases, first).filter(
    (phrase) =>
      (phrase.figure !== null || isOneOfThem(text, phrase)) &&
      acceptable(text, phrase, true) &&
      (phrase.head !== null || isOfState(text, phrase.last + 1)),
  )
}

/** «Dont quatre dans un état grave», "including two in serious condition". */
const isOfState = ({ keys }: CasualtyText, at: number): boolean =>
  /^(?:in|dans)$/.test(keys[at] ?? '') && [2, 3].some((step) => /^(?:etat|condition)$/.test(keys[at + step] ?? ''))

const isOneOfThem = ({ people }: CasualtyText, { article, is }: NounPhrase): boolean =>
  is === 'people' && people.anyOne.has(article ?? '')

/** "Twelve people, three of them children": the people stand behind, the figure before. */
function behindOfThem(phrases: NounPhrases, at: number): readonly NounPhrase[] {
  const [count, who] = [phrases.upTo.get(at - 1), phrases.from.get(at + 2)]
  if (!count?.figure || count.head !== null || who?.is !== 'people' || who.figure) return []
  return [{ ...who, first: count.first, figure: count.figure }]
}

/** The figure told last before it, or the one whose own words stand before it and whose verb comes later. */
const wholeBefore = (
  text: CasualtyText,
  told: readonly CasualtyMention[],
  first: number,
): CasualtyMention | undefined => {
  const start = text.tokens[first]?.start ?? 0
  return told
    .filter((mention) => mention.figure.span.end <= start && mention.figure.quantity !== null && !mention.isPart)
    .filter((mention) => first - Math.max(mention.first, lastBefore(text, mention, start)) <= FARTHEST)
    .toSorted((one, other) => other.figure.span.end - one.figure.span.end)[0]
}

const lastBefore = (text: CasualtyText, mention: CasualtyMention, start: number): number =>
  text.tokens.findLastIndex((token, index) => token.end <= start && index <= mention.last)
