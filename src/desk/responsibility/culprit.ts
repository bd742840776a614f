import { type Ground, isCommaAt, keyAt, type Range } from '../attribution/ground.ts'
import { phraseAfter, phraseBefore } from '../attribution/noun-phrase.ts'
import { nameIn, speakerOf, standingOf } from '../attribution/speaker.ts'
import { subjectBefore } from '../attribution/subject.ts'
import type { ResponsibilityWords } from './responsibility-words.ts'

/** Whoever the words from here on name. */
export function culprit(ground: Ground, from: number): Range | undefined {
  const phrase = phraseAfter(ground, from)
  if (!phrase) return undefined
  // "Accused the army of killing", «accuse l'armée d'avoir tué»: the deed is no part of the name.
  for (let at = phrase.first + 1; at < phrase.last; at += 1) {
    const key = keyAt(ground, at + 1)
    const isDeed = /^(?:of|for)$/.test(keyAt(ground, at))
      ? /^[a-z]+ing$/.test(key)
      : /^d['e]$/.test(keyAt(ground, at)) && /^(?:avoir|etre)$/.test(key)
    if (isDeed || isReproach(ground, at)) return { first: phrase.first, last: at - 1 }
  }
  return phrase
}

/** "Blamed X for the raid", but not the "Front for the Liberation": a name goes on in capitals. */
function isReproach(ground: Ground, at: number): boolean {
  const { tokens, sentence, speech } = ground
  if (sentence.isShouted || !/^(?:for|pour)$/.test(keyAt(ground, at))) return false
  const next = speech.articles.has(keyAt(ground, at + 1)) ? at + 2 : at + 1
  return tokens[next]?.isCapital === false
}

/** The subject of a verb, where it is plain: its own words, not those beside it. */
export function subjectOf(ground: Ground, verb: number): Range | undefined {
  const subject = subjectBefore(ground, verb)
  if (!subject || subject.isNegated) return undefined
  const { phrase, beside } = subject
  return beside && !nameIn(ground, phrase) && nameIn(ground, beside) ? beside : phrase
}

/** "The group, which claimed", «le mouvement, qui a revendiqué»: whom the relative clause tells of. */
export function antecedentOf(ground: Ground, verb: number): Range | undefined {
  const { speech } = ground
  let at = verb - 1
  while (speech.have.has(keyAt(ground, at)) || speech.adverbs.has(keyAt(ground, at))) at -= 1
  if (!speech.relatives.has(keyAt(ground, at))) return undefined
  return phraseBefore(ground, isCommaAt(ground, at - 1) ? at - 2 : at - 1)
}

/** Is it somebody who can do it: a name or words for an armed side, not a bomb, a night or "he"? */
export function isCulprit(ground: Ground, words: ResponsibilityWords, range: Range): boolean {
  const { kind } = speakerOf(ground, range)
  if (kind === 'pronoun' || kind === 'hidden') return false
  if (isDeed(ground, words, range) || words.nobody.has(keyAt(ground, range.first))) return false
  return (
    standingOf(ground, range) !== 'unknown' || nameIn(ground, range) !== undefined || hasArmed(ground, words, range)
  )
}

const hasArmed = (ground: Ground, { armed }: ResponsibilityWords, { first, last }: Range): boolean => {
  for (let at = first; at <= last; at += 1) if (armed.has(keyAt(ground, at))) return true
  return false
}

const isDeed = (ground: Ground, { noCulprits }: ResponsibilityWords, { first, last }: Range): boolean =>
  noCulprits.has(keyAt(ground, last)) || noCulprits.has(keyAt(ground, first + 1))
