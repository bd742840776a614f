import type { ClaimId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { claimAfter } from './claim-after.ts'
import { performOnRecord } from './record-act.ts'
import { keepClaim, type NewAppearance, type RecordedClaim } from './record-claim.ts'

/** Who denies it, when and in which words. */
export interface Denial {
  readonly claimId: ClaimId
  readonly claim: Pick<Claim, 'claimantId' | 'saidAt' | 'wording'> & Partial<Claim>
  readonly appearances: readonly NewAppearance[]
  /** Kept from readers though its event is live. */
  readonly asDraft?: boolean
}

/**
 * Records that somebody denies a claim: a claim of its own, about the same thing, without a figure. The denied claim
 * stays live; what it speaks of is disputed from now on. "No casualties" is no denial but a figure: `recordClaim`.
 */
export const denyClaim = (newsroom: Newsroom, { claimId, claim, ...more }: Denial): Promise<Outcome<RecordedClaim>> =>
  performOnRecord(newsroom, 'deny-claim', async (desk) => {
    const after = await claimAfter(desk.tx, claimId, { act: 'deny', denies: claimId, figure: null, ...claim })
    return keepClaim(desk, { claim: after, ...more })
  })
