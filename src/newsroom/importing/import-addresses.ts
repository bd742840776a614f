import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { takenPaths } from '../../store/stories.ts'
import { storyPath } from '../../story/addresses.ts'
import type { Story } from '../../story/story.ts'
import { dateOfPublication, type Instant } from '../../time.ts'
import { freeAddress, theNewspaper } from '../story-path.ts'

/** Makes a batch of new stories live: addresses for all of them with one look at those that are taken. */
export async function giveAddresses(tx: NewsroomTx, stories: readonly Story[], now: Instant): Promise<Story[]> {
  if (stories.length === 0) return []
  const newspaper = await theNewspaper(tx)
  const dated = stories.map((story) => {
    const firstPublished = story.firstPublished ?? ({ at: now, precision: 'minute' } as const)
    const path = storyPath(dateOfPublication(newspaper.zone, firstPublished), story.slug, story.language, newspaper)
    return { story, firstPublished, path }
  })
  const given = new Set<string>()
  const taken = await takenPaths(
    tx,
    dated.map(({ path }) => path),
  )
  const live: Story[] = []
  for (const { story, firstPublished, path } of dated) {
    const isFree = !taken.has(path) && !given.has(path)
    const address = isFree
      ? { slug: story.slug, path }
      : await freeAddress(tx, newspaper, { ...story, firstPublished }, given)
    given.add(address.path)
    const updatedAt = story.updatedAt ?? firstPublished.at
    live.push({ ...story, ...address, state: 'published', liveRevision: story.revision, firstPublished, updatedAt })
  }
  return live
}
