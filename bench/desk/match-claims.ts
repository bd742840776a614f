import type { LintClaim } from '../../src/desk/lint-json.ts'
import { agreement, mayBeSame } from './claim-agreement.ts'
import type { GoldClaim } from './gold-story.ts'

export interface Matched {
  readonly pairs: readonly { readonly claim: LintClaim; readonly gold: GoldClaim }[]
  /** Claims that the key has and the desk has not. */
  readonly missed: readonly GoldClaim[]
  /** Claims that the desk has and the key has not. */
  readonly extra: readonly LintClaim[]
}

/** Pairs what was found in one story with its key, one to one: those that agree best first. */
export function matchClaims(claims: readonly LintClaim[], key: readonly GoldClaim[]): Matched {
  const possible = claims
    .flatMap((claim) => key.filter((gold) => mayBeSame(claim, gold)).map((gold) => ({ claim, gold })))
    .map((pair) => ({ ...pair, like: agreement(pair.claim, pair.gold) }))
    .sort((one, other) => other.like - one.like)
  const taken = new Set<LintClaim | GoldClaim>()
  const pairs = []
  for (const { claim, gold } of possible) {
    if (taken.has(claim) || taken.has(gold)) continue
    taken.add(claim).add(gold)
    pairs.push({ claim, gold })
  }
  return {
    pairs,
    missed: key.filter((gold) => !taken.has(gold)),
    extra: claims.filter((claim) => !taken.has(claim)),
  }
}
