import type { Language } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import type { ListKey } from './tags.ts'

/** How many stories a list holds in a month. */
export interface ListedMonth {
  readonly month: Month
  readonly stories: number
}

/** Each month that has stories, in any language, with the latest change to one of them; newest first. */
export async function monthsForSitemap(db: EditionDb): Promise<{ month: Month; updatedAt: Instant }[]> {
  const rows = await db
    .selectFrom('listing_months')
    .select((select) => [
      'month',
      select
        .selectFrom('stories')
        .whereRef('stories.month', '=', 'listing_months.month')
        .select((inner) => inner.fn.max('updated_at').as('latest'))
        .as('updated_at'),
    ])
    .where('list', '=', 'all')
    .groupBy('month')
    .orderBy('month', 'desc')
    .execute()
  return rows.flatMap((row) =>
    row.updated_at === null ? [] : [{ month: row.month as Month, updatedAt: row.updated_at as Instant }],
  )
}

/** The months in which a list has stories, newest first; at most so many of them where a limit is given. */
export async function monthsOf(
  db: EditionDb,
  list: ListKey,
  language: Language,
  limit: number | null = null,
): Promise<ListedMonth[]> {
  let query = db
    .selectFrom('listing_months')
    .select(['month', 'stories'])
    .where('list', '=', list)
    .where('language', '=', language)
    .orderBy('month', 'desc')
  if (limit !== null) query = query.limit(limit)
  return (await query.execute()).map((row) => ({ month: row.month as Month, stories: row.stories }))
}
