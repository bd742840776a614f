import type { AssessmentId, ClaimId, EvidenceId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Cell } from './claim.ts'
import type { Translated } from './names.ts'

export const VERDICTS = ['unverified', 'partly-verified', 'verified', 'disputed', 'refuted', 'unverifiable'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What the newsroom itself holds of a claim or a figure, and how it got there. */
export interface Assessment {
  readonly subject: { readonly kind: 'claim'; readonly claimId: ClaimId } | ({ readonly kind: 'cell' } & Cell)
  readonly verdict: Verdict
  /** The only place where the newsroom states a number of its own. */
  readonly best: number | null
  /** The standard it was held against, in plain words. */
  readonly standard: Translated
  readonly methods: readonly string[]
  readonly evidenceIds: readonly EvidenceId[]
  readonly at: Instant
  readonly likelihood: string | null
  readonly supersedes: AssessmentId | null
  /** How many people of the newsroom stand behind it; two for verified and refuted. */
  readonly signers: number
  /** Internal: who they are. */
  readonly by?: readonly string[]
  /** Internal: 1 to 6 of the admiralty code. */
  readonly credibility?: 1 | 2 | 3 | 4 | 5 | 6
}
