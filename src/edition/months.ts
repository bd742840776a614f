import type { Language } from '../story/story.ts'
import type { Month } from '../story/time.ts'
import type { EditionDb } from './edition-db.ts'
import type { ListKey } from './tags.ts'

/** How many stories a list holds in a month. */
export interface ListedMonth {
  readonly month: Month
  readonly stories: number
}

/** The months in which a list has stories, newest first. */
export async function monthsOf(db: EditionDb, list: ListKey, language: Language): Promise<ListedMonth[]> {
  const rows = await db
    .selectFrom('listing_months')
    .select(['month', 'stories'])
    .where('list', '=', list)
    .where('language', '=', language)
    .orderBy('month', 'desc')
    .execute()
  return rows.map((row) => ({ month: row.month as Month, stories: row.stories }))
}
