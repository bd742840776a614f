import type { ClaimId } from '../../ids.ts'
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
  return {
    claimantId: earlier.claimantId,
    about: earlier.about,
    figure: null,
    counting: earlier.counting,
    basis: earlier.basis,
    figureReadFrom: 'original',
    translations: [],
    hedge: null,
    namedDead: 0,
    revises: null,
    retracts: null,
    denies: null,
    derivedFrom: [],
    sameStatementAs: null,
    includes: [],
    sharedEvidence: [],
    ...said,
  }
}
