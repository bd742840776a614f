import type { SpeakerMention, SpeechKind } from '../mentions.ts'
import { overAdverbials } from './adverbials.ts'
import { clauseAround, clauseFrom } from './clause.ts'
import type { Found } from './found.ts'
import { type Ground, isCommaAt, isFiniteAt, isMarkAt, isQuoteAt, keyAt, type Range } from './ground.ts'
import { speakerOf, standingOf } from './speaker.ts'
import { type Subject, subjectBefore } from './subject.ts'
import { helperBefore, isReflexive, overAlso, type SpeechVerb } from './speech-verb.ts'
import { speakerBehind } from './subject-behind.ts'

/** Who says it by a verb with its subject before or behind it: "X said that", "that, X said", "said X", «a annoncé X». */
export function saidByVerb(ground: Ground, verb: SpeechVerb): Found | undefined {
  return behindVerb(ground, verb) ?? beforeVerb(ground, verb)
}

/** The mark or word before "has also": where the verb with its auxiliaries begins. */
function verbBegins(ground: Ground, verb: SpeechVerb): number {
  const { speech } = ground
  let at = verb.first
  // «A-t-il dit».
  if (speech.pronouns.has(keyAt(ground, at - 1)) && speech.have.has(keyAt(ground, at - 2))) return at - 2
  if (isReflexive(ground, at)) return at - 2
  while (
    at > 0 &&
    (speech.have.has(keyAt(ground, at - 1)) ||
      (speech.adverbs.has(keyAt(ground, at - 1)) && !speech.times.has(keyAt(ground, at - 1))))
  )
    at -= 1
  return at
}

function behindVerb(ground: Ground, verb: SpeechVerb): Found | undefined {
  const begin = verbBegins(ground, verb)
  const isSetOff =
    isCommaAt(ground, begin - 1) || isQuoteAt(ground, begin - 1) || DASHES.has(ground.tokens[begin - 1]?.text ?? '')
  if (!isSetOff || begin < 2) return undefined
  const behind = speakerBehind(ground, verb)
  if (!behind) return undefined
  const clause = clauseAround(ground, begin - 1)
  return {
    first: begin,
    last: behind.last,
    speaker: behind.speaker,
    via: behind.via,
    speech: verb.speech,
    scope: { first: isQuoteAt(ground, begin - 1) ? 0 : clause.first, last: begin - 1 },
    isBehind: true,
    rule: 'said-speaker',
  }
}

const DASHES = new Set(['-', '–', '—'])

function beforeVerb(ground: Ground, verb: SpeechVerb): Found | undefined {
  const subject = subjectBefore(ground, verb.first)
  if (!subject || isNoVerb(ground, verb) || !isCounted(ground, verb)) return undefined
  const speaker = speakerOf(ground, subject.phrase, subject.beside)
  if (takesCredit(ground, verb))
    return isPlainSpeaker(ground, verb, subject) && !subject.isNegated ? credited(verb, subject, speaker) : undefined
  const { next, via } = overAdverbials(ground, verb.last + 1, ground.speech.telling.has(keyAt(ground, verb.first)))
  const shared = {
    first: subject.first,
    speaker,
    via: via ?? subject.via,
    speech: subject.isNegated ? negated(verb.speech) : verb.speech,
  }
  if (isContentBefore(ground, subject, verb, next)) {
    const clause = clauseAround(ground, subject.first)
    const isQuote = isQuoteAt(ground, subject.first - 1) || isQuoteAt(ground, subject.first - 2)
    const scope = { first: isQuote ? 0 : clause.first, last: subject.first - 1 }
    return { ...shared, last: Math.max(verb.last, next - 1), scope, isBehind: true, rule: 'speaker-said' }
  }
  if (!isPlainSpeaker(ground, verb, subject)) return undefined
  // "Cut the death toll to": the verb of several words names itself what is counted.
  const from = verb.last > verb.first + 1 ? verb.first : contentFrom(ground, verb, next)
  const rule = ground.speech.counting.has(keyAt(ground, verb.first)) ? 'speaker-counts' : 'speaker-says'
  return {
    ...shared,
    via: shared.via ?? toldInside(ground, verb),
    last: verb.last,
    scope: clauseFrom(ground, from),
    isBehind: false,
    rule,
  }
}

/** "Claimed responsibility", «a revendiqué l'attaque»: that they did it, not how many died of it. */
const takesCredit = ({ speech, tokens }: Ground, { first, last }: SpeechVerb): boolean =>
  speech.crediting.has(tokens[first]?.key ?? '') &&
  [1, 2, 3, 4].some((step) => speech.credits.has(tokens[last + step]?.key ?? ''))

/** Who takes the credit speaks, but of no figure: what the verb covers is itself. */
const credited = (verb: SpeechVerb, { first, via }: Subject, speaker: SpeakerMention): Found => ({
  first,
  last: verb.last,
  speaker,
  via,
  speech: 'claim',
  scope: { first: verb.last, last: verb.last },
  isBehind: false,
  rule: 'takes-credit',
})

/** "Gave 104 deaths", "received 30 bodies": what counts says something only where a figure follows. */
const isCounted = (ground: Ground, { first, last }: SpeechVerb): boolean => {
  const { speech, tokens } = ground
  if (!speech.counting.has(keyAt(ground, first))) return true
  const { next } = overAdverbials(ground, last + 1)
  return [next, next + 1, next + 2, next + 3].some(
    (at) => tokens[at]?.kind === 'number' || speech.counts.has(keyAt(ground, at)),
  )
}

/** Who does not say it has not denied it either: nothing is said. "Did not deny" is no denial. */
const negated = (_speech: SpeechKind): SpeechKind => 'decline'

/** "Reports", "claims", «annonce» are a verb only where what is said follows. */
function isNoVerb(ground: Ground, { first, last }: SpeechVerb): boolean {
  const { speech } = ground
  if (last > first || !speech.nounLike.has(keyAt(ground, first)) || helperBefore(ground, first) !== undefined)
    return false
  const next = overAlso(ground, overAdverbials(ground, last + 1).next)
  const key = keyAt(ground, next)
  const token = ground.tokens[next]
  if (!token) return true
  const isContent =
    speech.that.has(key) ||
    speech.articles.has(key) ||
    speech.pronouns.has(key) ||
    token.kind === 'number' ||
    token.text === ':' ||
    token.text === ',' ||
    (key === 'to' && keyAt(ground, next + 1) === 'have')
  return !isContent && !token.isCapital && !ground.sentence.isShouted && !speech.counts.has(key) && key !== 'avoir'
}

/** A subject with nothing known about it must at least be a name or have an article, to be a speaker. */
function isPlainSpeaker(ground: Ground, verb: SpeechVerb, { phrase, beside }: Subject): boolean {
  const { speech, speakers } = ground
  if (standingOf(ground, phrase, beside) !== 'unknown') return true
  const { kind } = speakerOf(ground, phrase, beside)
  if (kind === 'name' || kind === 'pronoun' || kind === 'hidden') return true
  const key = keyAt(ground, phrase.first)
  const words = wordsIn(ground, phrase)
  if (words.some((word) => speech.tolls.has(word) || speech.statements.has(word) || speakers.hidden.has(word)))
    return true
  if (speech.counting.has(keyAt(ground, verb.first))) return false
  return (speech.articles.has(key) || words.includes("'s")) && !UNSPEAKING.has(verb.speech)
}

/** What finds, confirms or counts may be a bomb, an enquiry or a night: only a known kind of speaker is one. */
const UNSPEAKING = new Set<SpeechKind>(['decline', 'deny', 'accuse', 'estimate'])

const wordsIn = (ground: Ground, { first, last }: Range): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => keyAt(ground, first + at))

/** «A parlé à l'AFP de»: the outlet within the verb. */
const toldInside = (ground: Ground, { first, last }: SpeechVerb): SpeakerMention | null =>
  last > first + 1 ? overAdverbials(ground, first + 1).via : null

/** Where what is said begins: behind "that", if it stands near, else behind the verb and its adverbials. */
function contentFrom(ground: Ground, { last }: SpeechVerb, next: number): number {
  const { tokens } = ground
  for (let at = last + 1; at < Math.min(tokens.length, last + 16); at += 1) {
    if (isThat(ground, at, next)) return Math.min(at + 1, tokens.length - 1)
    if (isMarkAt(ground, at) && !isCommaAt(ground, at)) break
    if (isFiniteAt(ground, at)) break
  }
  return Math.min(Math.max(next, last + 1), tokens.length - 1)
}

/** The "that" of "said that", not that of "in that incident" or "an attack that killed". */
const isThat = (ground: Ground, at: number, next: number): boolean => {
  const { speech } = ground
  if (!speech.that.has(keyAt(ground, at))) return false
  const before = keyAt(ground, at - 1)
  return (
    at === next || (!speech.prepositions.has(before) && !speech.articles.has(before) && !isFiniteAt(ground, at + 1))
  )
}

/** "Twelve people died, Oche said on Monday.": what is said stands before, and nothing follows. */
function isContentBefore(ground: Ground, subject: Subject, verb: SpeechVerb, next: number): boolean {
  const { speech, tokens } = ground
  const before = subject.first - 1
  if (before < 2 || !(isCommaAt(ground, before) || isQuoteAt(ground, before))) return false
  const isQuoted = isQuoteAt(ground, before) || isQuoteAt(ground, before - 1)
  if (speech.that.has(keyAt(ground, verb.last + 1)) || speech.telling.has(keyAt(ground, verb.last))) {
    if (!isAtEnd(ground, next)) return false
  }
  if (!isQuoted && !isAtEnd(ground, next)) return false
  if (isQuoted) return isAtEnd(ground, next) || tokens[before]?.text !== ','
  return !isLeadIn(ground, before)
}

/** Does nothing more of what is said follow: the end, a comma, "after", "who"? */
function isAtEnd(ground: Ground, at: number): boolean {
  const token = ground.tokens[at]
  if (!token) return true
  if (token.kind === 'mark') return token.text !== ':' && !isQuoteAt(ground, at)
  return ground.speech.joints.has(token.key) && !ground.speech.that.has(token.key)
}

/** "After the attack, the army said …": what stands before the comma only leads in. */
function isLeadIn(ground: Ground, comma: number): boolean {
  const { speech } = ground
  const { first } = clauseAround(ground, comma)
  const key = keyAt(ground, first)
  for (let at = first; at < comma; at += 1) if (isFiniteAt(ground, at)) return speech.joints.has(key)
  return speech.prepositions.has(key) || speech.times.has(key) || comma - first < 3
}
