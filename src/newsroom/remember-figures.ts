import { closeTasks } from '../store/story-tasks.ts'
import { replaceFigureUses } from '../store/figure-uses.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { newestSequence } from '../store/record-sequence.ts'
import { figuresIn } from '../story/figures.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'

/**
 * Notes what the figures of a story say as it goes live, and as of which number of the record: what the record learns
 * later is news to this revision. Its desk has just looked at it, so what it had to look at is done.
 *
 * @param story as it was before it went live, with the revision that goes live
 */
export async function rememberFigures(
  tx: NewsroomTx,
  story: Pick<Story, 'id' | 'revision' | 'liveRevision' | 'content'>,
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  const stated = figuresIn(story.content.body)
  if (stated.length > 0) {
    const sequence = await newestSequence(tx)
    const figures = stated.map((figure) => ({ ...figure, asOf: at, sequence }))
    await replaceFigureUses(tx, { storyId: story.id, revision: story.revision }, figures)
  }
  // What was never live has no tasks: so most stories of an import, where each statement saved counts.
  if (story.liveRevision === null) return
  await closeTasks(tx, { storyId: story.id, taskId: null }, { at, by })
}
