import { sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { Month } from '../time.ts'
import type { EditionTx } from './edition-db.ts'
import type { EditionTables } from './tables.ts'
import { type ListKey, monthsTag, type Tag } from './tags.ts'

/** One story in one list. */
export interface Listing {
  readonly list: ListKey
  readonly language: string
  readonly published_at: string
  readonly story_id: string
  readonly month: Month
}

/** Where these stories stand now. */
export async function listingsIn(tx: EditionTx, ids: readonly StoryId[]): Promise<Listing[]> {
  const rows = await tx.selectFrom('listings').selectAll().where('story_id', 'in', ids).execute()
  return rows.map((row) => ({ ...row, list: row.list as ListKey, month: row.month as Month }))
}

/**
 * Takes stories out of the lists they stood in and puts them into those they stand in now, and counts the months.
 *
 * @returns a tag for each list that won its first story of a month, or lost its last
 */
export async function replaceListings(
  tx: EditionTx,
  before: readonly Listing[],
  after: readonly Listing[],
): Promise<Tag[]> {
  const kept = new Set(after.map(keyOf))
  const known = new Set(before.map(keyOf))
  const leaving = before.filter((listing) => !kept.has(keyOf(listing)))
  const arriving = after.filter((listing) => !known.has(keyOf(listing)))
  for (const { list, language, published_at, story_id } of leaving) {
    await tx
      .deleteFrom('listings')
      .where('list', '=', list)
      .where('language', '=', language)
      .where('published_at', '=', published_at)
      .where('story_id', '=', story_id)
      .execute()
  }
  for (const rows of portions(arriving)) await tx.insertInto('listings').values(rows).execute()
  return countMonths(tx, leaving, arriving)
}

const keyOf = ({ list, language, published_at, story_id, month }: Listing): string =>
  [list, language, published_at, story_id, month].join(' ')

type MonthRow = EditionTables['listing_months']

const addToMonths = (tx: EditionTx, rows: readonly MonthRow[]): Promise<MonthRow[]> =>
  tx
    .insertInto('listing_months')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['list', 'language', 'month'])
        .doUpdateSet({ stories: sql`listing_months.stories + excluded.stories` }),
    )
    .returningAll()
    .execute()

/** Keeps the count of each list's months by what came and went: no month is counted over. */
async function countMonths(tx: EditionTx, leaving: readonly Listing[], arriving: readonly Listing[]): Promise<Tag[]> {
  const difference = new Map<string, { list: ListKey; language: string; month: string; stories: number }>()
  const add = ({ list, language, month }: Listing, stories: number) => {
    const key = `${list} ${language} ${month}`
    const known = difference.get(key)?.stories ?? 0
    difference.set(key, { list, language, month, stories: known + stories })
  }
  for (const listing of leaving) add(listing, -1)
  for (const listing of arriving) add(listing, 1)
  const counted: MonthRow[] = []
  for (const rows of portions([...difference.values()].filter((row) => row.stories !== 0))) {
    counted.push(...(await addToMonths(tx, rows)))
  }
  const empty = counted.filter((row) => row.stories <= 0)
  for (const { list, language, month } of empty) {
    await tx
      .deleteFrom('listing_months')
      .where('list', '=', list)
      .where('language', '=', language)
      .where('month', '=', month)
      .execute()
  }
  const isNew = (row: MonthRow) => difference.get(`${row.list} ${row.language} ${row.month}`)?.stories === row.stories
  return [...empty, ...counted.filter(isNew)].map(({ list, language }) => monthsTag(list as ListKey, language))
}
