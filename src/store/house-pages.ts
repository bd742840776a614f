import type { StoryDocument } from '../story/document.ts'
import { HOUSE_PAGES, type HousePage, type HousePageKind } from '../story/house-page.ts'
import type { Language } from '../story/story.ts'
import { upcast } from '../story/upcast.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** The pages on which the paper speaks of itself, in their order, then by language. */
export async function readHousePages(db: NewsroomDb): Promise<HousePage[]> {
  const rows = await db.selectFrom('house_pages').selectAll().orderBy('language').execute()
  return rows
    .map((row) => ({
      kind: row.kind as HousePageKind,
      language: row.language,
      title: row.title,
      body: upcast(JSON.parse(row.body)) as StoryDocument,
      updatedAt: row.updated_at as Instant,
    }))
    .sort((one, other) => HOUSE_PAGES.indexOf(one.kind) - HOUSE_PAGES.indexOf(other.kind))
}

/** Puts a page in place of what stood there in its language. */
export async function writeHousePage(tx: NewsroomTx, page: HousePage): Promise<void> {
  const row = { title: page.title, body: JSON.stringify(page.body satisfies StoryDocument), updated_at: page.updatedAt }
  await tx
    .insertInto('house_pages')
    .values({ kind: page.kind, language: page.language, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'language']).doUpdateSet(row))
    .execute()
}

/** Takes a page away. @returns whether there was one */
export async function deleteHousePage(tx: NewsroomTx, kind: HousePageKind, language: Language): Promise<boolean> {
  const gone = await tx
    .deleteFrom('house_pages')
    .where('kind', '=', kind)
    .where('language', '=', language)
    .returning('kind')
    .execute()
  return gone.length > 0
}

/**
 * Takes away the pages that came with an import's stories, by the instant they share with them; a page written since
 * stays.
 */
export async function deletePagesOfImport(tx: NewsroomTx, source: string): Promise<void> {
  await tx
    .deleteFrom('house_pages')
    .where('updated_at', 'in', (stories) =>
      stories.selectFrom('imported_stories').select('imported_at').where('source', '=', source),
    )
    .execute()
}
