import type { DocumentId } from '../../ids.ts'
import type { SourceDocument } from '../../record/source-document.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'

/** Adds something published, as a draft: a statement, a dispatch, a post, a page. @throws OnrecordError `bad-input` */
export const addDocument = (newsroom: Newsroom, document: SourceDocument): Promise<DocumentId> =>
  addEntry(newsroom, 'add-document', { type: 'document', content: document })
