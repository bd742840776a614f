import { insertRevision, updateStory } from '../store/stories.ts'
import { parseDocument } from '../story/document-schema.ts'
import type { StoryId } from '../ids.ts'
import type { Story, StoryContent } from '../story/story.ts'
import { perform } from './act.ts'
import { assertAllowed, assertCurrent, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { followRevision } from './working-story.ts'

/**
 * Saves a new revision of a story. Readers keep the live one until the new one is published. A text that somebody is
 * writing in the studio meanwhile follows it; what it said is kept beside the story.
 *
 * @param revision the revision that the change was made to
 * @throws OnrecordError `not-found`, `stale-revision`, `bad-input`, or `refused` for a killed story
 */
export async function reviseStory(
  newsroom: Newsroom,
  { storyId, revision, content }: { storyId: StoryId; revision: number | null; content: StoryContent },
): Promise<Story> {
  const { result } = await perform(newsroom, ['revise-story', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertCurrent(story, revision)
    assertAllowed(story.kill ? { kind: 'killed', at: story.kill.at } : null)
    const body = parseDocument(content.body)
    const revised: Story = { ...story, revision: story.revision + 1, content: { ...content, body } }
    await insertRevision(tx, revised, newsroom.actor.name, now)
    await updateStory(tx, revised)
    await followRevision(newsroom, tx, revised, now)
    return { result: revised, subject: storyId, detail: { revision: revised.revision } }
  })
  return result
}
