import type { SourceId } from '../../ids.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'
import type { Draft } from './entry-slug.ts'

/**
 * Adds somebody who says things or carries what others said, as a draft. Of an unnamed source only its description is
 * recorded here, word for word; who it is, is sealed elsewhere.
 *
 * @param options `despite`: it is another one than those the record has under one of its names
 * @throws OnrecordError `refused`, naming them, when there are such sources; `bad-input`
 */
export const addSource = (
  newsroom: Newsroom,
  source: Draft<'source'>,
  options: { readonly despite?: boolean } = {},
): Promise<SourceId> => addEntry(newsroom, 'add-source', { type: 'source', content: source, ...options })
