import type { Selectable } from 'kysely'
import type { PersonaId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { GoneStory, PublicStory } from '../story/public-story.ts'
import type { Language, Publication } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { precisionOf, toStory } from './story-rows.ts'
import type { GoneRow } from './tables.ts'
import type { ListKey } from './tags.ts'

/** What stands at an address: a story, what is left of one, or the way to where it went. */
export type AtPath =
  | { readonly kind: 'story'; readonly story: PublicStory }
  | { readonly kind: 'gone'; readonly story: GoneStory }
  | { readonly kind: 'moved'; readonly to: string; readonly storyId: StoryId }
  | { readonly kind: 'nothing' }

/** Looks an address up: a live story first, then a withdrawn one, then a former address. */
export async function lookUp(db: EditionDb, path: string): Promise<AtPath> {
  const story = await db.selectFrom('stories').selectAll().where('path', '=', path).executeTakeFirst()
  if (story) return { kind: 'story', story: toStory(story) }
  const gone = await db.selectFrom('gone').selectAll().where('path', '=', path).executeTakeFirst()
  if (gone) return { kind: 'gone', story: toGone(gone) }
  const moved = await db.selectFrom('redirects').selectAll().where('from_path', '=', path).executeTakeFirst()
  return moved ? { kind: 'moved', to: moved.to_path, storyId: moved.story_id as StoryId } : { kind: 'nothing' }
}

/** Where the first of these former addresses leads that leads anywhere. */
export async function firstMoved(
  db: EditionDb,
  addresses: readonly string[],
): Promise<Extract<AtPath, { kind: 'moved' }> | undefined> {
  if (addresses.length === 0) return undefined
  const rows = await db.selectFrom('redirects').selectAll().where('from_path', 'in', addresses).execute()
  const first = addresses.find((address) => rows.some(({ from_path }) => from_path === address))
  const found = rows.find(({ from_path }) => from_path === first)
  return found && { kind: 'moved', to: found.to_path, storyId: found.story_id as StoryId }
}

/** What is left of a withdrawn story, as it was read. */
export const toGone = (row: Selectable<GoneRow>): GoneStory => ({
  id: row.story_id as StoryId,
  language: row.language,
  path: row.path,
  sectionIds: JSON.parse(row.section_ids) as SectionId[],
  bylines: JSON.parse(row.author_ids) as PersonaId[],
  firstPublished: { at: row.first_published_at as Instant, precision: precisionOf(row.first_published_precision) },
  killedAt: row.killed_at as Instant,
  notice: row.notice,
})

/** A language version of a story. */
export interface Translation {
  readonly id: StoryId
  readonly language: Language
  readonly path: string
  readonly headline: string
}

/** All language versions of a story, in order of language. */
export async function translationsOf(db: EditionDb, groupId: StoryGroupId): Promise<Translation[]> {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'language', 'path', 'headline'])
    .where('group_id', '=', groupId)
    .orderBy('language')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as StoryId }))
}

/** The newest stories of a list with their whole text, for feeds. */
export async function newestWholeStories(
  db: EditionDb,
  { list, language, limit }: { list: ListKey; language: Language; limit: number },
): Promise<PublicStory[]> {
  const rows = await db
    .selectFrom('listings')
    .innerJoin('stories', 'stories.id', 'listings.story_id')
    .selectAll('stories')
    .where('listings.list', '=', list)
    .where('listings.language', '=', language)
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.story_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toStory)
}

/** One line of a sitemap. */
export interface SitemapStory {
  readonly path: string
  readonly groupId: StoryGroupId
  readonly language: Language
  readonly firstPublished: Publication
  readonly updatedAt: Instant
}

/** Every story of a month in every language, oldest first. */
export async function storiesForSitemap(db: EditionDb, month: Month): Promise<SitemapStory[]> {
  const rows = await db
    .selectFrom('stories')
    .select(['path', 'group_id', 'language', 'first_published_at', 'first_published_precision', 'updated_at'])
    .where('month', '=', month)
    .orderBy('first_published_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    path: row.path,
    groupId: row.group_id as StoryGroupId,
    language: row.language,
    firstPublished: { at: row.first_published_at as Instant, precision: precisionOf(row.first_published_precision) },
    updatedAt: row.updated_at as Instant,
  }))
}
