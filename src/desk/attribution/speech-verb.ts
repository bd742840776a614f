import type { SpeechKind } from '../mentions.ts'
import { overAdverbials } from './adverbials.ts'
import { type Ground, keyAt, overAside, type Range, standsAt } from './ground.ts'

/** A verb of saying where it stands: its tokens and how it speaks. */
export interface SpeechVerb extends Range {
  readonly speech: SpeechKind
  /** Is it passive: "was reported"? */
  readonly isPassive: boolean
  /** Is it one that only follows another speaker: "saying", «affirmant»? */
  readonly isGerund: boolean
}

/** The verb of saying at a token, if there is one. */
export function speechVerbAt(ground: Ground, at: number): SpeechVerb | undefined {
  const { speech } = ground
  const token = ground.tokens[at]
  if (token?.kind !== 'word' || (speech.articles.has(keyAt(ground, at - 1)) && !isPronounBefore(ground, at)))
    return undefined
  const phrase = phraseVerbAt(ground, at)
  if (phrase) return phrase
  const gerund = speech.gerunds.get(token.key)
  if (gerund) return { first: at, last: at, speech: gerund, isPassive: false, isGerund: true }
  const helper = helperBefore(ground, at)
  const kind = (helper && speech.participles.get(token.key)) ?? speech.verbs.get(token.key)
  if (!kind || (helper === 'be' && !speech.participles.has(token.key))) return undefined
  return { first: at, last: at, speech: kind, isPassive: helper === 'be' && !isReflexive(ground, at), isGerund: false }
}

/** «S'est inquiété le HCR»: what it does itself, though with «être». */
export const isReflexive = (ground: Ground, at: number): boolean =>
  ground.speech.be.has(keyAt(ground, at - 1)) && keyAt(ground, at - 2) === "s'"

/** «A parlé vendredi de», "spoke on Monday of": a verb of several words, with a day behind its first. */
function phraseVerbAt(ground: Ground, at: number): SpeechVerb | undefined {
  const { speech } = ground
  const begun = speech.phrases.filter(({ words: [first] }) => first === keyAt(ground, at))
  for (const phrase of begun) {
    const last = phraseEnd(ground, at, phrase.words)
    if (last === undefined) continue
    return { first: at, last, speech: phrase.speech, isPassive: false, isGerund: false }
  }
  return undefined
}

/** The last token of a verb of several words; a day, "for its part" and whom it was said to may stand once between them. */
function phraseEnd(ground: Ground, at: number, words: readonly string[]): number | undefined {
  for (let split = 1; split < words.length; split += 1) {
    const [before, behind] = [words.slice(0, split), words.slice(split)]
    if (!standsAt(ground, at, before)) return undefined
    const { next } = overAdverbials(ground, at + split)
    for (const from of [at + split, next, overAside(ground, next), overAlso(ground, at + split)])
      if (standsAt(ground, from, behind)) return from + behind.length - 1
  }
  return words.length === 1 ? at : undefined
}

/** «Fait également état de», "counts also": the first token behind such a word, else the same one. */
export const overAlso = (ground: Ground, at: number): number => (ALSO.has(keyAt(ground, at)) ? at + 1 : at)

const ALSO = new Set('also already now still only egalement aussi deja encore plutot desormais notamment'.split(' '))

/** «L'a dit», «les accuse»: before a verb these are pronouns; between an auxiliary and a participle nothing else stands. */
const isPronounBefore = (ground: Ground, at: number): boolean =>
  ground.speech.have.has(keyAt(ground, at)) || helperBefore(ground, at) !== undefined

export function helperBefore(ground: Ground, at: number): 'have' | 'be' | undefined {
  const { speech } = ground
  for (let before = at - 1; before >= Math.max(0, at - 5); before -= 1) {
    const key = keyAt(ground, before)
    if (speech.be.has(key)) return 'be'
    if (speech.have.has(key)) return 'have'
    if (
      !speech.adverbs.has(key) &&
      !speech.pronouns.has(key) &&
      !/(?:ly|ment)$/.test(key) &&
      !isAsideAt(ground, before)
    )
      return undefined
  }
  return undefined
}

/** Is it a word of "for its part", «pour sa part»? */
const isAsideAt = (ground: Ground, at: number): boolean =>
  ground.speech.asides.some((words) =>
    words.some((word, index) => word === keyAt(ground, at) && standsAt(ground, at - index, words)),
  )
