import type { NewsroomTx } from '../store/newsroom-db.ts'
import { insertPublications, publicationsOf, type StoryPublication } from '../store/story-publications.ts'
import { revisionAuthor } from '../store/stories.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'

/** Who publishes, when, and what they say to readers of the change. */
export interface Publishing {
  readonly at: Instant
  readonly by: string
  readonly change: string | null
}

/**
 * Notes that a story's newest revision is now what readers have: a version of its own, unless they had it already.
 *
 * A story that came in with an import has no version noted yet: what readers had until now is noted first.
 *
 * @param story as it stood before: its live revision is what readers had
 * @param firstPublished when readers first had it: the first version's date, wherever that was
 */
export async function notePublication(
  tx: NewsroomTx,
  story: Omit<Story, 'content'>,
  firstPublished: Instant,
  { at, by, change }: Publishing,
): Promise<void> {
  const noted = await publicationsOf(tx, story.id)
  const before = noted.length > 0 ? [] : await firstVersion(tx, story, firstPublished)
  const last = [...noted, ...before].at(-1)
  if (last?.revision === story.revision) return
  const next: StoryPublication = {
    storyId: story.id,
    version: (last?.version ?? 0) + 1,
    revision: story.revision,
    at: last ? at : firstPublished,
    by,
    change: last ? change : null,
    withheld: null,
  }
  await insertPublications(tx, [...before, next])
}

async function firstVersion(
  tx: NewsroomTx,
  { id, liveRevision }: Omit<Story, 'content'>,
  at: Instant,
): Promise<StoryPublication[]> {
  if (liveRevision === null) return []
  const by = (await revisionAuthor(tx, { id, revision: liveRevision })) ?? ''
  return [{ storyId: id, version: 1, revision: liveRevision, at, by, change: null, withheld: null }]
}
