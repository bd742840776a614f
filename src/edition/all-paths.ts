import type { ClaimId } from '../ids.ts'
import type { EntryPageKind } from '../story/addresses.ts'
import type { Language } from '../story/story.ts'
import type { Month } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import type { ListKey } from './tags.ts'

/** Where a page of rows goes on: after this one, at most so many. */
export interface After<Key> {
  readonly after: Key | null
  readonly limit: number
}

/** Where every story stands, in order of their addresses. */
export async function storyPathsAfter(
  db: EditionDb,
  { after, limit }: After<string>,
): Promise<{ path: string; language: Language; versions: number }[]> {
  return db
    .selectFrom('stories')
    .select(['path', 'language', 'versions'])
    .where('path', '>', after ?? '')
    .orderBy('path')
    .limit(limit)
    .execute()
}

/** Where every withdrawn story stood. */
export async function gonePathsAfter(
  db: EditionDb,
  { after, limit }: After<string>,
): Promise<{ path: string; language: Language }[]> {
  return db
    .selectFrom('gone')
    .select(['path', 'language'])
    .where('path', '>', after ?? '')
    .orderBy('path')
    .limit(limit)
    .execute()
}

/** Every former address of a story. */
export async function formerPathsAfter(db: EditionDb, { after, limit }: After<string>): Promise<string[]> {
  const rows = await db
    .selectFrom('redirects')
    .select('from_path')
    .where('from_path', '>', after ?? '')
    .orderBy('from_path')
    .limit(limit)
    .execute()
  return rows.map((row) => row.from_path)
}

/** One month of one list in one language. */
export interface MonthOfList {
  readonly list: ListKey
  readonly language: Language
  readonly month: Month
}

/** Every month in which a list has stories, list by list. */
export async function listMonthsAfter(db: EditionDb, { after, limit }: After<MonthOfList>): Promise<MonthOfList[]> {
  const from = after ?? { list: '', language: '', month: '' }
  const rows = await db
    .selectFrom('listing_months')
    .select(['list', 'language', 'month'])
    .where((where) =>
      where(where.refTuple('list', 'language', 'month'), '>', where.tuple(from.list, from.language, from.month)),
    )
    .orderBy('list')
    .orderBy('language')
    .orderBy('month')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ list: row.list as ListKey, language: row.language, month: row.month as Month }))
}

/** Every slug under which entries of a type stand or stood. */
export async function slugsAfter(
  db: EditionDb,
  type: EntryPageKind,
  { after, limit }: After<string>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('record_slugs')
    .select('slug')
    .distinct()
    .where('type', '=', type)
    .where('slug', '>', after ?? '')
    .orderBy('slug')
    .limit(limit)
    .execute()
  return rows.map((row) => row.slug)
}

/** Every claim, in order of its id. */
export async function claimIdsAfter(db: EditionDb, { after, limit }: After<ClaimId>): Promise<ClaimId[]> {
  const rows = await db
    .selectFrom('claims')
    .select('id')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id as ClaimId)
}
