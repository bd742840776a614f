import type { AccountId, DeskId, StoryId } from '../ids.ts'
import type { StoryAccess } from '../staff/can.ts'
import type { StoryState } from '../story/story.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What decides who may do what to a story; undefined when there is none with this id. */
export async function storyAccess(db: NewsroomDb, id: StoryId): Promise<StoryAccess | undefined> {
  const story = await db.selectFrom('stories').select(['state', 'desk_id']).where('id', '=', id).executeTakeFirst()
  if (!story) return undefined
  const authors = await db.selectFrom('story_authors').select('account_id').where('story_id', '=', id).execute()
  return {
    state: story.state as StoryState,
    deskId: story.desk_id as DeskId | null,
    authors: authors.map((row) => row.account_id as AccountId),
  }
}

/** Puts somebody on a story, who is then among its authors; once more changes nothing. */
async function addStoryAuthor(tx: NewsroomTx, storyId: StoryId, accountId: AccountId): Promise<void> {
  await tx
    .insertInto('story_authors')
    .values({ story_id: storyId, account_id: accountId })
    .onConflict((conflict) => conflict.columns(['story_id', 'account_id']).doNothing())
    .execute()
}

/** Who answers for the story from now on: a desk, or with null the whole paper; and everybody who is on it. */
export async function assignStory(
  tx: NewsroomTx,
  storyId: StoryId,
  { deskId, authors }: Pick<StoryAccess, 'deskId' | 'authors'>,
): Promise<void> {
  await tx.updateTable('stories').set({ desk_id: deskId }).where('id', '=', storyId).execute()
  await tx.deleteFrom('story_authors').where('story_id', '=', storyId).execute()
  for (const accountId of new Set(authors)) await addStoryAuthor(tx, storyId, accountId)
}
