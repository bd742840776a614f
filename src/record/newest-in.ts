import type { Instant } from '../time.ts'
import type { EntryHead } from './entry.ts'
import type { RecordSet } from './record-set.ts'

const EARLIEST = '1970-01-01T00:00:00.000Z' as Instant

/** When the newest thing that a set holds was recorded: the hour as of which it speaks. */
export function newestIn(set: RecordSet): Instant {
  let newest = EARLIEST
  for (const entries of Object.values(set) as ReadonlyMap<string, EntryHead>[]) {
    for (const { recordedAt } of entries.values()) if (recordedAt > newest) newest = recordedAt
  }
  return newest
}
