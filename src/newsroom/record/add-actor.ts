import type { ActorId } from '../../ids.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'
import type { Draft } from './entry-slug.ts'

/**
 * Adds an actor under all the names it goes by, as a draft.
 *
 * @param options `despite`: it is another one than those the record has under one of its names
 * @throws OnrecordError `refused`, naming them, when there are such actors, or for a circle of memberships; `bad-input`
 */
export const addActor = (
  newsroom: Newsroom,
  actor: Draft<'actor'>,
  options: { readonly despite?: boolean } = {},
): Promise<ActorId> => addEntry(newsroom, 'add-actor', { type: 'actor', content: actor, ...options })
