import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { scheduleStory } from './change-story.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Lets a story that is scheduled go out at another time. Which words go out stays as it was: newer ones, that nobody has
 * checked, do not come along.
 *
 * @throws OnrecordError `refused` when it is not scheduled, or may not be published at that time
 */
export async function moveScheduledStory(newsroom: Newsroom, storyId: StoryId, at: Instant): Promise<Story> {
  const { state } = await findStory(newsroom.db, storyId)
  if (state !== 'scheduled') throw new OnrecordError('refused', 'The story is not scheduled any more.')
  return scheduleStory(newsroom, storyId, at)
}
