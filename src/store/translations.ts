import type { StoryId } from '../ids.ts'
import type { Language, StoryContent, StoryState } from '../story/story.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { toContent } from './story-rows.ts'

/** The original's revision that a translation was last brought up to; null where nobody noted it. */
export async function translatedFromRevision(db: NewsroomDb, storyId: StoryId): Promise<number | null> {
  const row = await db
    .selectFrom('stories')
    .select('translated_from_revision')
    .where('id', '=', storyId)
    .executeTakeFirst()
  return row?.translated_from_revision ?? null
}

/** Notes which revision of its original a translation has been brought up to. */
export async function setTranslatedFromRevision(tx: NewsroomTx, storyId: StoryId, revision: number): Promise<void> {
  await tx.updateTable('stories').set({ translated_from_revision: revision }).where('id', '=', storyId).execute()
}

/** One revision's content; undefined when the story has no such revision. */
export async function contentOf(
  db: NewsroomDb,
  { storyId, revision }: { storyId: StoryId; revision: number },
): Promise<StoryContent | undefined> {
  const row = await db
    .selectFrom('story_revisions')
    .select('content')
    .where('story_id', '=', storyId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row && toContent(row.content)
}

/** A version of a story in another language. */
export interface LanguageVersion {
  readonly id: StoryId
  readonly language: Language
  readonly state: StoryState
  readonly headline: string
}

/** The versions of a group, in order of language. */
export async function versionsOfGroup(db: NewsroomDb, groupId: string): Promise<LanguageVersion[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .select(['stories.id', 'stories.language', 'stories.state', 'story_revisions.headline'])
    .where('stories.group_id', '=', groupId)
    .orderBy('stories.language')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as StoryId, state: row.state as StoryState }))
}
