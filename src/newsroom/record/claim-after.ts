import type { ClaimId } from '../../ids.ts'
import { BARE_CLAIM } from '../../record/bare-claim.ts'
import type { Claim } from '../../record/claim.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { findEntryOf } from './find-entry.ts'

/**
 * A claim that answers an earlier one: by the same claimant, about the same thing, counted and founded alike, unless
 * `said` tells otherwise. Nothing else of the earlier claim carries over: its words, its named dead and its relations
 * were those of another occasion.
 */
export async function claimAfter(
  tx: NewsroomTx,
  earlierId: ClaimId,
  said: Partial<Claim> & Pick<Claim, 'act' | 'saidAt' | 'wording'>,
): Promise<Claim> {
  const { content: earlier } = await findEntryOf(tx, 'claim', earlierId)
  const { claimantId, about, counting, basis } = earlier
  return { ...BARE_CLAIM, claimantId, about, counting, basis, ...said }
}
