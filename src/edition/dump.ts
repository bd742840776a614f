import type { EditionDb } from './edition-db.ts'
import type { EditionTables } from './tables.ts'

/** What readers can see; not the numbers by which the edition follows the newsroom. */
const CONTENT = [
  'newspaper',
  'sections',
  'authors',
  'stories',
  'listings',
  'listing_months',
  'gone',
  'redirects',
  'record_log',
  'record_links',
  'record_slugs',
  'places',
  'actors',
  'events',
  'record_months',
  'victim_groups',
  'sources',
  'documents',
  'evidence',
  'claims',
  'appearances',
  'assessments',
  'event_parts',
  'event_actors',
  'event_places',
  'cells',
  'story_claims',
  'story_events',
] as const

/**
 * The edition's content as one canonical text: a line a row, tables, rows and columns in fixed order.
 *
 * Two editions that show readers the same have the same dump, on either database.
 */
export async function canonicalDump(db: EditionDb): Promise<string> {
  const tables = []
  for (const table of CONTENT) tables.push(...(await linesOf(db, table)))
  return `${tables.join('\n')}\n`
}

async function linesOf(db: EditionDb, table: (typeof CONTENT)[number]): Promise<string[]> {
  const rows = await db
    .selectFrom(table as keyof EditionTables)
    .selectAll()
    .execute()
  return rows
    .map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))),
    )
    .sort()
    .map((line) => `${table} ${line}`)
}
