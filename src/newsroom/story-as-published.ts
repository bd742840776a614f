import type { PictureId } from '../ids.ts'
import { notesOf } from '../store/story-notes.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { publicPictures } from '../store/pictures.ts'
import { storyPath } from '../story/addresses.ts'
import { figuresIn } from '../story/figures.ts'
import { picturesIn } from '../story/pictures.ts'
import { project } from '../story/projection.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import type { PublicStory } from '../story/public-story.ts'
import type { Story } from '../story/story.ts'
import { slugOf } from '../story/story-slug.ts'
import { dateOfPublication, type Instant } from '../time.ts'
import { theNewspaper } from './story-path.ts'

/** A story as readers would get it, with the pictures that it shows. */
export interface StoryAsPublished {
  readonly story: PublicStory
  readonly pictures: ReadonlyMap<PictureId, PublicPicture>
}

/**
 * What readers would have of a story if this content went out now: made by the same projection as what they do get, so
 * that a preview leaves out what a publication leaves out.
 */
export async function storyAsPublished(db: NewsroomDb, story: Story, now: Instant): Promise<StoryAsPublished> {
  const { content, ...facts } = story
  const newspaper = await theNewspaper(db)
  const firstPublished = story.firstPublished ?? { at: now, precision: 'minute' as const }
  const on = dateOfPublication(newspaper.zone, firstPublished)
  const path = story.path ?? storyPath(on, slugOf(story), story.language, newspaper)
  // Everything the record knows by now is known to words that go out now.
  const figures = figuresIn(content.body).map((one) => ({ ...one, asOf: now, sequence: Number.MAX_SAFE_INTEGER }))
  const projection = project(
    {
      story: { ...facts, path, firstPublished, updatedAt: now, kill: null },
      live: content,
      notes: (await notesOf(db, [story.id])).get(story.id) ?? [],
      figures,
      related: null,
      versions: [],
    },
    newspaper.zone,
  )
  if (projection.kind !== 'live') throw new Error('A story that is not killed is live once it is published.')
  return { story: projection.story, pictures: await publicPictures(db, picturesIn(projection.story.body)) }
}
