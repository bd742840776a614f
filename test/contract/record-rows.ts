import { madeRecord } from '../../bench/made-record.ts'
import { settleEvents } from '../../src/edition/apply-record-cells.ts'
import { writeEntries } from '../../src/edition/apply-record-rows.ts'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import { eventIdsAfter } from '../../src/edition/sweep.ts'
import type { EventId } from '../../src/ids.ts'

/** Fills the edition with a record of so many events, as a rebuild would. */
export async function fillRecord(edition: EditionDb, events: number): Promise<void> {
  for (const some of madeRecord(events)) await edition.transaction().execute((tx) => writeEntries(tx, some))
  for (let after: EventId | null = null; ; ) {
    const ids: EventId[] = await eventIdsAfter(edition, after, 200)
    await edition.transaction().execute((tx) => settleEvents(tx, ids))
    if (ids.length < 200) return
    after = ids.at(-1) ?? null
  }
}
