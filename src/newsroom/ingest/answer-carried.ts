import { comparedText, overlapOf } from '../../intake/text-overlap.ts'
import { OnrecordError } from '../../errors.ts'
import type { ClaimId, DocumentId, IncomingCopyId } from '../../ids.ts'
import type { Appearance } from '../../record/appearance.ts'
import type { EntryOf } from '../../record/entry.ts'
import { forgetRefusal, keepCarriedAnswer } from '../../store/carried-answers.ts'
import type { IncomingCopy } from '../../store/incoming-copy.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { namedBy } from '../../store/record-links.ts'
import { entriesById } from '../../store/record-log.ts'
import { perform } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import type { Newsroom } from '../newsroom.ts'
import { addAppearance } from '../record/add-appearance.ts'
import { amendEntry } from '../record/amend-entry.ts'
import { checkEntries } from '../record/check-entries.ts'
import { findEntryOf } from '../record/find-entry.ts'
import { performOnRecord, toRevision, write } from '../record/record-act.ts'
import { findIncoming } from './find-incoming.ts'
import { findOverlaps, type FoundOverlap, QUOTED_SHARE } from './find-overlaps.ts'
import { documentOf } from './incoming-document.ts'
import { FEWEST_QUOTED } from './mark-texts.ts'

/** A proposal: that an item carries the words of something. */
export interface CarriedQuestion {
  readonly id: IncomingCopyId
  /** What its words are of: a claim, a document, other incoming copy. */
  readonly ofId: string
}

/**
 * Somebody says that an item carries the words of something else, and the record says it from then on:
 *
 * of a claim, the item's document is one more appearance of it; of a document or of other copy, the item's document prints
 * that one (`wireOf`), and each claim that appears there and is quoted here appears here too, taken from there. However
 * many carry a statement, it stays one claim of one origin.
 *
 * @see record.md 1.1 (Appearance, Document) and 1.4 (independent origins)
 * @throws OnrecordError `forbidden`, `not-found`, `refused` when the words are not shared any more
 */
export async function acceptCarried(newsroom: Newsroom, { id, ofId }: CarriedQuestion): Promise<DocumentId> {
  await assertMay(newsroom.db, newsroom.actor, 'answer-carried')
  const copy = await findIncoming(newsroom.db, id)
  const overlaps = await findOverlaps(newsroom.db, copy)
  const documentId = await carry(newsroom, copy, carriedBy(overlaps, ofId), overlaps)
  await answer(newsroom, { id, ofId }, 'accepted')
  return documentId
}

/** Somebody says that it does not: it is not proposed again. */
export const refuseCarried = (newsroom: Newsroom, question: CarriedQuestion): Promise<void> =>
  answer(newsroom, question, 'refused')

/** Takes a refusal back. */
export async function reconsiderCarried(newsroom: Newsroom, { id, ofId }: CarriedQuestion): Promise<void> {
  await perform(newsroom, 'answer-carried', async (tx) => {
    await findIncoming(tx, id)
    await forgetRefusal(tx, id, ofId)
    return { result: undefined, subject: id, detail: { of: ofId, answer: 'open' } }
  })
}

async function answer(newsroom: Newsroom, { id, ofId }: CarriedQuestion, said: 'accepted' | 'refused'): Promise<void> {
  await perform(newsroom, 'answer-carried', async (tx, at) => {
    await findIncoming(tx, id)
    await keepCarriedAnswer(tx, id, { ofId, answer: said, by: newsroom.actor.name, at })
    return { result: undefined, subject: id, detail: { of: ofId, answer: said } }
  })
}

function carriedBy(overlaps: readonly FoundOverlap[], ofId: string): FoundOverlap {
  const found = overlaps.find((one) => one.ofId === ofId)
  if (!found) {
    throw new OnrecordError('refused', 'The item does not share its words with that any more.', {
      remedy: 'Open it again: one of the two has changed.',
    })
  }
  if (found.kind !== 'story' && found.direction === 'carries') return found
  throw new OnrecordError('refused', 'That came later, or is a story of ours: this item does not carry its words.', {
    remedy: 'Look at it from the other side: open the one that came later.',
  })
}

async function carry(
  newsroom: Newsroom,
  copy: IncomingCopy,
  found: FoundOverlap,
  overlaps: readonly FoundOverlap[],
): Promise<DocumentId> {
  if (found.kind === 'claim') {
    const documentId = await documentOf(newsroom, copy)
    await appear(newsroom, { claimId: found.ofId as ClaimId, documentId, overlaps })
    return documentId
  }
  const upstream =
    found.kind === 'document'
      ? (found.ofId as DocumentId)
      : await documentOf(newsroom, await findIncoming(newsroom.db, found.ofId as IncomingCopyId))
  const documentId = await documentOf(newsroom, copy)
  await setWireOf(newsroom, documentId, upstream)
  for (const { content } of await appearancesIn(newsroom.db, upstream)) {
    const { claimId } = content
    const from = [{ kind: 'document', ofId: upstream, direction: 'carries' }] as const
    await appear(newsroom, { claimId, documentId, overlaps: from })
  }
  return documentId
}

interface Appearing {
  readonly claimId: ClaimId
  readonly documentId: DocumentId
  /** What the document shares its words with: where it may have taken the claim from. */
  readonly overlaps: readonly Pick<FoundOverlap, 'kind' | 'ofId' | 'direction'>[]
}

/** Records that a claim stood in a document, if its words do and that is not recorded yet. */
async function appear(newsroom: Newsroom, { claimId, documentId, overlaps }: Appearing): Promise<void> {
  const { db } = newsroom
  const known = await appearancesOf(db, claimId)
  if (known.some(({ content }) => content.documentId === documentId)) return
  const span = await quotedAt(db, claimId, documentId)
  if (!span) return
  const upstream = new Set<string>(
    overlaps.filter(({ kind, direction }) => kind === 'document' && direction === 'carries').map(({ ofId }) => ofId),
  )
  const from = known.find(({ content }) => content.withdrawnOn === null && upstream.has(content.documentId))
  const takenFrom: Appearance['takenFrom'] = from ? { kind: 'appearance', id: from.id } : { kind: 'unknown' }
  await addAppearance(newsroom, { claimId, documentId, span, takenFrom, via: [], viaText: null, withdrawnOn: null })
}

/** Where a document has the quoted words of a claim, in whichever language it has them; null where it has not. */
async function quotedAt(db: NewsroomDb, claimId: ClaimId, documentId: DocumentId): Promise<Appearance['span']> {
  const document = comparedText((await findEntryOf(db, 'document', documentId)).content.text ?? '')
  const { wording, translations } = (await findEntryOf(db, 'claim', claimId)).content
  for (const { text } of [wording, ...translations]) {
    const { ofOther, run } = overlapOf(document, comparedText(text))
    if (run && run.words >= FEWEST_QUOTED && ofOther >= QUOTED_SHARE) return run.one
  }
  return null
}

const appearancesOf = (db: NewsroomDb, claimId: ClaimId): Promise<EntryOf<'appearance'>[]> =>
  appearances(db, claimId, 'claimId')

/** Claims that stand in a document, as appearances in it. */
const appearancesIn = (db: NewsroomDb, documentId: DocumentId): Promise<EntryOf<'appearance'>[]> =>
  appearances(db, documentId, 'documentId')

async function appearances(
  db: NewsroomDb,
  id: ClaimId | DocumentId,
  field: 'claimId' | 'documentId',
): Promise<EntryOf<'appearance'>[]> {
  const entries = await entriesById(db, await namedBy(db, [id], [field]))
  return entries.flatMap((entry) => (entry.type === 'appearance' && entry.status !== 'withdrawn' ? [entry] : []))
}

/**
 * Says of a document which dispatch it prints. As long as it is a draft that is part of making it; once readers have it,
 * it is an amendment, with a reason. What it says already is left.
 */
async function setWireOf(newsroom: Newsroom, documentId: DocumentId, wireOf: DocumentId): Promise<void> {
  const { content, status } = await findEntryOf(newsroom.db, 'document', documentId)
  if (content.wireOf !== null) return
  const said = { ...content, wireOf }
  if (status !== 'draft') {
    const reason = 'It carries the words of another document.'
    await amendEntry(newsroom, { id: documentId, rev: null, content: said, reason })
    return
  }
  await performOnRecord(newsroom, 'add-document', async (desk) => {
    const proposals = await checkEntries(desk.tx, [{ type: 'document', id: documentId, content: said }])
    const rows = proposals.map((proposal) => toRevision(proposal, { status: 'draft', act: desk.act }))
    return { result: documentId, subject: documentId, revisions: await write(desk, rows) }
  })
}
