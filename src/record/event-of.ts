import type { EventId } from '../ids.ts'
import type { Revision } from './entry.ts'

/** Of a revision, whose it is and what it says; the types stay together. */
type Said<Some> = Some extends Revision ? Pick<Some, 'type' | 'id' | 'content'> : never

/**
 * The event that an entry is, or says it is about. Null for places, actors, sources and documents, for what is about a
 * claim and through it about an event, and where the text is erased.
 */
export function eventOf({ type, id, content }: Said<Revision>): EventId | null {
  if (type === 'event') return id
  if (content === null) return null
  if (type === 'claim') return content.about.eventId
  if (type === 'victim-group') return content.eventId
  return type === 'assessment' && content.subject.kind === 'cell' ? content.subject.eventId : null
}
