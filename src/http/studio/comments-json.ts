import type { z } from 'zod'
import type { Comment } from '../../store/story-comments.ts'
import type { thread } from '../contract/story-at-work.ts'

type ThreadJson = z.input<typeof thread>

/** Remarks with their answers, oldest first. A removed one stands, without its words, as long as others have answered it. */
export function threadsJson(comments: readonly Comment[]): ThreadJson[] {
  return comments
    .filter(({ replyTo }) => replyTo === null)
    .map((comment): ThreadJson => {
      const replies = comments.filter((one) => one.replyTo === comment.id && one.removedAt === null)
      return { ...remark(comment), quote: comment.quote, resolved: comment.resolved, replies: replies.map(remark) }
    })
    .filter(({ isRemoved, replies }) => !isRemoved || replies.length > 0)
}

const remark = ({ id, by, at, editedAt, text, removedAt }: Comment): ThreadJson['replies'][number] => ({
  id,
  by,
  at,
  editedAt,
  text,
  isRemoved: removedAt !== null,
})
