import type { NoteId, StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** A note that readers have, with its story. */
export interface NoteLine {
  readonly id: NoteId
  readonly kind: string
  readonly at: Instant
  readonly text: string
  readonly storyId: StoryId
  readonly headline: string
  readonly path: string | null
}

/** Notes on all stories, newest first, before `before`: page on with the last one of a page. */
export async function noteLines(
  db: NewsroomDb,
  before: Pick<NoteLine, 'at' | 'id'> | null,
  limit: number,
): Promise<NoteLine[]> {
  let query = db
    .selectFrom('story_notes')
    .innerJoin('stories', 'stories.id', 'story_notes.story_id')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .select(['story_notes.id', 'story_notes.kind', 'story_notes.at', 'story_notes.text', 'story_notes.story_id'])
    .select(['story_revisions.headline', 'stories.path'])
    .orderBy('story_notes.at', 'desc')
    .orderBy('story_notes.id', 'desc')
    .limit(limit)
  if (before) {
    const { at, id } = before
    query = query.where((where) => where(where.refTuple('story_notes.at', 'story_notes.id'), '<', where.tuple(at, id)))
  }
  const rows = await query.execute()
  return rows.map(({ story_id, ...row }) => ({
    ...row,
    id: row.id as NoteId,
    at: row.at as Instant,
    storyId: story_id as StoryId,
  }))
}
