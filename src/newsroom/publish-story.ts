import type { NewsroomTx } from '../store/newsroom-db.ts'
import { replaceRelated } from '../store/related.ts'
import { updateStory } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { refusalToPublish } from '../story/publishing.ts'
import type { RelatedChoice } from '../story/related.ts'
import type { Story } from '../story/story.ts'
import { slugOf } from '../story/story-slug.ts'
import { type Outcome, perform } from './act.ts'
import { claimIdsIn } from './check-story.ts'
import { chooseRelated } from './choose-related.ts'
import { assertAllowed, assertCurrent, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { notePublication, type Publishing } from './note-publication.ts'
import { publishStoryClaims } from './record/publish-story-claims.ts'
import { rememberFigures } from './remember-figures.ts'
import { freeAddress, theNewspaper } from './story-path.ts'

export interface PublishRequest {
  readonly storyId: StoryId
  /** The revision the editor looked at; null for whichever is newest. */
  readonly revision: number | null
  /** What changed, in a sentence for readers: it stands on the story's page of changes. */
  readonly change?: string | null
  /** Puts the draft claims that it states before readers with it; else their figures lead nowhere yet. */
  readonly withClaims?: boolean
}

/**
 * Puts the newest revision of a story before readers.
 *
 * @throws OnrecordError `not-found`, `stale-revision`, or `refused` with the reason
 */
export async function publishStory(
  newsroom: Newsroom,
  { storyId, revision, change = null, withClaims = false }: PublishRequest,
): Promise<Outcome<Story>> {
  const related = await chooseRelated(newsroom, storyId)
  return perform(newsroom, ['publish-story', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertCurrent(story, revision)
    assertAllowed(refusalToPublish(story, now))
    if (withClaims) await publishStoryClaims({ newsroom, tx, now }, claimIdsIn(story.content))
    const published = await makeLive(tx, story, {
      at: now,
      by: newsroom.actor.name,
      change: change?.trim() || null,
      related,
    })
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
 *
 * @param related what is chosen to stand beside it; null, or left out, keeps what was chosen before
 */
export async function makeLive(
  tx: NewsroomTx,
  story: Story,
  { at: now, by, change, related = null }: Publishing & { readonly related?: readonly RelatedChoice[] | null },
): Promise<Story> {
  const firstPublished = story.firstPublished ?? { at: now, precision: 'minute' }
  const address =
    story.path === null
      ? await freeAddress(tx, await theNewspaper(tx), { ...story, slug: slugOf(story), firstPublished })
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
  await notePublication(tx, story, firstPublished.at, { at: now, by, change })
  await rememberFigures(tx, story, { at: now, by })
  if (related !== null) await replaceRelated(tx, story.id, related)
  return published
}
