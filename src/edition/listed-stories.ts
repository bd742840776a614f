import type { Figure } from '../story/document.ts'
import type { PersonaId, SectionId, StoryId } from '../ids.ts'
import type { Language, Publication, StoryNote } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { precisionOf } from './story-rows.ts'
import type { ListKey } from './tags.ts'

/** A story as it stands in a list: everything but its text. */
export interface ListedStory {
  readonly id: StoryId
  readonly language: Language
  readonly path: string
  readonly kicker: string | null
  readonly headline: string
  readonly standfirst: string
  readonly sectionIds: readonly SectionId[]
  readonly authorIds: readonly PersonaId[]
  readonly firstPublished: Publication
  readonly updatedAt: Instant
  readonly isCorrected: boolean
  readonly words: number
  readonly leadFigure: Figure | null
}

/** Where a page of a list ended: the next one begins with what is older. */
export interface ListPosition {
  readonly publishedAt: Instant
  readonly storyId: StoryId
}

/** The newest stories of a list, newest first; or those older than `before`. */
export async function newestStories(
  db: EditionDb,
  { list, language, limit, before }: { list: ListKey; language: Language; limit: number; before: ListPosition | null },
): Promise<ListedStory[]> {
  let query = selectListed(db)
    .where('listings.list', '=', list)
    .where('listings.language', '=', language)
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.story_id', 'desc')
    .limit(limit)
  if (before) {
    const { publishedAt, storyId } = before
    // Row values compare pairwise, so one index range answers this.
    query = query.where((where) =>
      where(where.refTuple('listings.published_at', 'listings.story_id'), '<', where.tuple(publishedAt, storyId)),
    )
  }
  return (await query.execute()).map(toListed)
}

/** The first stories of a list, oldest first: where a series begins. */
export async function oldestStories(
  db: EditionDb,
  { list, language, limit }: { list: ListKey; language: Language; limit: number },
): Promise<ListedStory[]> {
  const rows = await selectListed(db)
    .where('listings.list', '=', list)
    .where('listings.language', '=', language)
    .orderBy('listings.published_at')
    .orderBy('listings.story_id')
    .limit(limit)
    .execute()
  return rows.map(toListed)
}

/** The stories of a list in one month, oldest first. */
export async function storiesOfMonth(
  db: EditionDb,
  { list, language, month }: { list: ListKey; language: Language; month: Month },
): Promise<ListedStory[]> {
  const rows = await selectListed(db)
    .where('listings.list', '=', list)
    .where('listings.language', '=', language)
    .where('listings.month', '=', month)
    .orderBy('listings.published_at')
    .orderBy('listings.story_id')
    .execute()
  return rows.map(toListed)
}

/** What a list reads of a story. */
export const COLUMNS_LISTED = [
  'stories.id',
  'stories.language',
  'stories.path',
  'stories.kicker',
  'stories.headline',
  'stories.standfirst',
  'stories.section_ids',
  'stories.author_ids',
  'stories.first_published_at',
  'stories.first_published_precision',
  'stories.updated_at',
  'stories.notes',
  'stories.words',
  'stories.lead_figure',
] as const

const selectListed = (db: EditionDb) =>
  db.selectFrom('listings').innerJoin('stories', 'stories.id', 'listings.story_id').select(COLUMNS_LISTED)

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectListed>['execute']>>[number]

/** A story as it was read for a list. */
export const toListed = (row: ListedRow): ListedStory => ({
  id: row.id as StoryId,
  language: row.language,
  path: row.path,
  kicker: row.kicker,
  headline: row.headline,
  standfirst: row.standfirst,
  sectionIds: JSON.parse(row.section_ids) as SectionId[],
  authorIds: JSON.parse(row.author_ids) as PersonaId[],
  firstPublished: { at: row.first_published_at as Instant, precision: precisionOf(row.first_published_precision) },
  updatedAt: row.updated_at as Instant,
  isCorrected: (JSON.parse(row.notes) as StoryNote[]).some((note) => note.kind === 'correction'),
  words: row.words,
  leadFigure: row.lead_figure === null ? null : (JSON.parse(row.lead_figure) as Figure),
})
