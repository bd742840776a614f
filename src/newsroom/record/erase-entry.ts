import { OnrecordError } from '../../errors.ts'
import type { EventId } from '../../ids.ts'
import type { EntryId, Revision } from '../../record/entry.ts'
import { entryOf } from '../../record/replay.ts'
import {
  type CitingStory,
  eraseCaptureFiles,
  eraseCustody,
  eraseFormerNames,
  eraseRevisions,
  liveStoriesNaming,
} from '../../store/erasing.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { type NewRevision, revisionsOf } from '../../store/record-log.ts'
import { eventOfClaim } from '../../store/record-state.ts'
import { deleteSealed } from '../../store/sealed.ts'
import type { Outcome } from '../act.ts'
import { eraseCopyOf } from '../ingest/erase-copy.ts'
import type { Newsroom } from '../newsroom.ts'
import { performOnRecord, type Proposal, type RecordDesk, toRevision, write } from './record-act.ts'

/** Why a text is taken out of the record. A closed list, since readers see it: free words could say too much. */
export const ERASE_REASONS = ['personal-data', 'source-in-danger', 'legal-order', 'other'] as const
export type EraseReason = (typeof ERASE_REASONS)[number]

export interface EraseRequest {
  readonly id: EntryId
  readonly reason: EraseReason
  /** Earlier revisions that go while the newest stays; without it the whole entry goes. */
  readonly revs?: readonly number[]
}

/** What is gone, and what only people can mend. */
export interface Erased {
  readonly id: EntryId
  /** Revisions whose text is gone. */
  readonly revs: readonly number[]
  /** Captured files that are gone, since nothing else had captured them. */
  readonly files: number
  /** Live stories that name the entry: their words are not touched. Their desks have to look. */
  readonly stories: readonly CitingStory[]
}

/**
 * Takes personal data, or what could lead to a source in danger, out of the record: the text of revisions and their
 * reasons, names and addresses, links, what is sealed, captured files that nothing else has, incoming copy that a document was made from, and the
 * custody log's text.
 * It is overwritten in the database's file and goes from its log.
 *
 * What stays is a dated tombstone with its reason, and the number, date and commitment of every revision: it can be shown
 * that nothing else was touched, and nobody can guess the text from a hash whose salt is gone.
 *
 * @throws OnrecordError `not-found`, `bad-input` for revisions that are not there, `refused` when it was erased before
 */
export async function eraseEntry(newsroom: Newsroom, { id, reason, revs }: EraseRequest): Promise<Outcome<Erased>> {
  assertReason(reason)
  const outcome = await performOnRecord(newsroom, 'erase-entry', async (desk) => {
    const { tx, now } = desk
    const revisions = (await revisionsOf(tx, [id])).get(id) ?? []
    const chosen = chooseRevisions(id, revisions, revs)
    const revNumbers = chosen.map(({ rev }) => rev)
    const files = await eraseCaptureFiles(tx, id, capturedOnlyIn(chosen, revisions))
    const made =
      revs === undefined ? await eraseWhole(desk, revisions, reason) : await eraseEarlier(desk, revisions, reason)
    await eraseRevisions(tx, id, revNumbers, now)
    const result: Erased = { id, revs: revNumbers, files, stories: await liveStoriesNaming(tx, id) }
    const before = revs === undefined ? entryOf(newestOf(revisions)) : null
    const detail = { reason, erased: chosen.length, files }
    return { result, subject: id, detail, revisions: made, erased: before ? [before] : [] }
  })
  await newsroom.forget()
  return outcome
}

/** A tombstone takes the entry's place; with it go its names, links and addresses. */
async function eraseWhole(desk: RecordDesk, revisions: readonly Revision[], reason: EraseReason): Promise<Revision[]> {
  const { tx } = desk
  const newest = newestOf(revisions)
  const { type, id } = newest
  const eventId = await eventThroughClaim(tx, newest)
  const tombstone = { type, id, content: null, status: 'withdrawn', reason, act: 'erase', eventId }
  const made = await write(desk, [tombstone as NewRevision])
  await eraseFormerNames(tx, id, null)
  await deleteSealed(tx, id)
  await eraseCustody(tx, id)
  if (type === 'document') await eraseCopyOf(tx, id, { now: desk.now, by: desk.newsroom.actor.name })
  return made
}

/** The event of what is told of a claim: an appearance, an assessment. Of anything else the record keeps it itself. */
async function eventThroughClaim(tx: NewsroomTx, { type, content }: Revision): Promise<EventId | null> {
  if (content === null) return null
  if (type === 'appearance') return eventOfClaim(tx, content.claimId)
  return type === 'assessment' && content.subject.kind === 'claim' ? eventOfClaim(tx, content.subject.claimId) : null
}

/** The entry goes on as it is, with a dated mark that earlier revisions have lost their text. */
async function eraseEarlier(
  desk: RecordDesk,
  revisions: readonly Revision[],
  reason: EraseReason,
): Promise<Revision[]> {
  const newest = newestOf(revisions)
  const { id, status, content } = newest
  const made = await write(desk, [toRevision(newest as Proposal, { status, reason, act: 'erase' })])
  const slug = content !== null && 'slug' in content ? content.slug : null
  if (slug !== null) await eraseFormerNames(desk.tx, id, slug)
  return made
}

function newestOf(revisions: readonly Revision[]): Revision {
  const newest = revisions.at(-1)
  if (!newest) throw new Error('an entry without revisions')
  return newest
}

function chooseRevisions(id: EntryId, revisions: readonly Revision[], revs: EraseRequest['revs']): readonly Revision[] {
  const newest = revisions.at(-1)
  if (!newest) throw new OnrecordError('not-found', `The record has no entry ${id}.`)
  if (newest.content === null) {
    throw new OnrecordError(
      'refused',
      `The entry was erased on ${newest.recordedAt.slice(0, 10)}; nothing is left of it.`,
    )
  }
  if (revs === undefined) return revisions.filter(({ content }) => content !== null)
  const chosen = revisions.filter(({ rev, content }) => revs.includes(rev) && content !== null)
  if (revs.includes(newest.rev)) {
    throw new OnrecordError('refused', `Revision ${newest.rev} is the newest: without it the entry says nothing.`, {
      remedy:
        'Revise the entry first, so that it no longer says it, and then erase the revisions before; or erase it whole.',
    })
  }
  if (chosen.length === new Set(revs).size && chosen.length > 0) return chosen
  throw new OnrecordError('bad-input', `Not all of these are revisions of ${id} that still have a text.`, {
    remedy: 'Look at its history, and name revisions that are not erased.',
  })
}

/** Hashes of files captured in these revisions and in none that keeps its text. */
function capturedOnlyIn(chosen: readonly Revision[], revisions: readonly Revision[]): string[] {
  const kept = new Set(revisions.filter((revision) => !chosen.includes(revision)).flatMap(hashesIn))
  return chosen.flatMap(hashesIn).filter((hash) => !kept.has(hash))
}

const hashesIn = ({ content }: Revision): string[] =>
  content !== null && 'captures' in content ? content.captures.map(({ sha256 }) => sha256) : []

function assertReason(reason: string): void {
  if ((ERASE_REASONS as readonly string[]).includes(reason)) return
  throw new OnrecordError('bad-input', 'A text is not erased without a reason from the list.', {
    remedy: `Give one of: ${ERASE_REASONS.join(', ')}.`,
  })
}
