import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What an editor said when a story went back to its reporter. */
export interface DeskWord {
  readonly at: Instant
  readonly by: string
  readonly text: string
}

/** Keeps a word to whoever writes the story. */
export async function insertDeskWord(tx: NewsroomTx, storyId: StoryId, { at, by, text }: DeskWord): Promise<void> {
  await tx
    .insertInto('desk_words')
    .values({ story_id: storyId, at, by, text })
    .onConflict((conflict) => conflict.columns(['story_id', 'at']).doUpdateSet({ by, text }))
    .execute()
}

/** The last words of the desk on a story, the newest first. */
export async function deskWordsOf(db: NewsroomDb, storyId: StoryId, limit: number): Promise<DeskWord[]> {
  const rows = await db
    .selectFrom('desk_words')
    .select(['at', 'by', 'text'])
    .where('story_id', '=', storyId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ at, by, text }) => ({ at: at as Instant, by, text }))
}
