import { portions } from '../database/portions.ts'
import type { ClaimId, StoryId } from '../ids.ts'
import type { Language, StoryState } from '../story/story.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** A story by its headline. */
export interface StoryNamed {
  readonly id: StoryId
  readonly headline: string
  readonly state: StoryState
  readonly language: Language
}

/** How many of a kind are told: whoever needs the others searches for them. */
const MOST = 20

/** Stories beside which this one was put. */
export async function storiesShowingBeside(db: NewsroomDb, storyId: StoryId): Promise<StoryNamed[]> {
  const rows = await db
    .selectFrom('story_related')
    .select('story_id')
    .distinct()
    .where('related_id', '=', storyId)
    .orderBy('story_id')
    .limit(MOST)
    .execute()
  return storiesNamed(
    db,
    rows.map((row) => row.story_id as StoryId),
  )
}

/** Other live stories that state one of these claims. */
export async function othersStating(
  db: NewsroomDb,
  storyId: StoryId,
  claimIds: readonly ClaimId[],
): Promise<StoryNamed[]> {
  const found = new Set<StoryId>()
  for (const some of portions([...new Set(claimIds)])) {
    const rows = await db
      .selectFrom('figure_uses')
      .innerJoin('stories', (join) =>
        join
          .onRef('stories.id', '=', 'figure_uses.story_id')
          .onRef('stories.live_revision', '=', 'figure_uses.revision'),
      )
      .select('figure_uses.story_id')
      .distinct()
      .where('figure_uses.claim_id', 'in', some)
      .where('figure_uses.story_id', '!=', storyId)
      .orderBy('figure_uses.story_id')
      .limit(MOST)
      .execute()
    for (const row of rows) found.add(row.story_id as StoryId)
  }
  return storiesNamed(db, [...found].slice(0, MOST))
}

async function storiesNamed(db: NewsroomDb, ids: readonly StoryId[]): Promise<StoryNamed[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('stories')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .select(['stories.id', 'stories.language', 'stories.state', 'story_revisions.headline'])
    .where('stories.id', 'in', ids)
    .orderBy('stories.id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as StoryId, state: row.state as StoryState }))
}
