import type { IncomingStory } from '../../intake/incoming.ts'
import type { DocumentId } from '../../ids.ts'
import { copyNoting, copyOfDocument, type IncomingCopy, updateCopy } from '../../store/incoming-copy.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { forgetMarks } from '../../store/text-marks.ts'
import { DOCUMENT_VERSION } from '../../story/document.ts'
import type { Instant } from '../../time.ts'

/**
 * What is erased from the record goes from the desk too: the copy that a document was made from, what other copy says of
 * it, and the numbers by which its words could be tested. The line of the item stays, empty, so that its source does not
 * bring the same text again.
 */
export async function eraseCopyOf(
  tx: NewsroomTx,
  documentId: DocumentId,
  { now, by }: { now: Instant; by: string },
): Promise<void> {
  const copy = await copyOfDocument(tx, documentId)
  const gone: readonly string[] = [documentId, ...(copy ? [copy.id] : [])]
  await forgetMarks(tx, gone)
  if (copy) await updateCopy(tx, emptied(copy, { now, by }))
  for (const other of await copyNoting(tx, gone)) {
    await updateCopy(tx, { ...other, overlaps: other.overlaps.filter(({ ofId }) => !gone.includes(ofId)) })
  }
}

const ERASED = 'Erased'

const emptied = (copy: IncomingCopy, { now, by }: { now: Instant; by: string }): IncomingCopy => ({
  ...copy,
  headline: ERASED,
  story: { ...EMPTY, foreignId: copy.foreignId },
  saidBefore: null,
  words: '',
  overlaps: [],
  state: copy.state === 'taken' ? 'taken' : 'dismissed',
  settled: copy.settled ?? { by, at: now },
  openedAt: copy.openedAt ?? now,
})

const EMPTY: IncomingStory = {
  kind: 'story',
  foreignId: '',
  address: null,
  slug: null,
  translationGroup: null,
  status: 'private',
  published: null,
  updatedAt: null,
  kicker: null,
  headline: ERASED,
  standfirst: '',
  sectionPath: [],
  bylines: [],
  keywords: [],
  language: null,
  body: { type: 'doc', version: DOCUMENT_VERSION, content: [] },
  pictures: [],
  redirectsFrom: [],
  problems: [],
}
