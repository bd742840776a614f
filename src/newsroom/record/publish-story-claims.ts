import { OnrecordError } from '../../errors.ts'
import type { ClaimId, EventId } from '../../ids.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import { inTransaction, type NewsroomDb, type NewsroomTx } from '../../store/newsroom-db.ts'
import { entriesById } from '../../store/record-log.ts'
import type { Within } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import type { Newsroom } from '../newsroom.ts'
import { assertHeldUp, titleOf } from './going-live.ts'
import { publishEntryWithin } from './publish-entry.ts'

/**
 * Puts the draft claims of a story before readers in the same act as the story, so that its figures lead somewhere: an
 * event that is a draft goes first, with all its claims. They are live with the story, or neither is.
 *
 * Figures remember what the record said when their story went live: this comes first.
 *
 * @throws OnrecordError `refused` with the record's rule, or when a claim was withdrawn since somebody looked at the
 *   story; `forbidden` for whoever may not put entries before readers
 */
export async function publishStoryClaims(within: Within, claimIds: readonly ClaimId[]): Promise<void> {
  for (const claim of await draftsAmong(within.tx, claimIds)) {
    const event = await draftEvent(within.tx, claim.content.about.eventId)
    if (event) await publishEntryWithin(within, event.id)
    // It may have come with its event, or with another claim of the story.
    const [still] = await draftsAmong(within.tx, [claim.id])
    if (still) await publishEntryWithin(within, claim.id)
  }
}

/**
 * Says beforehand why the draft claims of a story could not go live with it, so that nothing is kept or scheduled in vain.
 *
 * @throws OnrecordError as `publishStoryClaims`
 */
export async function assertClaimsMayGoLive({ db, actor }: Newsroom, claimIds: readonly ClaimId[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const drafts = await draftsAmong(tx, claimIds)
    if (drafts.length > 0) await assertMay(tx, actor, 'publish-entry')
    for (const { content } of drafts) {
      const event = await draftEvent(tx, content.about.eventId)
      if (event) await assertHeldUp(tx, [event])
    }
  })
}

const isDraftClaim = (entry: Entry): entry is EntryOf<'claim'> => entry.type === 'claim' && entry.status === 'draft'

/** @throws OnrecordError `refused` when one of them was withdrawn */
async function draftsAmong(db: NewsroomDb, claimIds: readonly ClaimId[]): Promise<EntryOf<'claim'>[]> {
  const claims = await entriesById(db, claimIds)
  const withdrawn = claims.find(({ status }) => status === 'withdrawn')
  if (!withdrawn) return claims.filter(isDraftClaim)
  throw new OnrecordError('refused', `A figure of the story rests on ${titleOf(withdrawn)}, which was withdrawn.`, {
    remedy: 'Cite another claim there, or take the claim off the words.',
  })
}

async function draftEvent(tx: NewsroomTx, id: EventId): Promise<Entry | undefined> {
  const [event] = await entriesById(tx, [id])
  return event?.status === 'draft' ? event : undefined
}
