import type { PlaceId } from '../../ids.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'
import type { Draft } from './entry-slug.ts'

/**
 * Adds a place to the newsroom's gazetteer, as a draft.
 *
 * @param options `despite`: it is another place than those the record has under one of its names
 * @throws OnrecordError `refused`, naming them, when there are such places; `bad-input`
 */
export const addPlace = (
  newsroom: Newsroom,
  place: Draft<'place'>,
  options: { readonly despite?: boolean } = {},
): Promise<PlaceId> => addEntry(newsroom, 'add-place', { type: 'place', content: place, ...options })
