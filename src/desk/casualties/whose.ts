import type { CasualtyMention } from '../mentions.ts'
import { type CasualtyText, spanOf, wordsOf } from './casualty-text.ts'
import type { NounPhrases } from './noun-phrase.ts'
import { standingOf } from './standing-of.ts'

/** Whose losses they are stands no farther from the figure. */
const FARTHEST = 8

/**
 * What people are whose own words do not say it: "seven others" behind "three soldiers" are soldiers like them, and of "29
 * casualties" the army that sustained them, or on which they were inflicted, tells.
 */
export function withWhose(
  text: CasualtyText,
  phrases: NounPhrases,
  told: readonly CasualtyMention[],
): CasualtyMention[] {
  let before: string | null = null
  return told.map((mention) => {
    const own = mention.who?.words ?? null
    if (own !== null && standingOf(own, text.language) !== 'unknown') {
      before = own
      return mention
    }
    // "Five people" are no soldiers because soldiers stand before them.
    const isLeftOut = own === null || FELLOWS.test(own)
    const whose = isLeftOut ? (sideOf(text, phrases, mention) ?? before) : null
    before = whose
    return whose === null ? mention : { ...mention, whose }
  })
}

const FELLOWS = /^(?:others?|another|more|autres?)$/i

/** The side that sustained them, or on which they were inflicted. */
function sideOf(text: CasualtyText, phrases: NounPhrases, { figure, trigger }: CasualtyMention): string | null {
  const { keys, words, tokens } = text
  const first = tokens.findIndex(({ start }) => start === figure.span.start)
  if (first < 0) return null
  const behind = Math.max(trigger, first)
  if (/^(?:on|upon|among|aux|parmi)$/.test(keys[behind + 1] ?? ''))
    return stretch(text, behind + 2, behind + 2 + FARTHEST)
  for (let at = first - 1; at > Math.max(0, first - FARTHEST); at -= 1) {
    if (!words.suffers.has(keys[at] ?? '')) continue
    return stretch(text, Math.max(0, at - FARTHEST), at)
  }
  return leftBy(text, phrases, first)
}

/** "Among the rebels there are 655 dead", "cost the army 29 dead". */
function leftBy(text: CasualtyText, phrases: NounPhrases, first: number): string | null {
  const direct = phrases.upTo.get(first - 1)
  if (direct && text.words.costs.has(text.keys[direct.first - 1] ?? '')) return stretch(text, direct.first, first)
  if (/^(?:the)$/.test(text.keys[first - 2] ?? '') && text.words.costs.has(text.keys[first - 3] ?? ''))
    return stretch(text, first - 2, first)
  const among = text.keys.findLastIndex((key, at) => at < first && text.words.among.has(key))
  return among >= 0 && first - among < FARTHEST ? stretch(text, among + 1, first) : null
}

/** The words from one token to another, where they say what somebody is. */
function stretch(text: CasualtyText, from: number, to: number): string | null {
  let end = Math.min(text.tokens.length, to) - 1
  while (end > from && text.tokens[end]?.kind === 'mark') end -= 1
  const clause = text.keys.findLastIndex(
    (key, at) => at >= from && at < end && (text.words.clauses.has(key) || key === ','),
  )
  const begin = to - from === FARTHEST && clause >= 0 && text.words.suffers.has(text.keys[to] ?? '') ? clause + 1 : from
  const words = wordsOf(text, spanOf(text, begin, end))
  return standingOf(words, text.language) === 'unknown' ? null : words
}
