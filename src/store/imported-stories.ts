import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Where a story came from: the source's own name for it, and a hash of what it said. */
export interface ImportedStory {
  readonly foreignId: string
  readonly contentHash: string
  readonly storyId: StoryId
}

/** What an earlier import left of these items. */
export async function importedFrom(
  db: NewsroomDb,
  source: string,
  foreignIds: readonly string[],
): Promise<Map<string, ImportedStory>> {
  if (foreignIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('imported_stories')
    .where('source', '=', source)
    .where('foreign_id', 'in', foreignIds)
    .select(['foreign_id', 'content_hash', 'story_id'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.foreign_id,
      { foreignId: row.foreign_id, contentHash: row.content_hash, storyId: row.story_id as StoryId },
    ]),
  )
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
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source', 'foreign_id']).doUpdateSet((set) => ({
        content_hash: set.ref('excluded.content_hash'),
        imported_at: set.ref('excluded.imported_at'),
      })),
    )
    .execute()
}

/** Every story that came from a source. */
export async function storiesFrom(db: NewsroomDb, source: string): Promise<StoryId[]> {
  const rows = await db.selectFrom('imported_stories').select('story_id').where('source', '=', source).execute()
  return rows.map((row) => row.story_id as StoryId)
}
