import { quantityShort } from '../../record/quantity-words.ts'
import type { Entry } from '../../record/entry.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { Row } from './tables.ts'

/** One row for one change of the record. */
export const changeRow = (change: RecordChange): Row => ({
  sequence: change.sequence,
  recorded_at: change.at,
  entry_type: change.type,
  entry_id: change.id,
  event_id: change.eventId,
  change: change.kind,
  version: change.after?.rev ?? null,
  figure_before: figureOf(change.before),
  figure_after: figureOf(change.after),
  reason: change.reason,
})

const figureOf = (entry: Entry | null): string | null =>
  entry?.type === 'claim' && entry.content.figure ? quantityShort(entry.content.figure) : null
