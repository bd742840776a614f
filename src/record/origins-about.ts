import { cellKey, propositionKey } from './cells-of.ts'
import type { About } from './claim.ts'
import { standingEvent } from './event-family.ts'
import type { RecordSet } from './record-set.ts'

/**
 * One key for all claims that speak of the same thing: of one cell, or of one proposition. What was said of an event
 * that turned out to be another one is said of that one.
 */
export function aboutKey(set: RecordSet, about: About): string {
  const known = keysOfSet.get(set) ?? new Map<About, string>()
  keysOfSet.set(set, known)
  const key = known.get(about) ?? newKey(set, about)
  known.set(about, key)
  return key
}

const keysOfSet = new WeakMap<RecordSet, Map<About, string>>()

function newKey(set: RecordSet, about: About): string {
  const eventId = standingEvent(set, about.eventId)
  return about.kind === 'measure' ? cellKey({ ...about, eventId }) : propositionKey(eventId, about.proposition)
}
