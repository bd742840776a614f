import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { markWithheld, publicationsOf, type StoryPublication } from '../store/story-publications.ts'
import { refusalToAmend } from '../story/publishing.ts'
import { type Outcome, perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

export interface WithholdRequest {
  readonly storyId: StoryId
  /** The first version that readers keep; null keeps them the present one alone. */
  readonly before: number | null
  /** Why, for readers. */
  readonly reason: string
}

/**
 * Takes from readers what a story said before, where that could harm somebody: the text of earlier versions leaves every
 * public page and the edition's file, as a killed story's does. Their dates stay, with the reason. The newsroom keeps
 * the revisions; what corrections say of the text is not touched.
 *
 * @returns the versions whose text is withheld now
 * @throws OnrecordError `not-found`; `bad-input` without a reason or for a version that there is not; `refused` for a
 *   story that is not before readers, or where nothing earlier is left to withhold
 */
export async function withholdVersions(
  newsroom: Newsroom,
  { storyId, before, reason }: WithholdRequest,
): Promise<Outcome<readonly number[]>> {
  if (reason.trim() === '') {
    throw new OnrecordError('bad-input', 'No version is withheld without a reason.', {
      remedy: 'Say to readers in a few words why they cannot have the earlier text; do not repeat it.',
    })
  }
  return perform(newsroom, ['withhold-versions', storyId], async (tx, now) => {
    assertAllowed(refusalToAmend(await findStory(tx, storyId)))
    const versions = chosen(await publicationsOf(tx, storyId), before)
    await markWithheld(tx, { storyId, versions, reason: reason.trim(), at: now })
    return {
      result: versions,
      subject: storyId,
      detail: { versions: versions.join(', ') },
      changes: [{ kind: 'story', storyId }],
    }
  })
}

function chosen(published: readonly StoryPublication[], before: number | null): number[] {
  const newest = published.at(-1)?.version ?? 1
  if (before !== null && (before < 2 || before > newest)) {
    throw new OnrecordError('bad-input', `The story has no earlier text before version ${before}.`, {
      remedy: `Its present version is ${newest}; name one from 2 to that, or all-earlier.`,
    })
  }
  const versions = published
    .filter(({ version, withheld }) => withheld === null && version < (before ?? newest))
    .map(({ version }) => version)
  if (versions.length > 0) return versions
  throw new OnrecordError('refused', 'No earlier text of this story is before readers.', {
    remedy: 'To take the present text from readers, publish a new revision first, or kill the story.',
  })
}
