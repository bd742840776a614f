import type { StoryId } from '../ids.ts'
import { insertDeskWord } from '../store/desk-words.ts'
import { updateStory } from '../store/stories.ts'
import { refusalToMove } from '../story/publishing.ts'
import type { Story } from '../story/story.ts'
import { perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Gives a story back to whoever writes it, with a word of what it lacks; or takes back what one has submitted oneself.
 * A live story whose update was scheduled stays with readers, and its update is not scheduled any more.
 *
 * @param word null where nothing needs to be said
 */
export async function sendBackStory(newsroom: Newsroom, storyId: StoryId, word: string | null): Promise<Story> {
  const { result } = await perform(newsroom, ['send-back-story', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusalToMove(story.state, 'draft'))
    const back: Story = {
      ...story,
      state: story.liveRevision === null ? 'draft' : 'published',
      scheduledFor: null,
    }
    await updateStory(tx, back)
    const text = word?.trim() ?? ''
    if (text !== '') await insertDeskWord(tx, storyId, { at: now, by: newsroom.actor.name, text })
    return { result: back, subject: storyId, detail: { state: back.state } }
  })
  return result
}
