import type { Found } from './found.ts'
import { type Ground, isMarkAt, type Range } from './ground.ts'
import { speakerOf, standingOf } from './speaker.ts'

/** So many words has a speaker in a headline at most. */
const MOST_WORDS = 5

/** "Twelve killed in Kano: army", "Army: 12 killed in Kano", "Fifteen dead in raid — UN". A line, no sentence: it has no full stop. */
export function headline(ground: Ground): Found | undefined {
  const { tokens } = ground
  const last = tokens.length - 1
  if (last < 3 || isMarkAt(ground, last)) return undefined
  const mark = tokens.findLastIndex(({ text }) => text === ':' || text === '–' || text === '—')
  if (mark >= 2 && last - mark <= MOST_WORDS && isNamedSpeaker(ground, { first: mark + 1, last }))
    return foundAt(ground, { first: mark + 1, last }, { first: 0, last: mark - 1 })
  const first = tokens.findIndex(({ text }) => text === ':')
  if (first < 1 || first > MOST_WORDS || last - first < 2) return undefined
  const lead = { first: 0, last: first - 1 }
  return isNamedSpeaker(ground, lead) ? foundAt(ground, lead, { first: first + 1, last }) : undefined
}

const isNamedSpeaker = (ground: Ground, range: Range): boolean => {
  for (let at = range.first; at <= range.last; at += 1) if (ground.tokens[at]?.kind !== 'word') return false
  return standingOf(ground, range) !== 'unknown'
}

const foundAt = (ground: Ground, range: Range, scope: Range): Found => ({
  ...range,
  speaker: speakerOf(ground, range),
  via: null,
  speech: 'say',
  scope,
  isBehind: scope.first === 0,
  rule: 'headline',
})
