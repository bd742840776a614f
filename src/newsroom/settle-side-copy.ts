import { OnrecordError } from '../errors.ts'
import type { SideCopyId, StoryId } from '../ids.ts'
import { inTransaction, type NewsroomDb } from '../store/newsroom-db.ts'
import { deleteSettledBefore, deleteSideCopy, markSettled, type SideCopy, sideCopyById } from '../store/side-copies.ts'
import { perform } from './act.ts'
import { assertMay } from './assert-may.ts'
import type { Newsroom } from './newsroom.ts'
import { keepAside, msBefore, type SentText } from './save-working-copy.ts'

/** How long a side copy is kept after somebody has seen to it. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000

/** @throws OnrecordError `not-found` */
export async function findSideCopy(db: NewsroomDb, storyId: StoryId, id: SideCopyId): Promise<SideCopy> {
  const copy = await sideCopyById(db, storyId, id)
  if (!copy) throw new OnrecordError('not-found', `Beside the story ${storyId} lies no copy ${id}.`)
  return copy
}

interface Which {
  readonly storyId: StoryId
  readonly sideCopyId: SideCopyId
}

/**
 * Marks a side copy as seen to. It stays for 90 days; those settled longer ago are removed on the way.
 *
 * @throws OnrecordError `forbidden`, `not-found`
 */
export async function settleSideCopy(newsroom: Newsroom, { storyId, sideCopyId }: Which): Promise<void> {
  await perform(newsroom, ['revise-story', storyId], async (tx, now) => {
    await findSideCopy(tx, storyId, sideCopyId)
    await markSettled(tx, storyId, [sideCopyId], { at: now, by: newsroom.actor.name })
    await deleteSettledBefore(tx, msBefore(now, KEPT_MS))
    return { result: undefined, subject: storyId, detail: { settled: sideCopyId } }
  })
}

/**
 * Removes a side copy at once: one's own, or any that has been settled.
 *
 * @throws OnrecordError `forbidden`, `not-found`, or `refused` for somebody else's that is still open
 */
export async function dropSideCopy(newsroom: Newsroom, { storyId, sideCopyId }: Which): Promise<void> {
  await perform(newsroom, ['comment-on-story', storyId], async (tx) => {
    const copy = await findSideCopy(tx, storyId, sideCopyId)
    if (copy.by !== newsroom.actor.name && copy.settledAt === null) {
      throw new OnrecordError('refused', 'These words are somebody else’s, and nobody has seen to them yet.', {
        remedy: 'Settle them first, or ask whoever wrote them.',
      })
    }
    await deleteSideCopy(tx, sideCopyId)
    return { result: undefined, subject: storyId, detail: { dropped: sideCopyId } }
  })
}

/**
 * Leaves a text beside a story that its writer may not change any more: it was approved, killed or given to another desk
 * while they were away. No word of theirs is lost for that.
 *
 * @throws OnrecordError `forbidden`, `not-found`
 */
export const leaveBeside = (newsroom: Newsroom, text: SentText): Promise<SideCopyId> =>
  inTransaction(newsroom.db, async (tx) => {
    await assertMay(tx, newsroom.actor, ['comment-on-story', text.storyId])
    return keepAside(newsroom, tx, text, 'late')
  })
