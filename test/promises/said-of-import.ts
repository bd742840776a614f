import { canonicalDump } from '../../src/edition/dump.ts'
import type { NewsroomDb } from '../../src/store/newsroom-db.ts'
import type { House } from './house.ts'

/** What every id of the newsroom stands for, by names that are the same in every newsroom of this archive. */
async function namesOfIds(db: NewsroomDb): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { id, slug } of await db.selectFrom('sections').select(['id', 'slug']).execute()) names.set(id, slug)
  for (const { id, slug } of await db.selectFrom('personas').select(['id', 'slug']).execute()) names.set(id, slug)
  const rows = await db
    .selectFrom('imported_stories')
    .innerJoin('stories', 'stories.id', 'imported_stories.story_id')
    .select(['stories.id', 'stories.group_id', 'foreign_id'])
    .where('is_duplicate', '=', 0)
    .orderBy('foreign_id', 'desc')
    .execute()
  for (const { id, group_id, foreign_id } of rows) names.set(id, foreign_id).set(group_id, `group of ${foreign_id}`)
  return names
}

const TABLES = [
  'stories',
  'story_revisions',
  'story_publications',
  'redirects',
  'imported_stories',
  'import_links',
] as const

/** Columns that say when a row was written, and by which of many equal ways it was found: not what it says. */
const OF_THE_RUN = new Set(['created_at', 'imported_at'])

/**
 * Newsroom and edition as one text in which the same things have the same names. Of the evidence only what it is of:
 * its hashes rest on the hour and on chance.
 */
export async function everythingSaid({ newsroom, reader }: House): Promise<readonly string[]> {
  const names = await namesOfIds(newsroom.db)
  const lines: string[] = []
  for (const table of TABLES) {
    const rows = await newsroom.db.selectFrom(table).selectAll().execute()
    for (const row of rows) {
      const said = Object.entries(row).filter(([column]) => !OF_THE_RUN.has(column))
      lines.push(
        `${table} ${JSON.stringify(Object.fromEntries(said.toSorted(([one], [other]) => (one < other ? -1 : 1))))}`,
      )
    }
  }
  lines.push(...(await canonicalDump(reader)).split('\n'))
  return lines
    .map((line) => (line.startsWith('evidence_log ') ? (/"key":"[^"]*"/.exec(line)?.[0] ?? line) : line))
    .map((line) => line.replaceAll(/(?:sty|sec|per|grp)_[0-9a-z]{16}/g, (id) => names.get(id) ?? id))
    .toSorted((one, other) => (one < other ? -1 : 1))
}

/** What the one says and the other does not, some lines of it. */
export function differences(one: readonly string[], other: readonly string[]): string[] {
  const [ofOne, ofOther] = [new Set(one), new Set(other)]
  return [...one.filter((line) => !ofOther.has(line)), ...other.filter((line) => !ofOne.has(line))].slice(0, 8)
}
