import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { PublicStory } from '../story/public-story.ts'
import type { EditionDb } from './edition-db.ts'
import { toStory } from './story-rows.ts'

/** What readers have of a story: all of it, its notice, or nothing. */
export type StoryForReaders =
  | { readonly kind: 'story'; readonly story: PublicStory }
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing' }

/** Looks a story up by its id. */
export async function storyForReaders(db: EditionDb, id: StoryId): Promise<StoryForReaders> {
  const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst()
  if (row) return { kind: 'story', story: toStory(row) }
  const gone = await db.selectFrom('gone').select('story_id').where('story_id', '=', id).limit(1).executeTakeFirst()
  return { kind: gone ? 'gone' : 'nothing' }
}

/** Those of these stories that readers have. */
export async function liveAmong(db: EditionDb, ids: readonly StoryId[]): Promise<Set<StoryId>> {
  const live = new Set<StoryId>()
  for (const some of portions(ids)) {
    const rows = await db.selectFrom('stories').select('id').where('id', 'in', some).execute()
    for (const { id } of rows) live.add(id as StoryId)
  }
  return live
}
