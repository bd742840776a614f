import type { DeskFinding } from '../reading.ts'
import { claimantKey, claimsInPlace, isAttributed, isPart, type PlacedClaim } from './claims-in-place.ts'
import type { FindingInput } from './finding-input.ts'
import { findingIn, inParagraph } from './make-finding.ts'
import { hasPhrase } from './phrases.ts'
import { ruleWords } from './rule-words.ts'
import { statedNumbers } from './stated-numbers.ts'

/** A total is compared with so many different figures at most: no story has more. */
const MOST_FIGURES = 200

/** A total that the paper has made of what two claimants said: their figures may count the same people. */
export function sumOfClaimants(input: FindingInput): DeskFinding[] {
  const { total } = ruleWords(input.context.language)
  const said: Said = new Map()
  return claimsInPlace(input).flatMap((one) => {
    const { claim, read } = one
    const number = exactly(one)
    if (number === null) return []
    if (isAttributed(one)) {
      if (!isPart(one)) keep(said, one, number)
      return []
    }
    const parts = hasPhrase(read.sentence.tokens, total) ? addends(said, claim.measure, number) : undefined
    if (!parts) return []
    const facts = { figure: claim.figure.words, one: parts[0], other: parts[1] }
    const span = inParagraph(read, claim.figure)
    return [findingIn(input, read, { kind: 'sum-of-claimants', span, facts, confidence: 0.8 })]
  })
}

/** By what happened: who has stated which number, each claimant with the words. */
type Said = Map<string, Map<number, Map<string, string>>>

function keep(said: Said, { claim }: PlacedClaim, number: number): void {
  const numbers = said.get(claim.measure) ?? new Map<number, Map<string, string>>()
  const claimants = numbers.get(number) ?? new Map<string, string>()
  claimants.set(claimantKey(claim) ?? '', `${claim.figure.words} (${(claim.claimant ?? claim.via)?.text ?? ''})`)
  if (numbers.size < MOST_FIGURES) numbers.set(number, claimants)
  said.set(claim.measure, numbers)
}

function addends(said: Said, measure: string, sum: number): readonly [string, string] | undefined {
  const numbers = said.get(measure) ?? new Map<number, Map<string, string>>()
  let found: readonly [string, string] | undefined
  for (const [number, claimants] of numbers) {
    const others = numbers.get(sum - number) ?? new Map<string, string>()
    for (const [who, words] of claimants) {
      // Whoever gave both numbers may have added them up.
      if (others.has(who)) return undefined
      for (const [, rest] of others) found ??= [words, rest]
    }
  }
  return found
}

function exactly({ claim: { figure } }: PlacedClaim): number | null {
  const stated = statedNumbers(figure.quantity)
  return stated && stated.low === stated.high && stated.low > 0 ? stated.low : null
}
