import type { EditionDb } from './edition-db.ts'
import { minuteAt } from './search/search-position.ts'
import type { EditionTables } from './tables.ts'

/** What readers can see; not the numbers by which the edition follows the newsroom. */
export const CONTENT = [
  'newspaper',
  'sections',
  'authors',
  'stories',
  'listings',
  'listing_months',
  'gone',
  'front_slots',
  'house_pages',
  'story_versions',
  'corrections',
  'pictures',
  'picture_files',
  'story_pictures',
  'author_pictures',
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
  tables.push(...(await searchLines(db)), ...(await evidenceLines(db)))
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

/** Which of the free places within its minute a document has got may differ, where two wanted the same. */
async function searchLines(db: EditionDb): Promise<string[]> {
  const rows = await db
    .selectFrom('search_documents')
    .select(['id', 'kind', 'position', 'words'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, position, words }) =>
    JSON.stringify({ id, kind, minute: minuteAt(position), words }).replace(/^/, 'search_documents '),
  )
}

/** What was salted by chance is another each time that a newsroom does the same: only what was said of what is compared. */
async function evidenceLines(db: EditionDb): Promise<string[]> {
  const rows = await db.selectFrom('evidence_log').select(['number', 'key', 'commitment']).orderBy('number').execute()
  return rows.map(
    ({ number, key, commitment }) => `evidence_log ${JSON.stringify({ number, key, isPublic: commitment !== null })}`,
  )
}
