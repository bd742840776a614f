import type { ResolvedAttribution } from '../attribution/resolve-speakers.ts'
import { stanceOf } from '../attribution/stance.ts'
import type { DeskContext } from '../desk-text.ts'
import { standingOf } from '../casualties/standing-of.ts'
import { keyOf } from '../key-of.ts'
import type { CasualtyMention, DateMention, PlaceMention } from '../mentions.ts'
import { eventPlace } from '../places/event-place.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, ReadDate, SuggestedClaim } from '../reading.ts'
import type { Span } from '../text/token.ts'
import { attributionFor } from './attribution-for.ts'
import { eventDates, nearestDate } from './date-for.ts'
import { type EventThread, NO_EVENT, type OwnEvent, threadAfter } from './event-thread.ts'
import { beginsAnew, goesOn, tellsOfEvent } from './event-words.ts'

/** A suggestion that is right less often than this costs an editor more than it gives. */
const LEAST_CONFIDENCE = 0.5

/**
 * The claims that a text makes, sentence by sentence: who says, through whom, what happened to how many of whom, when and
 * where. When and where are carried on from the sentences before as long as they tell of one event.
 */
export function suggestClaims(sentences: readonly ReadSentence[], context: DeskContext): SuggestedClaim[] {
  const found: SuggestedClaim[] = []
  let thread = NO_EVENT
  for (const read of sentences) {
    if (beginsAnew(read.sentence, context.language)) thread = NO_EVENT
    const own = ownEvent(
      read,
      read.casualties.map(({ trigger }) => trigger),
      context,
    )
    const stated = read.casualties.filter((one) => one.confidence >= LEAST_CONFIDENCE && isStated(one))
    found.push(...once(stated.map((casualty) => claimOf(read, casualty, thread, context))))
    if (own) thread = threadAfter(thread, own)
  }
  return found
}

/** What may be and what should be is no claim; that nobody died is one, and so is a figure that somebody denies. */
const isStated = ({ mood, figure }: CasualtyMention): boolean =>
  figure.quantity !== null && (mood === 'told' || (mood === 'negated' && figure.quantity.kind === 'none'))

/** When and where a sentence places its event; undefined where it tells of none. */
function ownEvent(read: ReadSentence, triggers: readonly number[], context: DeskContext): OwnEvent | undefined {
  if (triggers.length === 0 && !tellsOfEvent(read.sentence, context.language)) return undefined
  const dates = eventDates(read, triggers)
  const date = dates.find(({ edtf }) => edtf !== null)
  const place = eventPlace(read.sentence, read.places, triggers)
  return {
    date: date ? dateOf(read, date) : null,
    place: place ? placeOf(read, place) : null,
    goesOn: goesOn(read.sentence, context.language) || dates.some(({ kind }) => kind === 'same'),
  }
}

function claimOf(
  read: ReadSentence,
  casualty: CasualtyMention,
  thread: EventThread,
  context: DeskContext,
): SuggestedClaim {
  const said = attributionFor(read.attributions, casualty)
  const isSame = goesOn(read.sentence, context.language)
  const when = dateFor(read, casualty, thread, isSame)
  const where = placeFor(read, casualty, thread, { said, isSame })
  const { measure, figure, who } = casualty
  const claimant = said?.speaker ?? null
  const { stance, act } = stanceOf({
    attribution: said ?? null,
    actorKind: kindOf(claimant, context),
    casualty,
  })
  return {
    ...spanIn(read, read.sentence),
    key: keyOf('claim', measure, figure.words, who?.words ?? null, claimant?.text ?? null, read.sentence.text),
    claimant,
    via: said?.via ?? null,
    act,
    stance,
    measure,
    who: who && named(read, who, null),
    standing: standingOf(who?.words ?? null, context.language),
    figure: { ...spanIn(read, figure.span), words: figure.words, quantity: figure.quantity },
    date: when,
    place: where,
    hedge: said?.hedge ?? null,
    confidence: round(casualty.confidence * (said?.confidence ?? 1)),
    rule: casualty.rule,
  }
}

const kindOf = (claimant: NamedInText | null, { known }: DeskContext): string | null =>
  (claimant?.entryId && known.find(({ entryId }) => entryId === claimant.entryId)?.actorKind) || null

const round = (confidence: number): number => Math.round(confidence * 100) / 100

/** Its own date; else that of the event before, unless the sentence is somewhere else. */
function dateFor(read: ReadSentence, casualty: CasualtyMention, thread: EventThread, isSame: boolean): ReadDate | null {
  const { trigger, first, last } = casualty
  const own = eventDates(read, [trigger, first, last])
  const date = nearestDate(own.filter(saysWhen), trigger)
  if (date) return dateOf(read, date)
  if (own.some(({ kind }) => kind === 'same')) return carried(thread.lastDate)
  const there = eventPlace(read.sentence, read.places, [trigger])
  return carried(threadAfter(thread, { date: null, place: there && placeOf(read, there), goesOn: isSame }).date)
}

const carried = (date: ReadDate | null): ReadDate | null => date && { ...date, isCarried: true }

/**
 * Does it place an event, if only on a day that cannot be resolved: "the next day", or "on Saturday" where nobody knows when
 * the story went out? "The same day" and «il y a dix ans» leave that to the sentence before.
 */
const saysWhen = ({ edtf, kind, rots }: DateMention): boolean =>
  edtf !== null || kind === 'day' || (rots && kind !== 'same')

function placeFor(
  read: ReadSentence,
  { trigger, first, last }: CasualtyMention,
  thread: EventThread,
  { said, isSame }: { readonly said: ResolvedAttribution | undefined; readonly isSame: boolean },
): NamedInText | null {
  const own = eventPlace(read.sentence, read.places, [trigger, first, last], said?.scope)
  if (own) return placeOf(read, own)
  const date = nearestDate(eventDates(read, [trigger, first, last]).filter(saysWhen), trigger)
  const { place } = threadAfter(thread, { date: date ? dateOf(read, date) : null, place: null, goesOn: isSame })
  return place && { ...place, carried: place.carried ?? { as: null } }
}

const spanIn = ({ offset }: ReadSentence, { start, end }: Span): Span => ({ start: start + offset, end: end + offset })

const named = (
  read: ReadSentence,
  { words, ...span }: { readonly words: string } & (Span | { span: Span }),
  entryId: string | null,
): NamedInText => ({
  text: words,
  span: spanIn(read, 'span' in span ? span.span : span),
  carried: null,
  entryId,
})

const dateOf = (read: ReadSentence, { edtf, words, start, end }: DateMention): ReadDate | null =>
  edtf && { edtf, words, span: spanIn(read, { start, end }), isCarried: false }

const placeOf = (read: ReadSentence, { words, start, end, entryId }: PlaceMention): NamedInText =>
  named(read, { words, start, end }, entryId)

/** The same figure of the same sentence is one suggestion, whichever rules found it: the surest stays. */
function once(claims: readonly SuggestedClaim[]): SuggestedClaim[] {
  const kept: SuggestedClaim[] = []
  for (const claim of claims) {
    const at = kept.findIndex(
      (other) =>
        other.measure === claim.measure &&
        other.figure.start < claim.figure.end &&
        claim.figure.start < other.figure.end,
    )
    const other = kept[at]
    if (!other) kept.push(claim)
    else if (other.confidence < claim.confidence) kept[at] = claim
  }
  return kept
}
