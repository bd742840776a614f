import { clauseFrom } from './clause.ts'
import type { Found } from './found.ts'
import { type Ground, isFiniteAt, keyAt } from './ground.ts'
import { phraseAfter, phraseBefore } from './noun-phrase.ts'
import { overAdverbials } from './adverbials.ts'
import type { SpeechVerb } from './speech-verb.ts'
import { speakerOf, standingOf } from './speaker.ts'
import { subjectBefore } from './subject.ts'

/**
 * "…, adding that five were hurt", "and said", "who added": said by whoever spoke before in the sentence; "a statement by
 * X claiming": by X; "X issued a statement saying": by X. Undefined where it is not plain.
 */
export function following(ground: Ground, verb: SpeechVerb, before: readonly Found[]): Found | undefined {
  const isJoined = isJoinedVerb(ground, verb)
  if (!verb.isGerund && !isJoined) return undefined
  const stated = verb.isGerund ? (statementOf(ground, verb.first) ?? issuerOf(ground, verb.first)) : undefined
  const earlier = before.findLast(({ first, speaker }) => first < verb.first && speaker !== null)
  const speaker = stated ?? earlier?.speaker ?? (isJoined ? subjectOfJoined(ground, verb) : undefined)
  if (!speaker) return undefined
  const { next, via } = overAdverbials(ground, verb.last + 1, ground.speech.telling.has(keyAt(ground, verb.first)))
  const from = ground.speech.that.has(keyAt(ground, next)) ? next + 1 : next
  if (from >= ground.tokens.length) return undefined
  return {
    first: verb.first,
    last: verb.last,
    speaker,
    // "SITE quoted a statement from JNIM claiming": the same statement, through the same outlet.
    via: via ?? (stated && stated.words !== earlier?.speaker?.words ? null : (earlier?.via ?? null)),
    speech: verb.speech,
    scope: clauseFrom(ground, from),
    isBehind: false,
    rule: 'also-said',
  }
}

/** "And said", "who added": its subject stands further left. */
function isJoinedVerb(ground: Ground, { first }: SpeechVerb): boolean {
  const { speech } = ground
  let at = first - 1
  while (speech.have.has(keyAt(ground, at)) || ALSO.has(keyAt(ground, at))) at -= 1
  return speech.and.has(keyAt(ground, at)) || speech.relatives.has(keyAt(ground, at))
}
const ALSO = new Set(['also', 'then', 'later', 'aussi', 'ensuite', 'egalement'])

/** "X attacked the town and said": the subject of the verb before "and". */
function subjectOfJoined(ground: Ground, { first }: SpeechVerb): Found['speaker'] | undefined {
  const { speech } = ground
  let at = first - 1
  while (at > 0 && !speech.and.has(keyAt(ground, at))) at -= 1
  if (at <= 0 || first - at > 3) return undefined
  while (at > 0 && !isFiniteAt(ground, at)) at -= 1
  const subject = at > 0 ? subjectBefore(ground, at) : undefined
  if (!subject || standingOf(ground, subject.phrase, subject.beside) === 'unknown') return undefined
  return speakerOf(ground, subject.phrase, subject.beside)
}

/** "A statement from X claiming". */
function statementOf(ground: Ground, gerund: number): Found['speaker'] | undefined {
  const { speech } = ground
  for (let at = gerund - 1; at >= Math.max(0, gerund - 14); at -= 1) {
    if (!speech.statements.has(keyAt(ground, at))) continue
    for (let lead = at + 1; lead <= at + 2; lead += 1) {
      if (!speech.from.has(keyAt(ground, lead))) continue
      const phrase = phraseAfter(ground, lead + 1)
      return phrase && phrase.last < gerund ? speakerOf(ground, phrase) : undefined
    }
    return undefined
  }
  return undefined
}

/** "X issued a statement saying". */
function issuerOf(ground: Ground, gerund: number): Found['speaker'] | undefined {
  const { speech } = ground
  for (let at = gerund - 2; at >= Math.max(0, gerund - 8); at -= 1) {
    if (!ISSUES.has(keyAt(ground, at))) continue
    const hasStatement = Array.from({ length: gerund - at }, (_, step) => keyAt(ground, at + step)).some((key) =>
      speech.statements.has(key),
    )
    const subject = hasStatement ? subjectBefore(ground, at) : undefined
    if (!subject || standingOf(ground, subject.phrase, subject.beside) === 'unknown') return undefined
    return phraseBefore(ground, subject.phrase.last) && speakerOf(ground, subject.phrase, subject.beside)
  }
  return undefined
}
const ISSUES = new Set(['issued', 'released', 'published', 'posted', 'publie', 'diffuse', 'issues'])
