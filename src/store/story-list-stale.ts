import type { StoryId } from '../ids.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** A translation whose original says more by now than when it was made. */
export interface StaleTranslation {
  readonly id: StoryId
  readonly originalId: StoryId
}

/** Translations that readers have or may soon have, and that have fallen behind; in order of id. */
export async function staleTranslations(db: NewsroomDb, limit: number): Promise<StaleTranslation[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('stories as originals', 'originals.id', 'stories.translated_from')
    .select(['stories.id', 'originals.id as original_id'])
    .where('stories.translated_from', 'is not', null)
    .where('stories.state', '!=', 'killed')
    .where('originals.state', '!=', 'killed')
    .whereRef('originals.live_revision', '>', 'stories.translated_from_revision')
    .orderBy('stories.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id as StoryId, originalId: row.original_id as StoryId }))
}
