import type { EditionDb } from './edition-db.ts'
import { recordTotals } from './record-lists.ts'

/** How many rows each table of the open data has. */
export async function countRows(db: EditionDb) {
  const { events, claims, cells, documents, appearances, actors, places } = await recordTotals(db)
  const count = async (table: 'victim_groups' | 'assessments' | 'record_log') =>
    (
      await db
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows
  return {
    cells,
    events,
    claims,
    appearances,
    documents,
    actors,
    places,
    victim_groups: await count('victim_groups'),
    assessments: await count('assessments'),
    changes: await count('record_log'),
  }
}
