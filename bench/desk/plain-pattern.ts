import type { LintEffect } from '../../src/desk/lint-json.ts'
import { SEVERAL, type StatedCount } from './stated-count.ts'
import type { Victims } from './victims.ts'

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const COUNT = String.raw`(?<count>\d[\d,]*|an?|several|many|${NUMBERS.join('|')})`
const HARM = String.raw`(?<harm>killed|dead|died|murdered|assassinated|wounded|injured|hurt|kidnapped|abducted)`

/** A number, a few words, and what happened: "12 people were killed". */
const BEFORE = new RegExp(String.raw`\b${COUNT}\s+(?:[\w'-]+\s+){0,5}?${HARM}\b`, 'gi')
/** And the other way round: "killed 12 people". */
const BEHIND = new RegExp(String.raw`\b${HARM}\s+${COUNT}\b`, 'gi')
/** Or somebody's: "the murder of". */
const OF_ONE = /\b(?<harm>murder|assassination|killing|kidnapping|abduction)\s+of\b/gi

/** What anybody would find in an afternoon, without reading: the least that the desk has to be better than. */
export function patternVictims(text: string): Victims[] {
  const plain = text.replace(/\s+/g, ' ')
  const found = [...plain.matchAll(BEFORE), ...plain.matchAll(BEHIND), ...plain.matchAll(OF_ONE)].map(
    ({ groups = {} }): Victims => {
      return { effect: effectOf(groups['harm'] ?? ''), count: countOf(groups['count'] ?? 'one') }
    },
  )
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

function effectOf(word: string): LintEffect {
  if (/^(?:wounded|injured|hurt)$/i.test(word)) return 'injured'
  return /^(?:kidnap|abduct)/i.test(word) ? 'captured' : 'killed'
}

function countOf(word: string): StatedCount {
  if (/^(?:several|many)$/i.test(word)) return SEVERAL
  const digits = Number(word.replaceAll(',', ''))
  const number = Number.isNaN(digits) ? Math.max(1, NUMBERS.indexOf(word.toLowerCase()) + 1) : digits
  return { min: number, max: number, approx: false }
}
