import type { ClaimId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { claimAfter } from './claim-after.ts'
import { performOnRecord } from './record-act.ts'
import { keepClaim, type NewAppearance, type RecordedClaim } from './record-claim.ts'

/** How the claimant took it back. A figure is given only where the retraction states one in its place. */
export interface Retraction {
  readonly claimId: ClaimId
  readonly claim: Pick<Claim, 'saidAt' | 'wording'> & Partial<Claim>
  readonly appearances: readonly NewAppearance[]
  /** Kept from readers though its event is live. */
  readonly asDraft?: boolean
}

/**
 * Records that a claimant took a claim back: a new claim that retracts the earlier one, which stays as it is, in history.
 *
 * @throws OnrecordError `refused` when somebody else's claim would be retracted
 */
export const retractClaim = (
  newsroom: Newsroom,
  { claimId, claim, ...more }: Retraction,
): Promise<Outcome<RecordedClaim>> =>
  performOnRecord(newsroom, 'retract-claim', async (desk) => {
    const after = await claimAfter(desk.tx, claimId, { act: 'retract', retracts: claimId, figure: null, ...claim })
    return keepClaim(desk, { claim: after, ...more })
  })
