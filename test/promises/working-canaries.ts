import { randomBytes } from 'node:crypto'
import { makeId } from '../../src/ids.ts'
import { commentOnStory } from '../../src/newsroom/comment-on-story.ts'
import { saveWorkingCopy } from '../../src/newsroom/save-working-copy.ts'
import type { TestNewsroom } from '../builders.ts'
import { aLiveStory, CANARY, canaryContent } from './canaries.ts'

/** A text at work beside a live story, with a margin, a remark, and a text that lies beside it. */
export async function writeWhatIsAtWork(newsroom: TestNewsroom): Promise<void> {
  const storyId = await aLiveStory(newsroom)
  const suggestion = {
    id: makeId('suggestion', randomBytes(16)),
    from: 1,
    to: 2,
    text: `${CANARY} suggestion`,
    by: makeId('account', randomBytes(16)),
    at: newsroom.now(),
  }
  const margin = { comments: [], suggestions: [suggestion] }
  for (const where of ['text at work', 'text beside the story']) {
    const content = canaryContent(where)
    await saveWorkingCopy(newsroom, { storyId, base: 0, content, margin, device: 'd', saveId: where, settles: [] })
  }
  const words = { text: `${CANARY} remark`, quote: `${CANARY} quote` }
  await commentOnStory(newsroom, { storyId, replyTo: null, ...words })
}
