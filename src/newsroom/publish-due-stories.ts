import { OnrecordError } from '../errors.ts'
import { dueStories } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { refusalToPublish } from '../story/publishing.ts'
import { perform } from './act.ts'
import { claimIdsIn } from './check-story.ts'
import { chooseRelated } from './choose-related.ts'
import { assertAllowed, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { makeLive } from './publish-story.ts'
import { publishStoryClaims } from './record/publish-story-claims.ts'

/** Later than this, a scheduled story says in the audit that it was late. */
const LATE_AFTER_MS = 60_000

/** A scheduled story that could not go out, and why. */
export interface NotPublished {
  readonly storyId: StoryId
  readonly reason: string
}

/**
 * Publishes every scheduled story whose time has come: once, late rather than never. The draft claims
 * that it states go live with it.
 *
 * A story that may not be published any more (held since, or under a new embargo; a claim of an event that was withdrawn)
 * stays scheduled and is reported.
 */
export async function publishDueStories(
  newsroom: Newsroom,
): Promise<{ published: StoryId[]; refused: NotPublished[] }> {
  const published: StoryId[] = []
  const refused: NotPublished[] = []
  for (const storyId of await dueStories(newsroom.db, newsroom.now())) {
    try {
      await publishScheduled(newsroom, storyId)
      published.push(storyId)
    } catch (error) {
      if (!(error instanceof OnrecordError) || error.code !== 'refused') throw error
      // Another process may have published it a moment ago: then nothing was refused.
      const { state } = await findStory(newsroom.db, storyId)
      if (state === 'scheduled') refused.push({ storyId, reason: error.message })
    }
  }
  return { published, refused }
}

async function publishScheduled(newsroom: Newsroom, storyId: StoryId) {
  const related = await chooseRelated(newsroom, storyId)
  return perform(newsroom, 'publish-scheduled-story', async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(story.state === 'scheduled' ? null : { kind: 'already-live' })
    assertAllowed(refusalToPublish(story, now))
    await publishStoryClaims({ newsroom, tx, now }, claimIdsIn(story.content))
    const lateMs = story.scheduledFor ? Date.parse(now) - Date.parse(story.scheduledFor) : 0
    const live = await makeLive(tx, story, { at: now, by: newsroom.actor.name, change: null, related })
    return {
      result: live,
      subject: storyId,
      detail: {
        path: live.path,
        late: lateMs > LATE_AFTER_MS,
        ...(lateMs > LATE_AFTER_MS ? { due: story.scheduledFor, lateMinutes: Math.round(lateMs / 60_000) } : {}),
      },
      changes: [{ kind: 'story', storyId }],
    }
  })
}
