import { OnrecordError } from '../../errors.ts'
import type { EventId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { assertReason, findEntryOf } from './find-entry.ts'
import { titleOf } from './going-live.ts'
import { performOnRecord } from './record-act.ts'
import { repointed } from './repoint.ts'

/** Which event turned out to be which other one, told twice. */
export interface EventMerge {
  readonly from: EventId
  readonly into: EventId
  readonly reason: string
}

/**
 * Makes one event of two that are the same. Every claim is kept: claims, groups and parts of the one point at the other
 * from now on, each by a revision of its own; the one is withdrawn and names the other. What it was part of, the other
 * is part of now. Groups are not merged: that two statements speak of the same people is for somebody to say.
 *
 * @throws OnrecordError `refused` when one is part of the other, when either was withdrawn, or when a live event would go
 *   into a draft
 */
export const mergeEvents = (newsroom: Newsroom, { from, into, reason }: EventMerge): Promise<Outcome<EventId>> =>
  performOnRecord(newsroom, 'merge-events', async (desk) => {
    assertReason(reason)
    const one = await findEntryOf(desk.tx, 'event', from)
    const other = await findEntryOf(desk.tx, 'event', into)
    assertMergeable(one, other)
    const partOf = [...new Set([...other.content.partOf, ...one.content.partOf])].filter((id) => id !== into)
    const revisions = await repointed(desk, {
      one,
      other,
      reason,
      merged: { ...one.content, partOf: [], mergedInto: into },
      gained: { ...other.content, partOf: partOf.filter((id) => id !== from) },
    })
    return { result: into, subject: from, detail: { into }, revisions }
  })

function assertMergeable(one: EntryOf<'event'>, other: EntryOf<'event'>): void {
  const isPart = one.content.partOf.includes(other.id) || other.content.partOf.includes(one.id)
  if (!isPart) return
  throw new OnrecordError('refused', `${titleOf(one)} and ${titleOf(other)} are whole and part, not the same.`, {
    remedy: 'Amend the part first, if that is wrong.',
  })
}
