import type { NewsroomTx } from '../store/newsroom-db.ts'
import { updateStory } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { refusalToPublish } from '../story/publishing.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { type Outcome, perform } from './act.ts'
import { assertAllowed, assertCurrent, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { rememberFigures } from './remember-figures.ts'
import { freeAddress, theNewspaper } from './story-path.ts'

/**
 * Puts the newest revision of a story before readers.
 *
 * @param revision the revision the editor looked at; null for whichever is newest
 * @throws OnrecordError `not-found`, `stale-revision`, or `refused` with the reason
 */
export async function publishStory(
  newsroom: Newsroom,
  { storyId, revision }: { storyId: StoryId; revision: number | null },
): Promise<Outcome<Story>> {
  return perform(newsroom, 'publish-story', async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertCurrent(story, revision)
    assertAllowed(refusalToPublish(story, now))
    const published = await makeLive(tx, story, { at: now, by: newsroom.actor.name })
    return {
      result: published,
      subject: storyId,
      detail: { revision: published.revision, path: published.path },
      changes: [{ kind: 'story', storyId }],
    }
  })
}

/**
 * The story with its newest revision live: it keeps its address and first date, or is given them now.
 * A story that was imported keeps the date it had where it came from.
 */
export async function makeLive(
  tx: NewsroomTx,
  story: Story,
  { at: now, by }: { at: Instant; by: string },
): Promise<Story> {
  const firstPublished = story.firstPublished ?? { at: now, precision: 'minute' }
  const address =
    story.path === null
      ? await freeAddress(tx, await theNewspaper(tx), { ...story, firstPublished })
      : { slug: story.slug, path: story.path }
  const published: Story = {
    ...story,
    ...address,
    state: 'published',
    liveRevision: story.revision,
    firstPublished,
    scheduledFor: null,
    updatedAt: story.liveRevision === null && story.firstPublished ? (story.updatedAt ?? firstPublished.at) : now,
  }
  await updateStory(tx, published)
  await rememberFigures(tx, story, { at: now, by })
  return published
}
