import { updateStory } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import type { StoryAct } from '../staff/acts.ts'
import { type Refusal, refusalToMove, refusalToSchedule } from '../story/publishing.ts'
import type { Story, StoryState } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/** Moves a story along its desk, or back: draft, in review, approved. */
export const moveStory = (newsroom: Newsroom, storyId: StoryId, to: StoryState): Promise<Story> =>
  change(newsroom, moveTo(to), storyId, {
    refusal: (story) => refusalToMove(story.state, to),
    // Readers keep what they have: a live story whose update was scheduled is published still.
    changed: (_, { liveRevision }) => ({ state: liveRevision === null ? to : 'published', scheduledFor: null }),
  })

/** What it is called to bring a story there, since not everybody may do each. */
const moveTo = (to: StoryState): StoryAct =>
  to === 'approved' ? 'approve-story' : to === 'in-review' ? 'submit-story' : 'send-back-story'

/** Sets a story to be published by itself. @throws OnrecordError `refused` as publishing then would be */
export const scheduleStory = (newsroom: Newsroom, storyId: StoryId, at: Instant): Promise<Story> =>
  change(newsroom, 'schedule-story', storyId, {
    refusal: (story, now) => refusalToSchedule(story, at, now),
    changed: { state: 'scheduled', scheduledFor: at },
  })

/** "Not yet": stops a story from being published, by anyone, until it is released. */
export const holdStory = (newsroom: Newsroom, storyId: StoryId, reason: string): Promise<Story> =>
  change(newsroom, 'hold-story', storyId, {
    refusal: refusalOfKilled,
    changed: (now) => ({ hold: { reason, at: now } }),
  })

export const releaseStory = (newsroom: Newsroom, storyId: StoryId): Promise<Story> =>
  change(newsroom, 'release-story', storyId, { refusal: refusalOfKilled, changed: { hold: null } })

/** "Not before": the time another newsroom or a source was promised. Null lifts it. */
export const embargoStory = (newsroom: Newsroom, storyId: StoryId, until: Instant | null): Promise<Story> =>
  change(newsroom, 'embargo-story', storyId, { refusal: refusalOfKilled, changed: { embargoUntil: until } })

const refusalOfKilled = (story: Story): Refusal | null => (story.kill ? { kind: 'killed', at: story.kill.at } : null)

interface Change {
  readonly refusal: (story: Story, now: Instant) => Refusal | null
  readonly changed: Partial<Story> | ((now: Instant, story: Story) => Partial<Story>)
}

/** Changes a story's state where readers see none of it: no number for the edition. */
async function change(
  newsroom: Newsroom,
  act: StoryAct,
  storyId: StoryId,
  { refusal, changed }: Change,
): Promise<Story> {
  const { result } = await perform(newsroom, [act, storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusal(story, now))
    const after: Story = { ...story, ...(typeof changed === 'function' ? changed(now, story) : changed) }
    await updateStory(tx, after)
    return {
      result: after,
      subject: storyId,
      detail: { state: after.state, scheduledFor: after.scheduledFor, embargoUntil: after.embargoUntil },
    }
  })
  return result
}
