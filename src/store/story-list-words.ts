import type { StoryId } from '../ids.ts'
import { searchTokens, stemLanguage } from '../record/search-tokens.ts'
import { plainText } from '../story/plain-text.ts'
import type { StoryContent } from '../story/story.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { toContent } from './story-rows.ts'

/** A story whose text has changed since its words were last indexed. */
export interface Unindexed {
  readonly id: StoryId
  readonly language: string
  readonly content: StoryContent
  /** When its text was what `content` has. */
  readonly touchedAt: string
}

/** Some of the stories whose newest text is not in the index yet. */
export async function unindexedStories(db: NewsroomDb, limit: number): Promise<Unindexed[]> {
  const rows = await db
    .selectFrom('story_lines')
    .innerJoin('stories', 'stories.id', 'story_lines.story_id')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .leftJoin('working_copies', (join) =>
      join
        .onRef('working_copies.story_id', '=', 'stories.id')
        .onRef('working_copies.base_revision', '=', 'stories.revision'),
    )
    .select(['stories.id', 'stories.language', 'story_revisions.content', 'story_lines.touched_at'])
    .select('working_copies.content as at_work')
    .where('story_lines.is_indexed', '=', 0)
    .orderBy('story_lines.story_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id as StoryId,
    language: row.language,
    content: toContent(row.at_work ?? row.content),
    touchedAt: row.touched_at,
  }))
}

/** Puts the words of these stories into the index, in place of what was there. */
export async function indexWords(tx: NewsroomTx, stories: readonly Unindexed[]): Promise<void> {
  for (const story of stories) {
    const words = wordsOf(story)
    // A text that was saved again meanwhile waits for its next turn; another process may have had its words already.
    const current = await tx
      .updateTable('story_lines')
      .set({ is_indexed: 1 })
      .where('story_id', '=', story.id)
      .where('touched_at', '=', story.touchedAt)
      .executeTakeFirst()
    if (Number(current.numUpdatedRows) === 0) continue
    await tx
      .insertInto('story_words')
      .values({ story_id: story.id, words })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ words }))
      .execute()
  }
}

function wordsOf({ language, content }: Unindexed): string {
  const text = [
    content.kicker ?? '',
    content.headline,
    content.standfirst,
    ...content.keywords,
    plainText(content.body),
  ]
  return [...searchTokens(text.join('\n'), stemLanguage(language))].join(' ')
}
