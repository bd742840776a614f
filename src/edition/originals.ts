import type { StoryId } from '../ids.ts'
import type { Original } from '../story/original.ts'
import type { StoryNote } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { newestVersionAt } from './versions.ts'

/** What became of the original of a translation; undefined where readers never had it here. */
export async function originalOf(db: EditionDb, id: StoryId): Promise<Original | undefined> {
  const row = await db
    .selectFrom('stories')
    .select(['path', 'language', 'headline', 'notes', 'versions'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return goneOriginal(db, id)
  return {
    kind: 'live',
    path: row.path,
    language: row.language,
    headline: row.headline,
    notes: JSON.parse(row.notes) as StoryNote[],
    changedAt: row.versions > 1 ? ((await newestVersionAt(db, id)) ?? null) : null,
  }
}

async function goneOriginal(db: EditionDb, id: StoryId): Promise<Original | undefined> {
  const row = await db
    .selectFrom('gone')
    .select(['path', 'language', 'killed_at'])
    .where('story_id', '=', id)
    .executeTakeFirst()
  return row && { kind: 'gone', path: row.path, language: row.language, killedAt: row.killed_at as Instant }
}
