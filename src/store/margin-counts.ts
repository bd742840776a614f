import type { StoryId } from '../ids.ts'
import type { Margin } from '../story/margin.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** How much of a story's margin nobody has seen to: threads that are open, changes that are neither accepted nor refused. */
export async function marginCounts(
  db: NewsroomDb,
  storyId: StoryId,
): Promise<{ readonly openComments: number; readonly openSuggestions: number }> {
  const { open } = await db
    .selectFrom('story_comments')
    .select((select) => select.fn.countAll<number>().as('open'))
    .where('story_id', '=', storyId)
    .where('reply_to', 'is', null)
    .where('resolved_at', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  const working = await db
    .selectFrom('working_copies')
    .select('margin')
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  const margin = working ? (JSON.parse(working.margin) as Margin) : null
  return { openComments: open, openSuggestions: margin?.suggestions.length ?? 0 }
}
