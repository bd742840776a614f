import type { Instant } from '../time.ts'
import type { Entry, EntryId, Revision } from './entry.ts'
import { type RecordSet, recordSet } from './record-set.ts'

/**
 * The record as the newsroom had it at an hour: each entry in the newest revision recorded by then, whatever was said
 * later or had been said before. What readers saw on 28 July at 18:00 is this of the public revisions.
 *
 * A text that was erased since is gone from every hour: the entry is missing where its newest revision by then has none.
 */
export const asRecordedBy = (revisions: readonly Revision[], at: Instant): RecordSet =>
  newestOf(revisions.filter(({ recordedAt }) => recordedAt <= at))

/** The record after its `n`th revision. Order is by sequence: clocks may be wrong. */
export const atSequence = (revisions: readonly Revision[], n: number): RecordSet =>
  newestOf(revisions.filter(({ sequence }) => sequence <= n))

function newestOf(revisions: readonly Revision[]): RecordSet {
  const newest = new Map<EntryId, Revision>()
  for (const revision of revisions) {
    // A draft never takes the place of what readers have.
    if (revision.status !== 'draft' && revision.rev >= (newest.get(revision.id)?.rev ?? 0)) {
      newest.set(revision.id, revision)
    }
  }
  return recordSet([...newest.values()].flatMap((revision) => entryOf(revision) ?? []))
}

/** The entry as a revision has it; null when its text was erased. */
export function entryOf(revision: Revision): Entry | null {
  const { reason: _reason, act: _act, erasedAt: _erasedAt, eventId: _eventId, ...entry } = revision
  return entry.content === null ? null : (entry as Entry)
}
