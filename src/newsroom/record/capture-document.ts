import { createHash } from 'node:crypto'
import { OnrecordError } from '../../errors.ts'
import { type DocumentId, type EvidenceId, parseId } from '../../ids.ts'
import { type FetchPage, guardedFetch, PAGE_LIMITS } from '../../outbound/guarded-fetch.ts'
import type { EntryOf, Revision } from '../../record/entry.ts'
import type { Capture } from '../../record/source-document.ts'
import { keepCaptureFile } from '../../store/captures.ts'
import { addCustody } from '../../store/custody.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { Outcome } from '../act.ts'
import { mediaTypeOf } from '../media-type.ts'
import type { Newsroom } from '../newsroom.ts'
import { findEntryOf } from './find-entry.ts'
import { performOnRecord, type Proposal, type RecordDesk, toRevision, write } from './record-act.ts'

/** What is captured: a file that somebody has, or a page that is fetched. */
export interface CaptureRequest {
  /** A document, or a piece of evidence. */
  readonly id: DocumentId | EvidenceId
  readonly from:
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly statedType: string | null }
    | { readonly kind: 'address'; readonly address: string }
}

/** What was found. `isNew` is false when the same bytes had been captured the last time. */
export interface Captured {
  readonly capture: Capture
  readonly isNew: boolean
}

type Capturable = EntryOf<'document'> | EntryOf<'evidence'>

/**
 * Keeps what a document says now: its bytes, their SHA-256, media type, size, the hour, and who captured it.
 *
 * Nothing that was captured is overwritten. A page that changed since the last capture is a new one beside it; the same
 * bytes again leave a line in the custody log and nothing else. Readers do not learn of a capture until it is made
 * public. The file is never opened here.
 *
 * @throws OnrecordError `not-found` without such a document, `bad-input` for an empty file, one above 25 MB or an address
 *   that cannot be fetched, and what `guardedFetch` throws
 */
export async function captureDocument(
  newsroom: Newsroom,
  { id, from }: CaptureRequest,
  fetchPage: FetchPage = guardedFetch,
): Promise<Outcome<Captured>> {
  // Nobody's server is asked for a document that is not there.
  await findCapturable(newsroom.db, id)
  const { bytes, statedType } = from.kind === 'file' ? from : await fetchPage(from.address)
  assertSize(bytes)
  const file = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: mediaTypeOf(bytes, statedType),
    bytes,
  }
  return performOnRecord(newsroom, 'capture-document', async (desk) => {
    const { tx, now } = desk
    const entry = await findCapturable(tx, id)
    const before = entry.content.captures.at(-1)
    const isNew = before?.sha256 !== file.sha256
    const by = newsroom.actor.name
    const found: Capture = { ...file, bytes: bytes.length, at: now, isPublic: false, by }
    await keepCaptureFile(tx, { ...file, at: now })
    await addCustody(tx, {
      subjectId: id,
      at: now,
      who: by,
      action: isNew ? 'captured' : 'seen-unchanged',
      sha256Before: before?.sha256 ?? null,
      sha256After: file.sha256,
    })
    const revisions = isNew ? await addCapture(desk, entry, found) : []
    return {
      result: { capture: isNew || !before ? found : before, isNew },
      subject: id,
      detail: { isNew, bytes: bytes.length, from: from.kind },
      revisions,
    }
  })
}

function addCapture(
  desk: RecordDesk,
  { type, id, status, content }: Capturable,
  capture: Capture,
): Promise<Revision[]> {
  const proposal = { type, id, content: { ...content, captures: [...content.captures, capture] } } as Proposal
  return write(desk, [toRevision(proposal, { status, act: desk.act })])
}

function findCapturable(db: NewsroomDb, id: DocumentId | EvidenceId): Promise<Capturable> {
  const document = parseId('document', id)
  return document ? findEntryOf(db, 'document', document) : findEntryOf(db, 'evidence', id as EvidenceId)
}

function assertSize({ length }: Uint8Array): void {
  if (length === 0) {
    throw new OnrecordError('bad-input', 'The file is empty, so there is nothing to capture.', {
      remedy: 'See that it was saved whole, and try again.',
    })
  }
  if (length <= PAGE_LIMITS.maxBytes) return
  const megabytes = Math.ceil(length / 1_000_000)
  throw new OnrecordError('bad-input', `The file has ${megabytes} MB; at most 25 MB can be captured.`, {
    remedy: 'Cut out the part that the claim rests on, and capture that; keep the whole file where you keep films.',
  })
}
