import type { EventId } from '../../ids.ts'
import type { Newsroom } from '../newsroom.ts'
import { addEntry } from './add-entry.ts'
import type { Draft } from './entry-slug.ts'

/**
 * Records that something is said to have happened, as a draft: it goes live by `publishEntry`, once there is a claim of it.
 *
 * @throws OnrecordError `bad-input` (31 June), `not-found` for a place that is not recorded, `refused` for a circle of parts
 */
export const recordEvent = (newsroom: Newsroom, event: Draft<'event'>): Promise<EventId> =>
  addEntry(newsroom, 'record-event', { type: 'event', content: event })
