import { OnrecordError } from '../errors.ts'
import { deleteRedirect, insertRedirects } from '../store/redirects.ts'
import { takenPaths, updateStory } from '../store/stories.ts'
import { isSlug, storyPath } from '../story/addresses.ts'
import type { StoryId } from '../ids.ts'
import type { Story } from '../story/story.ts'
import { dateOfPublication } from '../time.ts'
import { type Outcome, perform } from './act.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { redirectsOf } from '../store/redirects.ts'

/**
 * Changes the last part of a story's address. The former address leads to the new one for ever.
 *
 * @throws OnrecordError `bad-input` when it is no slug, `refused` when another story of that day has it
 */
export async function changeSlug(newsroom: Newsroom, storyId: StoryId, slug: string): Promise<Outcome<Story>> {
  if (!isSlug(slug)) {
    throw new OnrecordError('bad-input', `“${slug}” cannot be part of an address.`, {
      remedy: 'Use small letters a to z, digits and single hyphens, at most 120 characters.',
    })
  }
  return perform(newsroom, ['change-slug', storyId], async (tx) => {
    const story = await findStory(tx, storyId)
    const changed = story.path === null ? { ...story, slug } : await moved(tx, story, slug)
    await updateStory(tx, changed)
    return {
      result: changed,
      subject: storyId,
      detail: { from: story.path, to: changed.path },
      changes: changed.path === null ? [] : [{ kind: 'story', storyId }],
    }
  })
}

async function moved(tx: NewsroomTx, story: Story, slug: string): Promise<Story> {
  if (!story.path || !story.firstPublished) return { ...story, slug }
  const newspaper = await theNewspaper(tx)
  const path = storyPath(dateOfPublication(newspaper.zone, story.firstPublished), slug, story.language, newspaper)
  if (path === story.path) return { ...story, slug }
  const former = (await redirectsOf(tx, [story.id])).get(story.id) ?? []
  if (!former.includes(path) && (await takenPaths(tx, [path])).has(path)) {
    throw new OnrecordError('refused', `Another story has the address ${path}.`, { remedy: 'Choose another slug.' })
  }
  await deleteRedirect(tx, path)
  await insertRedirects(tx, [{ fromPath: story.path, storyId: story.id }])
  return { ...story, slug, path }
}
