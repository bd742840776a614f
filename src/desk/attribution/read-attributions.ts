import type { DeskLanguage } from '../language.ts'
import type { Attribution } from '../mentions.ts'
import type { Sentence } from '../text/token.ts'
import { accordingTo } from './according-to.ts'
import { clauseAround } from './clause.ts'
import { following } from './following.ts'
import type { Found } from './found.ts'
import { type Ground, groundOf, isCommaAt, isFiniteAt, keyAt, type Range, textOf } from './ground.ts'
import { headline } from './headline.ts'
import { type Hedge, hedgesIn, hidden } from './hedges.ts'
import { hiddenReports, passive, tollBy } from './passive.ts'
import { quoting } from './quoting.ts'
import { saidByVerb } from './said-by-verb.ts'
import { speechVerbAt } from './speech-verb.ts'
import { transcript } from './transcript.ts'

/** Who says what in a sentence, in the order in which they are named. */
export function readAttributions(sentence: Sentence, language: DeskLanguage): Attribution[] {
  const ground = groundOf(sentence, language)
  const found = withDenials(
    ground,
    otherDeeds(ground, relayed(overWhile(ground, ownScopes(beforeOuter(withoutCounts(allOf(ground))))))),
  )
  const hedges = hedgesIn(ground)
  const alone = hedges
    .filter((hedge) => !found.some(({ scope }) => isWithin(hedge, scope)))
    .map((hedge) => hidden(ground, hedge))
  return [...found, ...alone]
    .toSorted((one, other) => one.first - other.first)
    .map((one) => attributionOf(ground, one, hedges))
}

/** The rules, token by token: the first that finds something there has it. */
function allOf(ground: Ground): Found[] {
  const found: Found[] = []
  let from = 0
  ground.tokens.forEach((_, at) => {
    if (at < from) return
    const one = ruleAt(ground, at, found)
    if (!one) return
    found.push(one)
    from = Math.max(at, one.last) + 1
  })
  if (found.length > 0) return found
  const line = transcript(ground) ?? headline(ground)
  return line ? [line] : []
}

function ruleAt(ground: Ground, at: number, before: readonly Found[]): Found | undefined {
  const quoted = quoting(ground, at) ?? accordingTo(ground, at) ?? tollBy(ground, at) ?? hiddenReports(ground, at)
  if (quoted) return quoted
  const verb = speechVerbAt(ground, at)
  if (!verb) return undefined
  if (verb.isPassive || ground.speech.by.has(keyAt(ground, verb.last + 1))) return passive(ground, verb)
  return following(ground, verb, before) ?? (verb.isGerund ? undefined : saidByVerb(ground, verb))
}

/** "The hospital received 30 bodies, a medic said": what counts speaks only where nobody else does. */
const withoutCounts = (found: readonly Found[]): Found[] =>
  found.filter(
    (one) => one.rule !== 'speaker-counts' || !found.some((other) => other !== one && isWithin(one, other.scope)),
  )

/** "X says it killed 107, the monitor said": what X says ends where the words begin that say how it is known. */
function beforeOuter(found: readonly Found[]): Found[] {
  return found.map((one) => {
    const outer = found.find(
      ({ isBehind, first, scope }) =>
        isBehind && first > one.last && first <= one.scope.last && scope.first <= one.first,
    )
    if (!outer || one.isBehind || one.scope.first >= outer.first) return one
    return { ...one, scope: { first: one.scope.first, last: Math.min(one.scope.last, outer.first - 1) } }
  })
}

/** "A, police said, and B, according to medics": what is said before ends at the words that name the one before. */
function ownScopes(found: readonly Found[]): Found[] {
  return found.map((one, index) => {
    const previous = found.slice(0, index).findLast(({ isBehind, last }) => isBehind && last < one.first)
    if (!one.isBehind || !previous || one.scope.first > previous.last) return one
    if (isRelay(previous, one)) return one
    return { ...one, scope: { first: Math.min(previous.last + 1, one.scope.last), last: one.scope.last } }
  })
}

/** "Nine died, while five were hurt, police said": where nobody else speaks, both. */
function overWhile(ground: Ground, found: readonly Found[]): Found[] {
  return found.map((one) => {
    const cut = one.scope.first - 1
    const isOpen = ground.speech.meanwhile.has(keyAt(ground, cut)) || isThatOf(ground, cut)
    if (!one.isBehind || !TRAILING.has(one.rule) || cut < 2 || !isOpen) return one
    if (found.some((other) => other !== one && other.first < one.first)) return one
    return { ...one, scope: { first: clauseAround(ground, cut - 2).first, last: one.scope.last } }
  })
}

const TRAILING = new Set(['said-speaker', 'speaker-said'])

/** «Tandis que»: the second word of it. */
const isThatOf = (ground: Ground, at: number): boolean =>
  ground.speech.that.has(keyAt(ground, at)) && ground.speech.meanwhile.has(keyAt(ground, at - 1))

/** "Admitted to losing 50 men, and offered to …": what else it did is no admission, though its own words still. */
function otherDeeds(ground: Ground, found: readonly Found[]): Found[] {
  return found.flatMap((one) => {
    if (one.speech !== 'admit' || one.isBehind) return [one]
    for (let at = one.scope.first + 2; at < one.scope.last - 1; at += 1) {
      const isOther =
        isCommaAt(ground, at) && ground.speech.and.has(keyAt(ground, at + 1)) && isFiniteAt(ground, at + 2)
      if (!isOther) continue
      return [
        { ...one, scope: { first: one.scope.first, last: at - 1 } },
        { ...one, first: at + 2, last: at + 2, speech: 'say' as const, scope: { first: at + 3, last: one.scope.last } },
      ]
    }
    return [one]
  })
}

/** "The group said …, according to SITE": one statement, and who passed it on. */
function relayed(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of found) {
    const said = kept.findLast((earlier) => isRelay(earlier, one))
    if (said) {
      kept[kept.indexOf(said)] = { ...said, via: one.speaker }
      continue
    }
    const outlet = kept.findLast((earlier) => isRelayed(earlier, one))
    if (outlet) {
      kept[kept.indexOf(outlet)] = mergedWith(outlet, one)
      continue
    }
    const cited = kept.findLast((earlier) => isRelayed(one, earlier))
    if (cited) {
      kept[kept.indexOf(cited)] = { ...cited, via: one.speaker }
      continue
    }
    kept.push(one)
  }
  return kept
}

const mergedWith = (outlet: Found, one: Found): Found => ({ ...outlet, speaker: one.speaker, via: outlet.speaker })

/** Does `later` only say through whom `earlier` is known? */
const isRelay = (earlier: Found, later: Found): boolean =>
  (later.rule === 'according-to' || later.rule === 'speaker-said' || later.rule === 'said-speaker') &&
  later.speaker?.standing === 'outlet' &&
  earlier.via === null &&
  earlier.speaker !== null &&
  earlier.speaker.standing !== 'outlet' &&
  later.scope.first <= earlier.scope.first &&
  later.scope.last >= earlier.scope.last

/** "Reuters reported that …, citing officials": the officials speak. */
const isRelayed = (earlier: Found, later: Found): boolean =>
  later.rule === 'citing' && earlier.speaker?.standing === 'outlet' && earlier.via === null

/** "Said that the reports were false": a denial without the word. */
function withDenials(ground: Ground, found: readonly Found[]): Found[] {
  const { speech, tokens } = ground
  return found.map((one) => {
    if (one.speech === 'deny' || one.speech === 'decline' || one.speaker === null) return one
    const isDenial = tokens.some(
      ({ key }, at) =>
        speech.untrue.has(key) && isWithin({ first: at, last: at }, one.scope) && isPredicate(ground, at),
    )
    return isDenial ? { ...one, speech: 'deny' as const } : one
  })
}

const isPredicate = (ground: Ground, at: number): boolean =>
  [1, 2].some((back) => ground.speech.be.has(keyAt(ground, at - back)) || QUALIFIED.has(keyAt(ground, at - back)))
const QUALIFIED = new Set(['as', 'de', 'comme'])

const isWithin = ({ first, last }: Range, scope: Range): boolean => scope.first <= first && last <= scope.last

function attributionOf(ground: Ground, one: Found, hedges: readonly Hedge[]): Attribution {
  const hedge = hedges.find((softened) => isWithin(softened, one.scope) || isWithin(softened, one))
  const { first, last, speaker, via, speech, rule } = one
  const isHidden = one.rule === 'hidden'
  return {
    first,
    last,
    start: ground.tokens[first]?.start ?? 0,
    end: ground.tokens[last]?.end ?? 0,
    speaker,
    via,
    speech,
    scope: { first: one.scope.first, last: Math.max(one.scope.first, one.scope.last) },
    hedge: hedge?.words ?? (isHidden ? textOf(ground, { first, last }) : null),
    rule,
  }
}
