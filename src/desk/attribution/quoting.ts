import { clauseAround, clauseFrom } from './clause.ts'
import type { Found } from './found.ts'
import { type Ground, keyAt } from './ground.ts'
import { phraseAfter } from './noun-phrase.ts'
import { passedOnBy, unwrapped } from './according-to.ts'
import { speakerOf } from './speaker.ts'
import { besideAfter } from './subject-behind.ts'
import { subjectBefore } from './subject.ts'

/** "Y quoted X as saying", "Y quoted a statement from X claiming", "X was quoted by Y as saying": X speaks, via Y. */
export function quoting(ground: Ground, at: number): Found | undefined {
  const { speech } = ground
  const key = keyAt(ground, at)
  if (!speech.quoting.has(key)) return undefined
  const isPassive = speech.be.has(keyAt(ground, at - 1)) || speech.be.has(keyAt(ground, at - 2))
  if (isPassive) return quotedSpeaker(ground, at)
  const phrase = unwrapped(ground, phraseAfter(ground, at + 1))
  if (!phrase) return undefined
  const speaker = speakerOf(ground, phrase, at === 0 ? undefined : besideAfter(ground, phrase))
  if (GERUNDS.has(key)) {
    if (speaker.standing === 'unknown' && speaker.kind !== 'name') return undefined
    // "… , citing officials": what was said stands before.
    const clause = clauseAround(ground, at)
    return {
      first: at,
      last: phrase.last,
      speaker,
      via: null,
      speech: 'say',
      scope: clause,
      isBehind: true,
      rule: 'citing',
    }
  }
  const subject = subjectBefore(ground, at)
  if (!subject || (speaker.standing === 'unknown' && speaker.kind !== 'name')) return undefined
  return {
    first: subject.first,
    last: phrase.last,
    speaker,
    via: speakerOf(ground, subject.phrase, subject.beside),
    speech: 'say',
    scope: clauseFrom(ground, Math.min(phrase.last + 1, ground.tokens.length - 1)),
    isBehind: false,
    rule: 'quoted',
  }
}

const GERUNDS = new Set(['citing', 'quoting', 'citant', 'evoquant'])

function quotedSpeaker(ground: Ground, at: number): Found | undefined {
  const passed = passedOnBy(ground, at)
  const from = passed ? passed.last + 1 : at + 1
  if (!SAYING.has(keyAt(ground, from))) return undefined
  const subject = subjectBefore(ground, at - (ground.speech.be.has(keyAt(ground, at - 1)) ? 1 : 2))
  if (!subject) return undefined
  return {
    first: subject.first,
    last: from,
    speaker: speakerOf(ground, subject.phrase, subject.beside),
    via: passed?.speaker ?? null,
    speech: 'say',
    scope: clauseFrom(ground, Math.min(from + 1, ground.tokens.length - 1)),
    isBehind: false,
    rule: 'quoted',
  }
}
const SAYING = new Set(['as', 'saying', 'comme', 'disant'])
