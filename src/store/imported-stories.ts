import type { StoryGroupId, StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Where a story came from: the source's own name for it, and a hash of what it said. */
export interface ImportedStory {
  readonly foreignId: string
  readonly contentHash: string
  readonly storyId: StoryId
  /** A hash of its words alone; null, or left out, where they are too few to know it by. */
  readonly wordsHash?: string | null
  /** What its source calls the group of its language versions; null, or left out, for one that stands alone. */
  readonly translationGroup?: string | null
  /** Was it public where it came from? Left out, it was. */
  readonly wasPublic?: boolean
  /** Does it stand for a story that had come in before, with the same words? Left out, it does not. */
  readonly isDuplicate?: boolean
}

const COLUMNS = [
  'foreign_id',
  'content_hash',
  'story_id',
  'words_hash',
  'translation_group',
  'was_public',
  'is_duplicate',
] as const

interface Row {
  readonly foreign_id: string
  readonly content_hash: string
  readonly story_id: string
  readonly words_hash: string | null
  readonly translation_group: string | null
  readonly was_public: number
  readonly is_duplicate: number
}

const toImported = (row: Row): Required<ImportedStory> => ({
  foreignId: row.foreign_id,
  contentHash: row.content_hash,
  storyId: row.story_id as StoryId,
  wordsHash: row.words_hash,
  translationGroup: row.translation_group,
  wasPublic: row.was_public === 1,
  isDuplicate: row.is_duplicate === 1,
})

/** What an earlier import left of these items. */
export async function importedFrom(
  db: NewsroomDb,
  source: string,
  foreignIds: readonly string[],
): Promise<Map<string, Required<ImportedStory>>> {
  if (foreignIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('imported_stories')
    .where('source', '=', source)
    .where('foreign_id', 'in', foreignIds)
    .select(COLUMNS)
    .execute()
  return new Map(rows.map((row) => [row.foreign_id, toImported(row)]))
}

/** Remembers what was imported, so that a rerun changes nothing. */
export async function rememberImported(
  tx: NewsroomTx,
  source: string,
  stories: readonly ImportedStory[],
  at: Instant,
): Promise<void> {
  if (stories.length === 0) return
  await tx
    .insertInto('imported_stories')
    .values(
      stories.map((story) => ({
        source,
        foreign_id: story.foreignId,
        content_hash: story.contentHash,
        story_id: story.storyId,
        imported_at: at,
        words_hash: story.wordsHash ?? null,
        translation_group: story.translationGroup ?? null,
        was_public: story.wasPublic === false ? 0 : 1,
        is_duplicate: story.isDuplicate === true ? 1 : 0,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source', 'foreign_id']).doUpdateSet((set) => ({
        content_hash: set.ref('excluded.content_hash'),
        story_id: set.ref('excluded.story_id'),
        imported_at: set.ref('excluded.imported_at'),
        words_hash: set.ref('excluded.words_hash'),
        translation_group: set.ref('excluded.translation_group'),
        was_public: set.ref('excluded.was_public'),
        is_duplicate: set.ref('excluded.is_duplicate'),
      })),
    )
    .execute()
}

/** Imported stories with the headline that they have here now. */
const withHeadlines = (db: NewsroomDb) =>
  db
    .selectFrom('imported_stories')
    .innerJoin('stories', 'stories.id', 'imported_stories.story_id')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )

/** A story that is here already, by what it is called at its source and here. */
export interface SameWords {
  readonly storyId: StoryId
  readonly source: string
  readonly foreignId: string
  readonly wasPublic: boolean
  readonly headline: string
}

/** A story that came in with each of these words, the first of those that were public if there is one. */
export async function importedWithWords(
  db: NewsroomDb,
  wordsHashes: readonly string[],
): Promise<Map<string, SameWords>> {
  if (wordsHashes.length === 0) return new Map()
  const rows = await withHeadlines(db)
    .where('words_hash', 'in', wordsHashes)
    .where('is_duplicate', '=', 0)
    .select(['words_hash', 'stories.id', 'source', 'foreign_id', 'was_public', 'story_revisions.headline'])
    // The last of each stands: the earliest among those that were public.
    .orderBy('was_public')
    .orderBy('imported_at', 'desc')
    .orderBy('source', 'desc')
    .orderBy('foreign_id', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.words_hash ?? '',
      {
        storyId: row.id as StoryId,
        source: row.source,
        foreignId: row.foreign_id,
        wasPublic: row.was_public === 1,
        headline: row.headline,
      },
    ]),
  )
}

/** A language version that came in before. */
export interface VersionInGroup {
  readonly translationGroup: string
  readonly storyId: StoryId
  readonly groupId: StoryGroupId
  readonly language: string
  readonly translatedFrom: StoryId | null
  readonly publishedAt: Instant | null
}

/** The language versions that came in under these groups of a source. */
export async function importedInGroups(
  db: NewsroomDb,
  source: string,
  translationGroups: readonly string[],
): Promise<VersionInGroup[]> {
  if (translationGroups.length === 0) return []
  const rows = await db
    .selectFrom('imported_stories')
    .innerJoin('stories', 'stories.id', 'imported_stories.story_id')
    .where('source', '=', source)
    .where('translation_group', 'in', translationGroups)
    .where('is_duplicate', '=', 0)
    .select(['translation_group', 'stories.id', 'group_id', 'language', 'translated_from'])
    .select('first_published_at')
    .orderBy('stories.id')
    .execute()
  return rows.map((row) => ({
    translationGroup: row.translation_group ?? '',
    storyId: row.id as StoryId,
    groupId: row.group_id as StoryGroupId,
    language: row.language,
    translatedFrom: row.translated_from as StoryId | null,
    publishedAt: row.first_published_at as Instant | null,
  }))
}

/** What a story is called at its source and here. */
export interface ImportedName {
  readonly foreignId: string
  readonly headline: string
}

/** Those of these stories that came from a source. */
export async function amongImported(
  db: NewsroomDb,
  source: string,
  ids: readonly StoryId[],
): Promise<Map<StoryId, ImportedName>> {
  if (ids.length === 0) return new Map()
  const rows = await withHeadlines(db)
    .select(['stories.id', 'foreign_id', 'story_revisions.headline'])
    .where('stories.id', 'in', ids)
    .where('source', '=', source)
    .where('is_duplicate', '=', 0)
    .execute()
  return new Map(rows.map((row) => [row.id as StoryId, { foreignId: row.foreign_id, headline: row.headline }]))
}

/** Every story that came from a source. */
export async function storiesFrom(db: NewsroomDb, source: string): Promise<StoryId[]> {
  const rows = await db
    .selectFrom('imported_stories')
    .select('story_id')
    .where('source', '=', source)
    .where('is_duplicate', '=', 0)
    .execute()
  return rows.map((row) => row.story_id as StoryId)
}
