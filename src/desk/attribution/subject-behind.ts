import type { SpeakerMention } from '../mentions.ts'
import { overAdverbials } from './adverbials.ts'
import { type Ground, isCapitalAt, isCommaAt, isFiniteAt, isMarkAt, isQuoteAt, keyAt, type Range } from './ground.ts'
import { phraseAfter } from './noun-phrase.ts'
import { nameIn, speakerOf, standingOf } from './speaker.ts'

/** A verb and its tokens, as far as its subject behind it is concerned. */
interface Verb extends Range {
  readonly isPassive: boolean
}

/** Who stands behind a verb that follows what was said: "said X", «a annoncé mercredi à l'AFP X», «a-t-il dit». */
export function speakerBehind(
  ground: Ground,
  verb: Verb,
): { readonly speaker: SpeakerMention; readonly via: SpeakerMention | null; readonly last: number } | undefined {
  const { speech } = ground
  if (verb.isPassive || speech.telling.has(keyAt(ground, verb.first))) return undefined
  const inner = pronounInside(ground, verb)
  if (inner !== undefined) {
    const { next, via } = overAdverbials(ground, verb.last + 1)
    return keyAt(ground, inner) === 'on'
      ? undefined
      : { speaker: speakerOf(ground, { first: inner, last: inner }), via, last: Math.max(verb.last, next - 1) }
  }
  const { next, via } = overAdverbials(ground, verb.last + 1)
  const phrase = phraseAfter(ground, isCommaAt(ground, next) ? next + 1 : next)
  if (!phrase || speech.that.has(keyAt(ground, next))) return undefined
  const beside = besideAfter(ground, phrase)
  const after = overAdverbials(ground, (beside ?? phrase).last + 1)
  if (!isClosed(ground, after.next) || !isSomebody(ground, phrase, beside)) return undefined
  return {
    speaker: speakerOf(ground, phrase, beside),
    via: via ?? after.via,
    last: Math.max((beside ?? phrase).last, after.next - 1),
  }
}

/** «A-t-il dit», «dit-on»: the pronoun in or right behind the verb, which a hyphen joined to it. */
function pronounInside(ground: Ground, { first, last }: Verb): number | undefined {
  const { speech, tokens } = ground
  if (speech.pronouns.has(keyAt(ground, first - 1)) && speech.have.has(keyAt(ground, first - 2))) return first - 1
  const [verb, behind] = [tokens[last], tokens[last + 1]]
  const isJoined = verb !== undefined && behind !== undefined && behind.start - verb.end <= 3
  return isJoined && speech.pronouns.has(behind.key) && (isMarkAt(ground, last + 2) || tokens[last + 2] === undefined)
    ? last + 1
    : undefined
}

/** What follows the speaker ends the sentence or begins something else. */
const isClosed = (ground: Ground, at: number): boolean => {
  const token = ground.tokens[at]
  if (!token || token.kind === 'mark') return token?.text !== ':' || isQuoteAt(ground, at + 1)
  const { speech } = ground
  return (
    (speech.joints.has(token.key) && !speech.that.has(token.key)) ||
    speech.cuts.has(token.key) ||
    speech.gerunds.has(token.key) ||
    speech.and.has(token.key) ||
    (speech.prepositions.has(token.key) && !isFiniteAt(ground, at))
  )
}

/** A name, or words of a kind that speaks: "said several deaths" has none. */
const isSomebody = (ground: Ground, phrase: Range, beside: Range | undefined): boolean =>
  nameIn(ground, phrase) !== undefined ||
  standingOf(ground, phrase, beside) !== 'unknown' ||
  isPronoun(ground, phrase) ||
  isTheGroup(ground, phrase)

/** "Said the organisation", «a indiqué le mouvement»: it was named before. */
const isTheGroup = ({ speech, speakers, tokens }: Ground, { first, last }: Range): boolean =>
  speech.definiteArticles.has(tokens[first]?.key ?? '') &&
  tokens.slice(first + 1, last + 1).some(({ key }) => speakers.groupHeads.has(key))

const isPronoun = (ground: Ground, { first, last }: Range): boolean =>
  first === last && ground.speech.pronouns.has(keyAt(ground, first)) && keyAt(ground, first) !== 'on'

/** "Said James Oche, chairman of Ado": the words between the commas tell more of the same one. */
export function besideAfter(ground: Ground, phrase: Range): Range | undefined {
  const { speech } = ground
  if (!isCommaAt(ground, phrase.last + 1)) return undefined
  const from = phrase.last + 2
  if (
    speech.prepositions.has(keyAt(ground, from)) ||
    speech.pronouns.has(keyAt(ground, from)) ||
    speech.have.has(keyAt(ground, from))
  )
    return undefined
  const beside = phraseAfter(ground, from)
  if (!beside) return undefined
  const end = beside.last + 1
  if (!(isMarkAt(ground, end) || ground.tokens[end] === undefined || speech.joints.has(keyAt(ground, end))))
    return undefined
  const [isName, isBesideName] = [nameIn(ground, phrase), nameIn(ground, beside)]
  if (isName && isBesideName && !isCapitalAt(ground, beside.last)) return undefined
  const isMore = standingOf(ground, beside) !== 'unknown' || (isBesideName !== undefined && !isName)
  return isMore && (isName !== undefined) !== (isBesideName !== undefined) ? beside : undefined
}
