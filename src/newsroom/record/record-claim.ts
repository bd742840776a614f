import type { AppearanceId, ClaimId } from '../../ids.ts'
import type { Appearance } from '../../record/appearance.ts'
import type { Claim } from '../../record/claim.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Outcome } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { checkEntries } from './check-entries.ts'
import { findEntryOf } from './find-entry.ts'
import { draftsNeededBy, statusOfNew } from './going-live.ts'
import { performOnRecord, type RecordDesk, type RecordDone, toRevision, write } from './record-act.ts'

/** Where a new claim stood. `earlier` names an appearance of the same list by its place in it, from 0. */
export type NewAppearance = Omit<Appearance, 'claimId' | 'takenFrom'> & {
  readonly takenFrom: Appearance['takenFrom'] | { readonly kind: 'earlier'; readonly position: number }
}

/** A claim and the places where it appeared. */
export interface NewClaim {
  readonly claim: Claim
  readonly appearances: readonly NewAppearance[]
  /** Kept from readers though its event is live: it stands in a story that they do not have yet. */
  readonly asDraft?: boolean
}

/** The claim as it was recorded, and its appearances in the order in which they were given. */
export interface RecordedClaim {
  readonly claim: EntryOf<'claim'>
  readonly appearanceIds: readonly AppearanceId[]
}

/**
 * Records what somebody said, once, with the places where it stood. It goes live with its event: at once when that is
 * live, together with the drafts it names (its source, its documents, its victims), else later.
 *
 * @throws OnrecordError `bad-input`, `not-found`, or `refused` with the record's rule
 */
export const recordClaim = (newsroom: Newsroom, wanted: NewClaim): Promise<Outcome<RecordedClaim>> =>
  performOnRecord(newsroom, 'record-claim', (desk) => keepClaim(desk, wanted))

/** Writes a new claim, of whichever act, with its appearances. */
export async function keepClaim(
  desk: RecordDesk,
  { claim, appearances, asDraft = false }: NewClaim,
): Promise<RecordDone<RecordedClaim>> {
  const { newsroom, tx, act } = desk
  const claimId = newId(newsroom, 'claim')
  const appearanceIds = appearances.map(() => newId(newsroom, 'appearance'))
  const proposals = await checkEntries(tx, [
    { type: 'claim', id: claimId, content: claim },
    ...appearances.flatMap((appearance, index) => {
      const id = appearanceIds[index]
      return id ? [{ type: 'appearance' as const, id, content: toContent(appearance, claimId, appearanceIds) }] : []
    }),
  ])
  const [checkedClaim] = proposals
  const standing = checkedClaim ? await statusOfNew(tx, checkedClaim) : 'draft'
  const status = asDraft ? 'draft' : standing
  const needed = status === 'live' ? await draftsNeededBy(tx, proposals) : []
  const revisions = await write(desk, [
    ...needed.map((draft) => toRevision(draft, { status: 'live', act })),
    ...proposals.map((proposal) => toRevision(proposal, { status, act })),
  ])
  return {
    result: { claim: await findEntryOf(tx, 'claim', claimId), appearanceIds },
    subject: claimId,
    revisions,
  }
}

function toContent(
  { takenFrom, ...appearance }: NewAppearance,
  claimId: ClaimId,
  ids: readonly AppearanceId[],
): Omit<Appearance, 'takenFrom'> & { takenFrom: unknown } {
  const earlier = takenFrom.kind === 'earlier' ? { kind: 'appearance', id: ids[takenFrom.position] } : takenFrom
  return { ...appearance, claimId, takenFrom: earlier }
}
