import type { ClaimId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { claimAfter } from './claim-after.ts'
import { performOnRecord } from './record-act.ts'
import { keepClaim, type NewAppearance, type RecordedClaim } from './record-claim.ts'

/** What the claimant says now. Left out: as it was in the earlier claim (claimant, what it is about, how it counts). */
export interface ClaimRevision {
  readonly claimId: ClaimId
  readonly claim: Pick<Claim, 'saidAt' | 'wording' | 'figure'> & Partial<Claim>
  readonly appearances: readonly NewAppearance[]
  /** Kept from readers though its event is live. */
  readonly asDraft?: boolean
}

/**
 * Records that a claimant now gives another figure, or says it otherwise: a new claim that revises the earlier one,
 * which stays as it is, in history. The newsroom's own mistakes are put right by `amendEntry`.
 *
 * @throws OnrecordError `refused` when the claimant is another's than the earlier claim's
 */
export const reviseClaim = (
  newsroom: Newsroom,
  { claimId, claim, ...more }: ClaimRevision,
): Promise<Outcome<RecordedClaim>> =>
  performOnRecord(newsroom, 'revise-claim', async (desk) => {
    const after = await claimAfter(desk.tx, claimId, { act: 'revise', revises: claimId, ...claim })
    return keepClaim(desk, { claim: after, ...more })
  })
