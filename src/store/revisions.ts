import type { StoryId } from '../ids.ts'
import type { StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { toContent } from './story-rows.ts'

/** Why a text became a revision: somebody said so, something was done with the story, another hand went on, or time had passed. */
export type KeptAs = 'named' | 'submitted' | 'published' | 'handover' | 'interval' | 'restored' | 'side'

/** A revision without its text. */
export interface RevisionLine {
  readonly revision: number
  readonly headline: string
  readonly at: Instant
  readonly by: string
  readonly name: string | null
  readonly keptAs: KeptAs | null
}

export type Revision = RevisionLine & { readonly content: StoryContent }

const LINE = ['revision', 'headline', 'created_at', 'created_by', 'name', 'kept_as'] as const

/** The revisions of a story, newest first, before `before`: page on with the last number of a page. */
export async function revisionLines(
  db: NewsroomDb,
  storyId: StoryId,
  { before, limit }: { before: number | null; limit: number },
): Promise<RevisionLine[]> {
  let query = db
    .selectFrom('story_revisions')
    .select(LINE)
    .where('story_id', '=', storyId)
    .orderBy('revision', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('revision', '<', before)
  return (await query.execute()).map(toLine)
}

/** One revision; undefined when the story has none with this number. */
export async function revisionOf(db: NewsroomDb, storyId: StoryId, revision: number): Promise<Revision | undefined> {
  const row = await db
    .selectFrom('story_revisions')
    .select([...LINE, 'content'])
    .where('story_id', '=', storyId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row && { ...toLine(row), content: toContent(row.content) }
}

/** When a revision was kept, and by whom. */
export async function revisionStamp(
  db: NewsroomDb,
  storyId: StoryId,
  revision: number,
): Promise<{ at: Instant; by: string } | undefined> {
  const row = await db
    .selectFrom('story_revisions')
    .select(['created_at', 'created_by'])
    .where('story_id', '=', storyId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row && { at: row.created_at as Instant, by: row.created_by }
}

/** Calls a revision something, or nothing any more. The text of a revision is never changed. */
export async function nameRevision(
  tx: NewsroomTx,
  storyId: StoryId,
  revision: number,
  named: { name: string | null; keptAs?: KeptAs },
): Promise<void> {
  await tx
    .updateTable('story_revisions')
    .set({ name: named.name, ...(named.keptAs === undefined ? {} : { kept_as: named.keptAs }) })
    .where('story_id', '=', storyId)
    .where('revision', '=', revision)
    .execute()
}

const toLine = (row: {
  revision: number
  headline: string
  created_at: string
  created_by: string
  name: string | null
  kept_as: string | null
}): RevisionLine => ({
  revision: row.revision,
  headline: row.headline,
  at: row.created_at as Instant,
  by: row.created_by,
  name: row.name,
  keptAs: row.kept_as as KeptAs | null,
})
