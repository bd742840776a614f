import { stanceOf } from '../attribution/stance.ts'
import { standingOf } from '../casualties/standing-of.ts'
import type { DeskContext } from '../desk-text.ts'
import { keyOf } from '../key-of.ts'
import type { CasualtyMention } from '../mentions.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, SuggestedClaim } from '../reading.ts'
import { attributionFor } from './attribution-for.ts'
import { type EventThread, NO_EVENT, threadAfter } from './event-thread.ts'
import { beginsAnew } from './event-words.ts'
import { namedIn, spanIn } from './place-in-text.ts'
import { isSpeaker, withPeople } from './same-people.ts'
import { withNext, withSameFigures } from './told-elsewhere.ts'
import { dateFor, ownEvent, placeFor } from './when-and-where.ts'

/** A suggestion that is right less often than this costs an editor more than it gives. */
const LEAST_CONFIDENCE = 0.4

/**
 * The claims that a text makes, sentence by sentence: who says, through whom, what happened to how many of whom, when and
 * where. When and where are carried on from the sentences before as long as they tell of one event.
 */
export function suggestClaims(sentences: readonly ReadSentence[], context: DeskContext): SuggestedClaim[] {
  const { language } = context
  const found: SuggestedClaim[] = []
  let thread = NO_EVENT
  sentences.forEach((read, index) => {
    if (beginsAnew(read.sentence, language)) thread = NO_EVENT
    const stated = read.casualties
      .filter((casualty) => isStated(casualty) && !isSpeaker(read, casualty))
      .map((casualty) => claimOf(read, casualty, thread, context))
    const next = sentences[index + 1]
    const following = next?.paragraph === read.paragraph ? next : undefined
    found.push(...withNext(once(stated), read, following, language))
    const own = ownEvent(read, language, thread)
    if (own) thread = threadAfter(thread, own)
  })
  return withSameFigures(found)
}

/** What may be and what should be is no claim; that nobody died is one, and so is a figure that somebody denies. */
const isStated = ({ mood, figure, confidence }: CasualtyMention): boolean =>
  confidence >= LEAST_CONFIDENCE &&
  figure.quantity !== null &&
  (mood === 'told' || (mood === 'negated' && figure.quantity.kind === 'none'))

function claimOf(
  read: ReadSentence,
  casualty: CasualtyMention,
  thread: EventThread,
  context: DeskContext,
): SuggestedClaim {
  const { language } = context
  const { measure, figure, who } = casualty
  const said = attributionFor(read.attributions, casualty) ?? null
  const claimant = said?.speaker ?? null
  const ground = { read, casualty, thread, language, scope: said?.scope }
  return {
    ...spanIn(read, read.sentence),
    ...stanceOf({ attribution: said, actorKind: kindOf(claimant, context), casualty: withPeople(read, casualty) }),
    key: keyOf('claim', measure, figure.words, who?.words ?? null, claimant?.text ?? null, read.sentence.text),
    claimant,
    via: said?.via ?? null,
    measure,
    who: who && namedIn(read, who.words, who.span),
    standing: standingOf(casualty.whose ?? who?.words ?? null, language),
    figure: { ...spanIn(read, figure.span), words: figure.words, quantity: figure.quantity },
    date: dateFor(ground),
    place: placeFor(ground),
    hedge: said?.hedge ?? null,
    confidence: round(casualty.confidence * (said?.confidence ?? 1)),
    rule: casualty.rule,
  }
}

const kindOf = (claimant: NamedInText | null, { known }: DeskContext): string | null =>
  (claimant?.entryId && known.find(({ entryId }) => entryId === claimant.entryId)?.actorKind) || null

const round = (confidence: number): number => Math.round(confidence * 100) / 100

/** The same figure of the same sentence is one suggestion, whichever rules found it: the surest stays. */
function once(claims: readonly SuggestedClaim[]): SuggestedClaim[] {
  const kept: SuggestedClaim[] = []
  for (const claim of claims) {
    const at = kept.findIndex((other) => other.measure === claim.measure && isOverlapping(other.figure, claim.figure))
    const other = kept[at]
    if (!other) kept.push(claim)
    else if (other.confidence < claim.confidence) kept[at] = claim
  }
  return kept
}

const isOverlapping = (one: SuggestedClaim['figure'], other: SuggestedClaim['figure']): boolean =>
  one.start < other.end && other.start < one.end
