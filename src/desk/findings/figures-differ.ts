import type { DeskFinding } from '../reading.ts'
import { claimantKey, claimsInPlace, isInHead, isPart, type PlacedClaim } from './claims-in-place.ts'
import { datesMeet } from './dates-meet.ts'
import type { FindingInput } from './finding-input.ts'
import { findingIn, inParagraph } from './make-finding.ts'
import { ruleWords } from './rule-words.ts'
import { canBothBe, statedNumbers } from './stated-numbers.ts'
import { countsOthers, whomOf } from './whom.ts'

/**
 * One claimant, or the paper itself, with two numbers for the same thing in two paragraphs.
 *
 * Quiet where a toll is told to change, where date, place or people differ, for parts and for "others". Headlines have a
 * rule of their own.
 */
export function figuresDiffer(input: FindingInput): DeskFinding[] {
  const firstSaid = new Map<string, PlacedClaim>()
  return claimsInPlace(input).flatMap((one) => {
    if (!isWholeFigure(input, one)) return []
    const key = whatItIs(input, one)
    const before = firstSaid.get(key)
    if (!before) {
      firstSaid.set(key, one)
      return []
    }
    if (before.read.paragraph === one.read.paragraph || !isSameEvent(before, one) || agree(before, one)) return []
    const facts = {
      figure: one.claim.figure.words,
      other: before.claim.figure.words,
      claimant: one.claim.claimant?.text ?? '',
    }
    const span = inParagraph(one.read, one.claim.figure)
    return [findingIn(input, one.read, { kind: 'figures-differ', span, facts, confidence: 0.65 })]
  })
}

/** Not a part, not "three others", not in a sentence about how a toll has changed, and more than one person. */
function isWholeFigure({ context }: FindingInput, one: PlacedClaim): boolean {
  const { claim, read } = one
  const stated = statedNumbers(claim.figure.quantity)
  if (stated === null || stated.high < 2 || claim.stance === 'denies' || isInHead(one) || read.kind !== 'text')
    return false
  if (isPart(one) || countsOthers(claim, context.language)) return false
  const { change } = ruleWords(context.language)
  return !read.sentence.tokens.some(({ key }) => change.has(key))
}

const whatItIs = ({ context }: FindingInput, { claim }: PlacedClaim): string =>
  [claimantKey(claim) ?? '', claim.measure, ...[...whomOf(claim, context.language)].toSorted()].join(' ')

/** Both say when, and mean the same; and where both say where, that too. */
function isSameEvent({ claim: one }: PlacedClaim, { claim: other }: PlacedClaim): boolean {
  if ((one.date === null) !== (other.date === null)) return false
  if (one.date && other.date && (one.date.edtf !== other.date.edtf || !datesMeet(one.date.edtf, other.date.edtf)))
    return false
  return one.place === null || other.place === null || isSamePlace(one.place.text, other.place.text)
}

const isSamePlace = (one: string, other: string): boolean => {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()]
  return first.includes(second) || second.includes(first)
}

function agree({ claim: one }: PlacedClaim, { claim: other }: PlacedClaim): boolean {
  const [first, second] = [one.figure.quantity, other.figure.quantity]
  return first === null || second === null || canBothBe(first, second)
}
