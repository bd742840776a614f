import type { CommentId, StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { CommentRow } from './working-tables.ts'

/** A remark on a story, or an answer to one. */
export interface Comment {
  readonly id: CommentId
  readonly storyId: StoryId
  /** The remark that it answers; null for one that begins. */
  readonly replyTo: CommentId | null
  readonly by: string
  readonly at: Instant
  /** Empty once it was removed. */
  readonly text: string
  /** The words it is about, as they were; empty for an answer. */
  readonly quote: string
  readonly editedAt: Instant | null
  readonly removedAt: Instant | null
  readonly resolved: { readonly at: Instant; readonly by: string } | null
}

/** All remarks on a story, oldest first. */
export async function commentsOf(db: NewsroomDb, storyId: StoryId): Promise<Comment[]> {
  const rows = await db
    .selectFrom('story_comments')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toComment)
}

/** One remark, of whichever story. */
export async function commentById(db: NewsroomDb, id: CommentId): Promise<Comment | undefined> {
  const row = await db.selectFrom('story_comments').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toComment(row)
}

/** When something was last remarked, changed or resolved; null where nothing ever was. */
export async function commentsChangedAt(db: NewsroomDb, storyId: StoryId): Promise<Instant | null> {
  const row = await db
    .selectFrom('story_comments')
    .select((select) => select.fn.max('changed_at').as('at'))
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return (row?.at ?? null) as Instant | null
}

/** Adds a remark, or keeps it as it is now. */
export async function putComment(tx: NewsroomTx, comment: Comment, now: Instant): Promise<void> {
  const changed = {
    text: comment.text,
    edited_at: comment.editedAt,
    removed_at: comment.removedAt,
    resolved_at: comment.resolved?.at ?? null,
    resolved_by: comment.resolved?.by ?? null,
    changed_at: now,
  }
  await tx
    .insertInto('story_comments')
    .values({
      id: comment.id,
      story_id: comment.storyId,
      reply_to: comment.replyTo,
      by: comment.by,
      at: comment.at,
      quote: comment.quote,
      ...changed,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
}

const toComment = (row: CommentRow): Comment => ({
  id: row.id as CommentId,
  storyId: row.story_id as StoryId,
  replyTo: row.reply_to as CommentId | null,
  by: row.by,
  at: row.at as Instant,
  text: row.text,
  quote: row.quote,
  editedAt: row.edited_at as Instant | null,
  removedAt: row.removed_at as Instant | null,
  resolved:
    row.resolved_at === null || row.resolved_by === null
      ? null
      : { at: row.resolved_at as Instant, by: row.resolved_by },
})
