import { OnrecordError } from '../errors.ts'
import type { CommentId, StoryId } from '../ids.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { type Comment, commentById, putComment } from '../store/story-comments.ts'
import type { Instant } from '../time.ts'
import { perform } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'

/** A remark to be made. */
export interface NewComment {
  readonly storyId: StoryId
  /** Of the browser's making, so that the words it hangs on know it at once; left out, one is made. */
  readonly id?: CommentId | undefined
  /** The remark that it answers. */
  readonly replyTo: CommentId | null
  readonly text: string
  readonly quote: string
}

/**
 * Remarks on a story, or answers a remark; made again under the same id it changes nothing.
 *
 * @throws OnrecordError `forbidden`, `not-found` for a remark that is not there, `refused` for an id that is another's
 */
export async function commentOnStory(newsroom: Newsroom, made: NewComment): Promise<CommentId> {
  const id = made.id ?? newId(newsroom, 'comment')
  const { storyId, text, quote } = made
  await perform(newsroom, ['comment-on-story', storyId], async (tx, now) => {
    const replyTo = made.replyTo === null ? null : await beginningOf(tx, storyId, made.replyTo)
    const known = await commentById(tx, id)
    if (known) assertOwn(newsroom, storyId, known)
    else {
      const by = newsroom.actor.name
      const comment = {
        id,
        storyId,
        replyTo,
        by,
        at: now,
        text,
        quote,
        editedAt: null,
        removedAt: null,
        resolved: null,
      }
      await putComment(tx, comment, now)
    }
    return { result: undefined, subject: storyId, detail: { comment: id } }
  })
  return id
}

/** An answer to an answer belongs to the remark that began. */
const beginningOf = async (tx: NewsroomTx, storyId: StoryId, id: CommentId): Promise<CommentId> => {
  const comment = await findComment(tx, { storyId, id })
  return comment.replyTo ?? comment.id
}

interface Which {
  readonly storyId: StoryId
  readonly id: CommentId
}

/** Changes the words of one's own remark. @throws OnrecordError `forbidden`, `not-found`, or `refused` for another's */
export const editComment = (newsroom: Newsroom, { text, ...which }: Which & { text: string }): Promise<void> =>
  change(newsroom, which, (comment, now) => {
    assertOwn(newsroom, which.storyId, comment)
    return { ...comment, text, editedAt: now }
  })

/** Removes one's own remark: its words are gone for good. @throws OnrecordError as `editComment` */
export const removeComment = (newsroom: Newsroom, which: Which): Promise<void> =>
  change(newsroom, which, (comment, now) => {
    assertOwn(newsroom, which.storyId, comment)
    return { ...comment, text: '', removedAt: now }
  })

/** Closes a remark with its answers, or opens it again. @throws OnrecordError `forbidden`, `not-found` */
export const resolveComment = (
  newsroom: Newsroom,
  { isResolved, ...which }: Which & { isResolved: boolean },
): Promise<void> =>
  change(newsroom, which, (comment, now) => ({
    ...comment,
    resolved: isResolved ? (comment.resolved ?? { at: now, by: newsroom.actor.name }) : null,
  }))

async function change(
  newsroom: Newsroom,
  { storyId, id }: Which,
  changed: (comment: Comment, now: Instant) => Comment,
): Promise<void> {
  await perform(newsroom, ['comment-on-story', storyId], async (tx, now) => {
    await putComment(tx, changed(await findComment(tx, { storyId, id }), now), now)
    return { result: undefined, subject: storyId, detail: { comment: id } }
  })
}

async function findComment(tx: NewsroomTx, { storyId, id }: Which): Promise<Comment> {
  const comment = await commentById(tx, id)
  if (comment?.storyId === storyId && comment.removedAt === null) return comment
  throw new OnrecordError('not-found', 'There is no such remark, or it was removed.')
}

function assertOwn(newsroom: Newsroom, storyId: StoryId, comment: Comment): void {
  if (comment.by === newsroom.actor.name && comment.storyId === storyId) return
  throw new OnrecordError('refused', 'This remark is somebody else’s.', { remedy: 'Answer it instead.' })
}
