import type { Quantity } from '../../record/quantity.ts'
import type { DeskFinding, SuggestedMeasure } from '../reading.ts'
import { claimsInPlace, isInHead, type PlacedClaim } from './claims-in-place.ts'
import type { FindingInput } from './finding-input.ts'
import { findingIn, inParagraph } from './make-finding.ts'
import { canBothBe, statedNumbers } from './stated-numbers.ts'

/** A headline with more figures than this is none. */
const MOST_IN_HEAD = 20
/** Sums of a body are tried for so many different figures at most. */
const MOST_FIGURES = 60

/**
 * A number of people in headline or standfirst that the body does not have.
 *
 * Quiet where the body counts so many in other words, or two of its figures make the number together ("a chief and three
 * others"); and while there is no body yet.
 */
export function headlineDiffers(input: FindingInput): DeskFinding[] {
  const placed = claimsInPlace(input)
  const body = placed.filter((one) => !isInHead(one))
  const heads = placed
    .filter((one) => isInHead(one) && statedNumbers(one.claim.figure.quantity) !== null)
    .slice(0, MOST_IN_HEAD)
  if (heads.length === 0 || !input.sentences.some(({ kind }) => kind === 'text')) return []
  const counts = countsInBody(input)
  return heads.flatMap(({ claim, read }) => {
    const { quantity } = claim.figure
    if (quantity === null || isInBody(quantity, body, counts)) return []
    const other = body.find((one) => isRival(one, claim.measure))?.claim.figure.words
    const facts = { figure: claim.figure.words, ...(other === undefined ? {} : { other }) }
    const span = inParagraph(read, claim.figure)
    return [findingIn(input, read, { kind: 'headline-differs', span, facts, confidence: other ? 0.85 : 0.7 })]
  })
}

/** Every number of the body that counts something, each once. */
function countsInBody({ sentences }: FindingInput): Quantity[] {
  const figures = sentences
    .filter(({ kind }) => kind !== 'headline' && kind !== 'standfirst')
    .flatMap(({ figures }) => figures.filter(({ what }) => what === 'count'))
  return [...new Map(figures.map(({ quantity }) => [JSON.stringify({ ...quantity, verbatim: '' }), quantity])).values()]
}

function isInBody(quantity: Quantity, body: readonly PlacedClaim[], counts: readonly Quantity[]): boolean {
  const told = body.flatMap(({ claim }) => claim.figure.quantity ?? [])
  if (
    [...told, ...counts].some(
      (other) => statedNumbers(other) !== null && canBothBe(other, quantity) && isNear(other, quantity),
    )
  )
    return true
  return isSum(quantity, body)
}

/** "More than 5" allows 50, and is no ground for it: one of the numbers must be stated by both, or bound both closely. */
function isNear(one: Quantity, other: Quantity): boolean {
  const [first, second] = [statedNumbers(one), statedNumbers(other)]
  if (!first || !second) return false
  if (first.low <= second.high && second.low <= first.high) return true
  const [small, large] = [Math.min(first.high, second.high), Math.max(first.low, second.low)]
  return large - small <= Math.max(2, large / 5)
}

/** Two figures of the body, or one and a person told by name, make the number. */
function isSum(quantity: Quantity, body: readonly PlacedClaim[]): boolean {
  const stated = statedNumbers(quantity)
  if (!stated || stated.low !== stated.high) return false
  const numbers = body.flatMap(({ claim }) => statedNumbers(claim.figure.quantity)?.low ?? [])
  const few = [1, ...numbers.slice(0, MOST_FIGURES)]
  return few.some((one, at) => few.slice(at + 1).some((other) => one + other === stated.low))
}

/** The body's number for the same thing; "casualties" are dead, wounded or both. */
const isRival = ({ claim }: PlacedClaim, measure: SuggestedMeasure): boolean =>
  statedNumbers(claim.figure.quantity) !== null && claim.measure === measure
