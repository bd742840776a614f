import type { StoryGroupId, StoryId } from '../ids.ts'
import type { StoryState } from '../story/story.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** A story in one of its languages, as a list of languages shows it. */
export interface VersionLine {
  readonly id: StoryId
  readonly language: string
  readonly state: StoryState
  readonly headline: string
}

/** A story in all its languages, by language. */
export async function versionsInGroup(db: NewsroomDb, groupId: StoryGroupId): Promise<VersionLine[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .select(['stories.id', 'language', 'state', 'story_revisions.headline'])
    .where('group_id', '=', groupId)
    .orderBy('language')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as StoryId, state: row.state as StoryState }))
}
