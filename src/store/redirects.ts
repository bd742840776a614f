import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A former address of a story. */
export interface Redirect {
  readonly fromPath: string
  readonly storyId: StoryId
}

/** Former addresses lead to their story for ever; one that leads somewhere already stays as it is. */
export async function insertRedirects(tx: NewsroomTx, redirects: readonly Redirect[]): Promise<void> {
  for (const some of portions(redirects)) {
    await tx
      .insertInto('redirects')
      .values(some.map(({ fromPath, storyId }) => ({ from_path: fromPath, story_id: storyId })))
      .onConflict((conflict) => conflict.column('from_path').doNothing())
      .execute()
  }
}

/** A story may return to an address it had: then that address is no redirect any more. */
export async function deleteRedirect(tx: NewsroomTx, fromPath: string): Promise<void> {
  await tx.deleteFrom('redirects').where('from_path', '=', fromPath).execute()
}

/** The former addresses of each of these stories. */
export async function redirectsOf(db: NewsroomDb, ids: readonly StoryId[]): Promise<Map<StoryId, string[]>> {
  const found = new Map<StoryId, string[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const rows = await db.selectFrom('redirects').selectAll().where('story_id', 'in', ids).orderBy('from_path').execute()
  for (const row of rows) found.get(row.story_id as StoryId)?.push(row.from_path)
  return found
}
