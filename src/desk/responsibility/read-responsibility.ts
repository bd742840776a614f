import { unwrapped } from '../attribution/according-to.ts'
import { type Ground, groundOf, keyAt, type Range, standsAt, textOf } from '../attribution/ground.ts'
import { nameIn } from '../attribution/speaker.ts'
import { subjectBefore } from '../attribution/subject.ts'
import { EN_RESPONSIBILITY_WORDS } from '../en/responsibility-words.ts'
import { FR_RESPONSIBILITY_WORDS } from '../fr/responsibility-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { Mention } from '../mentions.ts'
import type { RESPONSIBILITY_KINDS } from '../reading.ts'
import type { Sentence, Span } from '../text/token.ts'
import { antecedentOf, culprit, isCulprit, subjectOf } from './culprit.ts'
import { organisationIn } from './organisation.ts'
import type { ResponsibilityWords } from './responsibility-words.ts'

/** Who is said to have done it, in one sentence. */
export interface ResponsibilityMention extends Mention {
  readonly actor: Span & { readonly words: string }
  readonly kind: (typeof RESPONSIBILITY_KINDS)[number]
  /** Does it name an organisation, or only tell of "gunmen"? */
  /** Whoever accuses, where the sentence's own verb says it: "the army accused X of …". */
  readonly by: (Span & { readonly words: string }) | null
  readonly isNamed: boolean
  readonly confidence: number
  readonly rule: string
}

const WORDS: Readonly<Record<DeskLanguage, ResponsibilityWords>> = {
  en: EN_RESPONSIBILITY_WORDS,
  fr: FR_RESPONSIBILITY_WORDS,
}

interface Found extends Range {
  readonly actor: Range
  readonly by?: Range | undefined
  readonly kind: ResponsibilityMention['kind']
  readonly confidence: number
  readonly rule: string
}

/** Everybody at whose door a sentence lays something; the same actor once, by the words that say most. */
export function readResponsibility(sentence: Sentence, language: DeskLanguage): ResponsibilityMention[] {
  const ground = groundOf(sentence, language)
  const words = WORDS[language]
  const found: Found[] = []
  sentence.tokens.forEach((_, at) => {
    const one =
      claiming(ground, words, at) ??
      behind(ground, words, at) ??
      accused(ground, words, at) ??
      denied(ground, words, at) ??
      responsible(ground, words, at) ??
      suspected(ground, words, at) ??
      stated(ground, words, at)
    if (one && isCulprit(ground, words, one.actor)) found.push(one)
  })
  return strongest(found).map((one) => mentionOf(ground, words, one))
}

/** "X claimed responsibility", «X a revendiqué l'attaque». */
function claiming(ground: Ground, { claiming, by }: ResponsibilityWords, at: number): Found | undefined {
  const phrase = claiming.find((one) => standsAt(ground, at, one))
  if (!phrase || by.has(keyAt(ground, at + phrase.length))) return undefined
  // "A statement from JNIM claiming responsibility": JNIM does.
  const actor = unwrapped(ground, subjectOf(ground, at) ?? antecedentOf(ground, at))
  return (
    actor && {
      actor,
      first: at,
      last: at + phrase.length - 1,
      kind: 'claimed',
      confidence: 0.95,
      rule: 'claimed-responsibility',
    }
  )
}

/** "Claimed by", "blamed on", "carried out by": the actor follows. */
function behind(ground: Ground, words: ResponsibilityWords, at: number): Found | undefined {
  const lists = [
    { phrases: words.claimedBy, kind: 'claimed', rule: 'claimed-by', confidence: 0.95 },
    { phrases: words.blamedOn, kind: 'accused', rule: 'blamed-on', confidence: 0.85 },
    { phrases: words.doneBy, kind: 'stated', rule: 'done-by', confidence: 0.85 },
  ] as const
  for (const { phrases, kind, rule, confidence } of lists) {
    const phrase = phrases.find((one) => standsAt(ground, at, one)) ?? attackBy(ground, words, at, kind)
    const actor = phrase && culprit(ground, at + phrase.length)
    if (!phrase || !actor) continue
    const isSuspicion = isSuspected(ground, words, actor) || phrase.includes('suspected') || phrase.includes('believed')
    return {
      actor: bare(ground, words, actor),
      first: at,
      last: actor.last,
      kind: isSuspicion ? 'suspected' : kind,
      confidence,
      rule,
    }
  }
  return undefined
}

/** "An attack by the rebels", «une attaque des rebelles». */
const attackBy = (
  ground: Ground,
  { attacks, by }: ResponsibilityWords,
  at: number,
  kind: Found['kind'],
): readonly string[] | undefined =>
  kind === 'stated' && attacks.has(keyAt(ground, at)) && by.has(keyAt(ground, at + 1))
    ? [keyAt(ground, at), keyAt(ground, at + 1)]
    : undefined

/** "X accused Z of killing", «X accuse Z d'avoir tué». */
function accused(ground: Ground, { accusing, be, of }: ResponsibilityWords, at: number): Found | undefined {
  if (!accusing.has(keyAt(ground, at))) return undefined
  const isPassive = be.has(keyAt(ground, at - 1)) || be.has(keyAt(ground, at - 2))
  const actor = isPassive
    ? subjectBefore(ground, at - (be.has(keyAt(ground, at - 1)) ? 1 : 2))?.phrase
    : culprit(ground, afterAside(ground, at + 1))
  if (!actor || (isPassive && !of.has(keyAt(ground, at + 1)))) return undefined
  const last = isPassive ? at : actor.last
  const by = isPassive ? undefined : subjectOf(ground, at)
  return { actor, by, first: at, last, kind: 'accused', confidence: 0.9, rule: 'accused' }
}

/** «A accusé, mercredi, les forces …». */
function afterAside({ tokens }: Ground, from: number): number {
  if (tokens[from]?.text !== ',') return from
  const closing = tokens.findIndex(({ text }, at) => at > from && text === ',')
  return closing > from && closing - from <= 4 ? closing + 1 : from
}

/** "X is responsible for the attack": somebody says so. */
function responsible(ground: Ground, { responsible: phrases, be }: ResponsibilityWords, at: number): Found | undefined {
  const phrase = phrases.find((one) => standsAt(ground, at, one))
  const verb = [1, 2].find((back) => be.has(keyAt(ground, at - back)))
  const actor = phrase && verb !== undefined ? subjectOf(ground, at - verb) : undefined
  return actor && phrase
    ? { actor, first: at, last: at + phrase.length - 1, kind: 'accused', confidence: 0.8, rule: 'responsible' }
    : undefined
}

/** "X denied responsibility": that they did it is what they deny. */
function denied(ground: Ground, { denying, deeds }: ResponsibilityWords, at: number): Found | undefined {
  if (!denying.has(keyAt(ground, at))) return undefined
  const last = [1, 2, 3, 4].find((step) => deeds.has(keyAt(ground, at + step)))
  const actor = last === undefined ? undefined : subjectOf(ground, at)
  return actor && { actor, first: at, last: at + (last ?? 0), kind: 'denied', confidence: 0.9, rule: 'denied' }
}

/** "Suspected herders", «des djihadistes présumés». */
function suspected(ground: Ground, words: ResponsibilityWords, at: number): Found | undefined {
  if (!words.suspected.has(keyAt(ground, at)) || ground.speech.that.has(keyAt(ground, at + 1))) return undefined
  const actor = words.isSuspectedBehind ? nounBefore(ground, at) : culprit(ground, at + 1)
  return (
    actor && {
      actor,
      first: Math.min(at, actor.first),
      last: Math.max(at, actor.last),
      kind: 'suspected',
      confidence: 0.85,
      rule: 'suspected',
    }
  )
}

const nounBefore = (ground: Ground, at: number): Range | undefined => {
  let first = at - 1
  while (
    first > 0 &&
    at - first < 4 &&
    ground.tokens[first - 1]?.kind === 'word' &&
    !ground.speech.articles.has(keyAt(ground, first - 1)) &&
    !ground.speech.prepositions.has(keyAt(ground, first - 1))
  )
    first -= 1
  return first >= 0 && ground.tokens[at - 1]?.kind === 'word' && !ground.speech.articles.has(keyAt(ground, at - 1))
    ? { first, last: at - 1 }
    : undefined
}

const isSuspected = (ground: Ground, { suspected: list }: ResponsibilityWords, { first, last }: Range): boolean => {
  for (let at = first; at <= last + 1; at += 1) if (list.has(keyAt(ground, at))) return true
  return false
}

/** The actor without "suspected" before it. */
function bare(ground: Ground, { suspected: list }: ResponsibilityWords, { first, last }: Range): Range {
  let from = first
  while (from < last && (list.has(keyAt(ground, from)) || ground.speech.articles.has(keyAt(ground, from)))) from += 1
  return list.has(keyAt(ground, from - 1))
    ? { first: from, last }
    : { first, last: list.has(keyAt(ground, last)) ? last - 1 : last }
}

/** "Gunmen killed 12": told as a fact. */
function stated(ground: Ground, words: ResponsibilityWords, at: number): Found | undefined {
  if (!words.doing.has(keyAt(ground, at)) || words.by.has(keyAt(ground, at + 1))) return undefined
  const helper = [keyAt(ground, at - 1), keyAt(ground, at - 2)]
  if (helper.some((key) => words.be.has(key)) || (words.needsHelper && !helper.some((key) => words.have.has(key))))
    return undefined
  const actor = subjectOf(ground, at)
  return (
    actor && {
      actor: bare(ground, words, actor),
      first: actor.first,
      last: at,
      kind: isSuspected(ground, words, actor) ? 'suspected' : 'stated',
      confidence: 0.8,
      rule: 'did',
    }
  )
}

const STRENGTH: readonly ResponsibilityMention['kind'][] = ['denied', 'claimed', 'accused', 'suspected', 'stated']

/** One mention for the same words. */
function strongest(found: readonly Found[]): Found[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          overlaps(other.actor, one.actor) &&
          STRENGTH.indexOf(other.kind) < STRENGTH.indexOf(one.kind),
      ) &&
      found.findIndex((other) => overlaps(other.actor, one.actor) && other.kind === one.kind) === found.indexOf(one),
  )
}

const overlaps = (one: Range, other: Range): boolean => one.first <= other.last && other.first <= one.last

function mentionOf(
  ground: Ground,
  words: ResponsibilityWords,
  { actor, by, first, last, kind, confidence, rule }: Found,
): ResponsibilityMention {
  const organisation = organisationIn(ground, words, actor)
  const range = organisation ?? nameIn(ground, actor) ?? actor
  const [from, to] = [Math.min(first, actor.first), Math.max(last, actor.last)]
  return {
    first: from,
    last: to,
    start: ground.tokens[from]?.start ?? 0,
    end: ground.tokens[to]?.end ?? 0,
    actor: wordsIn(ground, range),
    by: by ? wordsIn(ground, nameIn(ground, by) ?? by) : null,
    isNamed: organisation !== undefined,
    kind,
    confidence,
    rule,
  }
}

const wordsIn = (ground: Ground, range: Range): Span & { readonly words: string } => ({
  words: textOf(ground, range),
  start: ground.tokens[range.first]?.start ?? 0,
  end: ground.tokens[range.last]?.end ?? 0,
})
