import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomTx } from './newsroom-db.ts'

/** A story's newest text, as far as a list of stories shows it or is narrowed by it. */
export interface Listed {
  readonly id: StoryId
  readonly content: Pick<StoryContent, 'headline' | 'kicker' | 'sectionIds' | 'bylines'>
}

/** Who did something to a story last, and when. */
export interface Touch {
  readonly at: Instant
  /** An account's id, or the name of whoever has the machine. */
  readonly by: string
}

/** Keeps what lists show of these stories, whose text has changed; their words are looked up by as soon as they are indexed. */
export async function writeStoryLines(tx: NewsroomTx, stories: readonly (Listed & Touch)[]): Promise<void> {
  for (const some of portions(stories)) {
    await tx
      .insertInto('story_lines')
      .values(some.map(toLine))
      .onConflict((conflict) =>
        conflict.column('story_id').doUpdateSet((set) => ({
          headline: set.ref('excluded.headline'),
          kicker: set.ref('excluded.kicker'),
          section_ids: set.ref('excluded.section_ids'),
          touched_at: set.ref('excluded.touched_at'),
          touched_by: set.ref('excluded.touched_by'),
          is_indexed: 0,
        })),
      )
      .execute()
    await replaceMarks(tx, some)
  }
}

const toLine = ({ id, content, at, by }: Listed & Touch) => ({
  story_id: id,
  headline: content.headline,
  kicker: content.kicker,
  section_ids: JSON.stringify(content.sectionIds),
  touched_at: at,
  touched_by: by,
  is_indexed: 0,
})

async function replaceMarks(tx: NewsroomTx, stories: readonly Listed[]): Promise<void> {
  const ids = stories.map(({ id }) => id)
  await tx.deleteFrom('story_marks').where('story_id', 'in', ids).execute()
  const marks = stories.flatMap(({ id, content }) =>
    [...new Set<string>([...content.sectionIds, ...content.bylines])].map((mark) => ({ story_id: id, mark })),
  )
  for (const some of portions(marks)) await tx.insertInto('story_marks').values(some).execute()
}

/** Notes that something was done to a story that left its text alone. */
export async function touchStory(tx: NewsroomTx, id: StoryId, { at, by }: Touch): Promise<void> {
  await tx.updateTable('story_lines').set({ touched_at: at, touched_by: by }).where('story_id', '=', id).execute()
}
