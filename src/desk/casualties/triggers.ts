import { CASUALTY_WORDS, type CasualtyForm, type CasualtyWords } from './casualty-words.ts'
import { type CasualtyText, formAt, lowerAt } from './casualty-text.ts'

/** Where a sentence tells what happened to people, by a verb or what stands for one. */
export interface Trigger extends CasualtyForm {
  /** First and last token: "lost their lives" has three. */
  readonly first: number
  readonly last: number
  /** What follows "and" in "killed and wounded", taken into one measure. */
  readonly isJoint: boolean
}

/** All of them in their order, "killed and wounded" as one. */
export function triggersOf(text: CasualtyText): Trigger[] {
  const found: Trigger[] = []
  for (let at = 0; at < text.tokens.length; at += 1) {
    const trigger = phraseAt(text, at) ?? wordAt(text, at)
    if (!trigger) continue
    const joint = jointAt(text, trigger)
    found.push(joint)
    at = joint.last
  }
  return found
}

function phraseAt(text: CasualtyText, at: number): Trigger | undefined {
  const found = phrasesOf(text, at).find(({ words }) => words.every((word, step) => isWord(text, at + step, word)))
  return found && { ...found.is, first: at, last: at + found.words.length - 1, isJoint: false }
}

type Phrases = CasualtyWords['phrases']

/** The phrases of a language by their first words: few words of a text begin one. */
const byFirstWord = ({ phrases }: CasualtyWords): ReadonlyMap<string, Phrases> =>
  new Map(phrases.map(({ words: [first = ''] }) => [first, phrases.filter(({ words }) => words[0] === first)]))

const PHRASES = { en: byFirstWord(CASUALTY_WORDS.en), fr: byFirstWord(CASUALTY_WORDS.fr) }

const phrasesOf = (text: CasualtyText, at: number): Phrases =>
  PHRASES[text.language].get(lowerAt(text, at)) ?? PHRASES[text.language].get(text.keys[at] ?? '') ?? []

const isWord = (text: CasualtyText, at: number, word: string): boolean =>
  lowerAt(text, at) === word || text.keys[at] === word

function wordAt(text: CasualtyText, at: number): Trigger | undefined {
  const form = formAt(text, at)
  return form && !isOtherwise(text, at) ? { ...form, first: at, last: at, isJoint: false } : undefined
}

/** "Dead end", "the injured", "Dead Sea" and «la mort» tell nothing of anybody here. */
function isOtherwise({ keys, language }: CasualtyText, at: number): boolean {
  const [before = '', key = '', behind = ''] = [keys[at - 1], keys[at], keys[at + 1]]
  if (key === 'dead' && /^(?:end|ends|line|sea|heat|weight|or|set)$/.test(behind)) return true
  if (key === 'missing' && /^(?:the|from|out|a)$/.test(behind)) return true
  return language === 'fr' && key === 'mort' && /^(?:la|sa|leur|de|le|a)$/.test(before)
}

const KILLED_AND_WOUNDED = new Set(['killed wounded', 'wounded killed'])

/** "Killed and wounded", «tués ou blessés» that share one figure are one measure. */
function jointAt(text: CasualtyText, trigger: Trigger): Trigger {
  const at = trigger.last + 1
  const isAnd = text.people.and.has(text.keys[at] ?? '') || text.keys[at] === '/'
  const slash = text.keys[at + 1] === '/' ? 2 : 0
  const next = isAnd ? wordAt(text, at + 1 + slash) : undefined
  if (!next || next.form !== trigger.form) return trigger
  const isOne = KILLED_AND_WOUNDED.has(`${trigger.measure} ${next.measure}`)
  return isOne ? { ...trigger, measure: 'killed-or-wounded', last: next.last, isJoint: true } : trigger
}
