import { OnrecordError } from '../../errors.ts'
import type { DocumentId, SourceId } from '../../ids.ts'
import type { SourceDocument } from '../../record/source-document.ts'
import type { IncomingCopy } from '../../store/incoming-copy.ts'
import { copyById, updateCopy } from '../../store/incoming-copy.ts'
import { inTransaction, type NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesById } from '../../store/record-log.ts'
import type { Newsroom } from '../newsroom.ts'
import { addDocument } from '../record/add-document.ts'
import { findEntryOf } from '../record/find-entry.ts'
import { storyOf, textOf } from './copy-text.ts'
import { findWatched } from './find-incoming.ts'
import { markWhatChanged } from './mark-texts.ts'

/** The record takes no longer text. */
const LONGEST_TITLE = 20_000
const LONGEST_TEXT = 2_000_000

/**
 * The document of the record that an item is: made as a draft the first time somebody takes the item up or cites it, with
 * its publisher, author, address, date, language and whole text. The text is for the newsroom alone.
 *
 * @throws OnrecordError `forbidden` for somebody who may not add to the record, `refused` once it was erased there
 */
export async function documentOf(newsroom: Newsroom, copy: IncomingCopy): Promise<DocumentId> {
  if (copy.documentId !== null) {
    if ((await entriesById(newsroom.db, [copy.documentId])).length > 0) return copy.documentId
    throw new OnrecordError('refused', 'The document of this item was erased from the record.', {
      remedy: 'Leave it, or add a document by hand, if it may stand there again.',
    })
  }
  const { sourceId } = await findWatched(newsroom.db, copy.watchedId)
  const document = await addDocument(newsroom, contentFrom(copy, await standing(newsroom.db, sourceId)))
  await inTransaction(newsroom.db, async (tx) => {
    const now = await copyById(tx, copy.id)
    if (now) await updateCopy(tx, { ...now, documentId: document })
  })
  // From now on other items are told that they carry this document, not that copy.
  await markWhatChanged(newsroom)
  return document
}

/** The source itself, or the one that it was merged into since. */
async function standing(db: NewsroomDb, id: SourceId): Promise<SourceId> {
  const { content } = await findEntryOf(db, 'source', id)
  return content.mergedInto === undefined ? id : standing(db, content.mergedInto)
}

function contentFrom(copy: IncomingCopy, publisherId: SourceId): SourceDocument {
  const story = storyOf(copy)
  const { published } = story
  const author = story.bylines.join(', ')
  return {
    publisherId,
    author: author === '' ? null : author,
    url: webAddress(story.address),
    title: copy.headline.slice(0, LONGEST_TITLE),
    publishedAt: published?.precision === 'minute' ? published.at : null,
    publishedOn: published?.precision === 'day' ? published.on : null,
    zone: null,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(copy.language ?? '') ? (copy.language ?? 'und') : 'und',
    wireOf: null,
    translationOf: null,
    captures: [],
    text: textOf(story).slice(0, LONGEST_TEXT),
  }
}

const webAddress = (address: string | null): string | null =>
  address !== null && address.length <= 2_000 && /^https?:$/.test(URL.parse(address)?.protocol ?? '') ? address : null
