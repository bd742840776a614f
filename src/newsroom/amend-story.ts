import { updateStory } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { refusalToAmend } from '../story/publishing.ts'
import { OnrecordError } from '../errors.ts'
import { type Outcome, perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Withdraws a story: its address answers "gone" with the notice and its date, its text leaves every public page.
 *
 * @throws OnrecordError `refused` when it is not before readers, `bad-input` without a notice
 */
export async function killStory(newsroom: Newsroom, storyId: StoryId, notice: string): Promise<Outcome<void>> {
  if (notice.trim() === '') {
    throw new OnrecordError('bad-input', 'A story is not withdrawn without a notice.', {
      remedy: 'Say in one or two sentences why readers cannot have it any more.',
    })
  }
  return perform(newsroom, ['kill-story', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusalToAmend(story))
    await updateStory(tx, { ...story, state: 'killed', scheduledFor: null, kill: { at: now, notice: notice.trim() } })
    return { result: undefined, subject: storyId, changes: [{ kind: 'story', storyId }] }
  })
}
