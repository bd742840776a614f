import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Keys of the suggestions and findings that somebody has put away in a story, in their own order. */
export async function dismissedIn(db: NewsroomDb, storyId: StoryId): Promise<string[]> {
  const rows = await db
    .selectFrom('desk_dismissals')
    .select('key')
    .where('story_id', '=', storyId)
    .orderBy('key')
    .execute()
  return rows.map(({ key }) => key)
}

interface Dismissed {
  readonly keys: readonly string[]
  readonly by: string
  readonly at: Instant
}

/** Notes that these were put away; whoever did so first stays on the note. */
export async function insertDismissals(tx: NewsroomTx, storyId: StoryId, { keys, by, at }: Dismissed): Promise<void> {
  const rows = keys.map((key) => ({ story_id: storyId, key, dismissed_by: by, dismissed_at: at }))
  for (const some of portions(rows)) {
    await tx
      .insertInto('desk_dismissals')
      .values(some)
      .onConflict((conflict) => conflict.columns(['story_id', 'key']).doNothing())
      .execute()
  }
}

/** Takes it back. */
export async function deleteDismissals(tx: NewsroomTx, storyId: StoryId, keys: readonly string[]): Promise<void> {
  for (const some of portions(keys)) {
    await tx.deleteFrom('desk_dismissals').where('story_id', '=', storyId).where('key', 'in', some).execute()
  }
}
