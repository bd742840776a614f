import type { StoryId } from '../ids.ts'
import type { GoneStory, PublicStory } from '../story/public-story.ts'
import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { toGone } from './public-stories.ts'
import { toStory } from './story-rows.ts'

/** These stories with their whole text, in the order of their ids as given; one that readers do not have is left out. */
export async function wholeStories(db: EditionDb, ids: readonly StoryId[]): Promise<PublicStory[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('stories').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toStory(row)] : []
  })
}

/** Stories of a language that were withdrawn after `since`, the last one first. */
export async function goneLately(
  db: EditionDb,
  { language, since, limit }: { language: Language; since: Instant; limit: number },
): Promise<GoneStory[]> {
  const rows = await db
    .selectFrom('gone')
    .selectAll()
    .where('language', '=', language)
    .where('killed_at', '>', since)
    .orderBy('killed_at', 'desc')
    .orderBy('path')
    .limit(limit)
    .execute()
  return rows.map(toGone)
}
