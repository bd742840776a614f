import type { EntryId } from '../record/entry.ts'
import type { RecordChange } from '../record/record-change.ts'
import type { RecordSet } from '../record/record-set.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { recordChangesAfter } from './record-changes.ts'
import { setOfIds } from './record-sets.ts'

/** A line of the history whose text is gone. */
export interface ErasedLine {
  readonly sequence: number
  readonly recordedAt: Instant
  readonly erasedAt: Instant
}

/** The end of the record's history, with all that is needed to put it into words. */
export interface NewestChanges {
  /** Newest first. */
  readonly changes: readonly RecordChange[]
  readonly set: RecordSet
  /** Every line of the entries among them that were erased, however old. */
  readonly erased: readonly ErasedLine[]
}

export async function newestChanges(db: EditionDb, limit: number): Promise<NewestChanges> {
  const lines = await db.selectFrom('record_log').select('sequence').orderBy('sequence', 'desc').limit(limit).execute()
  const first = lines.at(-1)
  if (!first) return { changes: [], set: await setOfIds(db, []), erased: [] }
  const changes = (await recordChangesAfter(db, first.sequence - 1, limit)).toReversed()
  const ids = changes.flatMap(({ id, eventId, before }) => [id, eventId ?? id, before?.id ?? id])
  const gone = changes.filter(({ after }) => after === null).map(({ id }) => id)
  return { changes, set: await setOfIds(db, [...new Set(ids)]), erased: await erasedLines(db, [...new Set(gone)]) }
}

async function erasedLines(db: EditionDb, ids: readonly EntryId[]): Promise<ErasedLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('record_log')
    .select(['sequence', 'recorded_at', 'erased_at'])
    .where('id', 'in', ids)
    .where('erased_at', 'is not', null)
    .where('act', '!=', 'erase')
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    recordedAt: row.recorded_at as Instant,
    erasedAt: row.erased_at as Instant,
  }))
}
