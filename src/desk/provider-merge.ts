import type { DeskFinding, Reading, SuggestedClaim } from './reading.ts'
import type { Span } from './text/token.ts'

/** Have both some words in common? */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/**
 * Our own reading with what a model found besides: ours first and as it was. What a model says of words of which we have
 * said the same is dropped.
 */
export function withProvider(
  own: Reading,
  { claims, findings }: { readonly claims: readonly SuggestedClaim[]; readonly findings: readonly DeskFinding[] },
): Reading {
  return {
    ...own,
    claims: [
      ...own.claims,
      ...claims.filter(
        (claim) =>
          !own.claims.some(({ measure, figure }) => measure === claim.measure && overlap(figure, claim.figure)),
      ),
    ],
    findings: [
      ...own.findings,
      ...findings.filter((finding) => !own.findings.some((one) => one.kind === finding.kind && overlap(one, finding))),
    ],
  }
}
