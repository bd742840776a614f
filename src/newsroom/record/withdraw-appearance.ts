import { OnrecordError } from '../../errors.ts'
import type { AppearanceId } from '../../ids.ts'
import type { Edtf } from '../../record/when.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkEntries } from './check-entries.ts'
import { assertReason, findEntryOf } from './find-entry.ts'
import { performOnRecord, toRevision, write } from './record-act.ts'

/**
 * Records that a publisher took a text down, or took this back, and when. The appearance stays, marked as withdrawn by
 * its publisher; a claim of which no other appearance and no capture is left no longer counts.
 *
 * @throws OnrecordError `not-found`, `bad-input` for a date that no calendar has, `refused` when it was withdrawn before
 */
export const withdrawAppearance = (
  newsroom: Newsroom,
  { id, on, reason }: { id: AppearanceId; on: Edtf; reason: string },
): Promise<Outcome<AppearanceId>> =>
  performOnRecord(newsroom, 'withdraw-appearance', async (desk) => {
    assertReason(reason)
    const { status, content } = await findEntryOf(desk.tx, 'appearance', id)
    if (content.withdrawnOn !== null) {
      throw new OnrecordError('refused', `Its publisher withdrew it already, on ${content.withdrawnOn}.`)
    }
    const proposals = await checkEntries(desk.tx, [
      { type: 'appearance', id, content: { ...content, withdrawnOn: on } },
    ])
    const rows = proposals.map((proposal) => toRevision(proposal, { status, reason, act: desk.act }))
    return { result: id, subject: id, revisions: await write(desk, rows) }
  })
