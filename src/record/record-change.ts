import type { EventId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Entry, EntryId, EntryType } from './entry.ts'

/**
 * One line of the record's public history, in the order of `sequence`. History never gets shorter: an erased entry's
 * line stays and says so.
 */
export interface RecordChange {
  readonly sequence: number
  readonly at: Instant
  readonly type: EntryType
  readonly id: EntryId
  /** The event it concerns; null for places, actors, sources and documents. */
  readonly eventId: EventId | null
  readonly kind: 'added' | 'revised' | 'retracted' | 'denied' | 'withdrawn' | 'restored' | 'merged' | 'erased'
  /** The newsroom's reason; null for a first revision. */
  readonly reason: string | null
  /**
   * The entry before; for a new claim that revises, retracts or denies another, that other one. Null when it was added,
   * or when the text of that revision is erased.
   */
  readonly before: Entry | null
  /** The entry after; null when its text is erased. */
  readonly after: Entry | null
}
