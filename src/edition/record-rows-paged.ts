import type { Selectable } from 'kysely'
import type { EditionDb } from './edition-db.ts'
import type { EditionTables } from './tables.ts'

/** The tables that researchers take as files, one row after the other. */
export const DATA_TABLES = [
  'events',
  'claims',
  'cells',
  'appearances',
  'documents',
  'sources',
  'actors',
  'places',
  'victim_groups',
  'assessments',
] as const
export type DataTable = (typeof DATA_TABLES)[number]

/**
 * The next rows of a table in the order of their ids: page on with the last of a page. Each page is one walk along an
 * index, so that a whole table streams in the memory of a page.
 */
export async function rowsAfter<Table extends DataTable>(
  db: EditionDb,
  table: Table,
  { after, limit }: { after: string | null; limit: number },
): Promise<Selectable<EditionTables[Table]>[]> {
  const rows: unknown[] = await db
    // One table stands for all: every one of them has an id.
    .selectFrom(table as 'events')
    .selectAll()
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as Selectable<EditionTables[Table]>[]
}
