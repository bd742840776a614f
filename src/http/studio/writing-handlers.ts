import { commentOnStory, editComment, removeComment, resolveComment } from '../../newsroom/comment-on-story.ts'
import { saveWorkingCopy } from '../../newsroom/save-working-copy.ts'
import { dropSideCopy, findSideCopy, leaveBeside, settleSideCopy } from '../../newsroom/settle-side-copy.ts'
import { giveSign } from '../../newsroom/take-pen.ts'
import { sideCopiesOf } from '../../store/side-copies.ts'
import { commentsChangedAt, commentsOf } from '../../store/story-comments.ts'
import { findStory } from '../../newsroom/find-story.ts'
import { workingVersion } from '../../store/working-copies.ts'
import type { WRITING_ENDPOINTS } from '../contract/writing.ts'
import type { Handlers } from './answer-endpoint.ts'
import { threadsJson } from './comments-json.ts'
import { namesOf, penJson, storyJson, workingJson } from './story-json.ts'

/** Working copies, presence, comments. */
export const writingHandlers: Handlers<typeof WRITING_ENDPOINTS> = {
  'GET /stories/{storyId}': ({ params }, visit) => storyJson(visit, params.storyId),

  'PUT /stories/{storyId}/working-copy': async ({ params, body }, { newsroom }) => {
    const saved = await saveWorkingCopy(newsroom, { ...params, ...body })
    if (saved.kind === 'saved') return saved
    const names = await namesOf(newsroom.db, [saved.theirs.by, ...saved.theirs.margin.suggestions.map(({ by }) => by)])
    return { ...saved, theirs: workingJson(saved.theirs), names }
  },

  'POST /stories/{storyId}/presence': async ({ params: { storyId }, body }, { newsroom }) => {
    const { db } = newsroom
    const here = await giveSign(newsroom, { storyId, ...body })
    const { revision, state } = await findStory(db, storyId)
    return {
      people: here.people.map(({ by, device, since, seenAt, at }) => ({ by, device, since, seenAt, at })),
      pen: penJson(here.pen),
      isMine: here.isMine,
      takenBy: here.takenBy,
      version: await workingVersion(db, storyId),
      revision,
      state,
      commentsChangedAt: await commentsChangedAt(db, storyId),
      names: await namesOf(db, [...here.people.map(({ by }) => by), here.pen?.by, here.takenBy?.by]),
    }
  },

  'GET /stories/{storyId}/comments': async ({ params }, { newsroom }) => {
    const comments = await commentsOf(newsroom.db, params.storyId)
    const people = comments.flatMap(({ by, resolved }) => [by, resolved?.by])
    return { threads: threadsJson(comments), names: await namesOf(newsroom.db, people) }
  },

  'POST /stories/{storyId}/comments': async ({ params, body }, { newsroom }) => ({
    id: await commentOnStory(newsroom, { ...params, ...body, replyTo: null }),
  }),

  'POST /stories/{storyId}/comments/{commentId}/replies': async (
    { params: { storyId, commentId }, body },
    { newsroom },
  ) => ({
    id: await commentOnStory(newsroom, { storyId, ...body, replyTo: commentId, quote: '' }),
  }),

  'POST /stories/{storyId}/comments/{commentId}/resolve': async ({ params }, { newsroom }) => {
    await resolveComment(newsroom, { storyId: params.storyId, id: params.commentId, isResolved: true })
    return {}
  },

  'POST /stories/{storyId}/comments/{commentId}/reopen': async ({ params }, { newsroom }) => {
    await resolveComment(newsroom, { storyId: params.storyId, id: params.commentId, isResolved: false })
    return {}
  },

  'PATCH /stories/{storyId}/comments/{commentId}': async ({ params, body }, { newsroom }) => {
    await editComment(newsroom, { storyId: params.storyId, id: params.commentId, text: body.text })
    return {}
  },

  'DELETE /stories/{storyId}/comments/{commentId}': async ({ params }, { newsroom }) => {
    await removeComment(newsroom, { storyId: params.storyId, id: params.commentId })
    return {}
  },

  'GET /stories/{storyId}/side-copies': async ({ params }, { newsroom }) => {
    const sideCopies = await sideCopiesOf(newsroom.db, params.storyId)
    return {
      sideCopies,
      names: await namesOf(
        newsroom.db,
        sideCopies.map(({ by }) => by),
      ),
    }
  },

  'POST /stories/{storyId}/side-copies': async ({ params, body }, { newsroom }) => ({
    sideCopyId: await leaveBeside(newsroom, { ...params, ...body }),
  }),

  'GET /stories/{storyId}/side-copies/{sideCopyId}': async ({ params: { storyId, sideCopyId } }, { newsroom }) => {
    const copy = await findSideCopy(newsroom.db, storyId, sideCopyId)
    return { ...copy, headline: copy.content.headline, names: await namesOf(newsroom.db, [copy.by]) }
  },

  'POST /stories/{storyId}/side-copies/{sideCopyId}/settle': async ({ params }, { newsroom }) => {
    await settleSideCopy(newsroom, params)
    return {}
  },

  'DELETE /stories/{storyId}/side-copies/{sideCopyId}': async ({ params }, { newsroom }) => {
    await dropSideCopy(newsroom, params)
    return {}
  },
}
