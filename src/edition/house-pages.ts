import type { StoryDocument } from '../story/document.ts'
import { HOUSE_PAGES, type HousePage, type HousePageKind } from '../story/house-page.ts'
import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'

/** Which page the paper has in which language. */
export interface KnownHousePage {
  readonly kind: HousePageKind
  readonly language: Language
  readonly title: string
}

/** The pages on which the paper speaks of itself, in their order, without their text. */
export async function knownHousePages(db: EditionDb): Promise<KnownHousePage[]> {
  const rows = await db.selectFrom('house_pages').select(['kind', 'language', 'title']).execute()
  return rows
    .map((row) => ({ ...row, kind: row.kind as HousePageKind }))
    .sort((one, other) => HOUSE_PAGES.indexOf(one.kind) - HOUSE_PAGES.indexOf(other.kind))
}

/** One of them, whole. */
export async function housePage(
  db: EditionDb,
  kind: HousePageKind,
  language: Language,
): Promise<HousePage | undefined> {
  const row = await db
    .selectFrom('house_pages')
    .selectAll()
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirst()
  return (
    row && {
      kind,
      language,
      title: row.title,
      body: JSON.parse(row.body) as StoryDocument,
      updatedAt: row.updated_at as Instant,
    }
  )
}

/** Puts these pages in place of all that were there. */
export async function replaceHousePages(tx: EditionTx, pages: readonly HousePage[]): Promise<void> {
  await tx.deleteFrom('house_pages').execute()
  if (pages.length === 0) return
  const rows = pages.map(({ kind, language, title, body, updatedAt }) => ({
    kind,
    language,
    title,
    body: JSON.stringify(body),
    updated_at: updatedAt,
  }))
  await tx.insertInto('house_pages').values(rows).execute()
}
