import type { EventId } from '../../ids.ts'
import type { Ledger } from '../../record/ledger.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Instant } from '../../time.ts'

/** What a story's page shows of the record, as it stands when the page is made. */
export interface StoryRecord {
  /** The events that the story draws, their families, and the claims behind its figures. */
  readonly set: RecordSet
  /** Who says what, for each event of which the body has a box. */
  readonly ledgers: ReadonlyMap<EventId, Ledger>
  readonly asOf: Instant
  /** What moved behind the story's figures after it was published, oldest first. */
  readonly changesSince: readonly RecordChange[]
}
