import { quantityWords } from '../../record/quantity-words.ts'
import type { KnownFigure } from '../desk-text.ts'
import type { DeskLanguage } from '../language.ts'
import type { DeskFinding, SuggestedClaim } from '../reading.ts'
import { claimsInPlace, isPart, type PlacedClaim } from './claims-in-place.ts'
import { datesMeet } from './dates-meet.ts'
import type { FindingInput } from './finding-input.ts'
import { findingIn, inParagraph } from './make-finding.ts'
import { canBothBe, statedNumbers } from './stated-numbers.ts'
import { stemsIn, whomOf } from './whom.ts'

/**
 * A figure of a claimant whom the record knows, beside another that the record has from the same claimant about the same
 * people on the same day. Neither is called wrong: one of the two is to be looked at.
 */
export function figureAgainstRecord(input: FindingInput): DeskFinding[] {
  const { language, figures } = input.context
  const byClaimant = Map.groupBy(figures, ({ claimantId, measure }) => `${claimantId} ${measure}`)
  return claimsInPlace(input).flatMap((one) => {
    const { claim, read } = one
    const theirs = byClaimant.get(`${claim.claimant?.entryId ?? ''} ${claim.measure}`) ?? []
    const same = isComparable(one) ? theirs.filter((known) => isSameThing(claim, known, language)) : []
    const quantity = claim.figure.quantity
    if (quantity === null || same.length === 0 || same.some(({ figure }) => canBothBe(figure, quantity))) return []
    const [known] = same
    if (!known) return []
    const facts = {
      figure: claim.figure.words,
      record: quantityWords(known.figure, language),
      claimant: claim.claimant?.text ?? '',
      event: known.eventTitle,
      claim: known.claimId,
    }
    const span = inParagraph(read, claim.figure)
    return [findingIn(input, read, { kind: 'figure-against-record', span, facts, confidence: 0.7 })]
  })
}

const isComparable = (placed: PlacedClaim): boolean =>
  placed.claim.stance !== 'denies' && !isPart(placed) && statedNumbers(placed.claim.figure.quantity) !== null

/** On the same day, of the same people, with a number. */
const isSameThing = (claim: SuggestedClaim, known: KnownFigure, language: DeskLanguage): boolean =>
  statedNumbers(known.figure) !== null &&
  claim.date !== null &&
  datesMeet(claim.date.edtf, known.eventDate) &&
  isSameGroup(claim, known, language)

/** The record's label says more than a sentence does: every word of the sentence's must be in it. */
function isSameGroup(claim: SuggestedClaim, { group }: KnownFigure, language: DeskLanguage): boolean {
  const whom = whomOf(claim, language)
  const label = stemsIn(group, language)
  return whom.size > 0 && [...whom].every((word) => label.has(word))
}
