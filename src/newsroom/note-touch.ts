import { parseId } from '../ids.ts'
import type { Act } from '../staff/acts.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { touchStory } from '../store/story-list-lines.ts'
import type { Instant } from '../time.ts'

/** What is done with a story without anything of it being otherwise afterwards. */
const LEAVES_IT_ALONE: ReadonlySet<Act> = new Set([
  'read-story',
  'comment-on-story',
  'dismiss-suggestion',
  'ask-model',
  'share-preview',
  'finish-task',
  'pin-story',
  'unpin-story',
  'add-picture',
])

/** Lets the list of stories say who did something to a story last: an act whose subject it is, unless that left it alone. */
export async function noteTouch(
  tx: NewsroomTx,
  { act, subject, at, by }: { act: Act; subject: string | null; at: Instant; by: string },
): Promise<void> {
  const storyId = subject === null ? undefined : parseId('story', subject)
  if (storyId && !LEAVES_IT_ALONE.has(act)) await touchStory(tx, storyId, { at, by })
}
