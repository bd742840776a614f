import type { StoryId } from '../ids.ts'
import { type KeptAs, nameRevision, revisionOf } from '../store/revisions.ts'
import { putWorkingCopy } from '../store/working-copies.ts'
import { OnrecordError } from '../errors.ts'
import type { Story } from '../story/story.ts'
import { perform } from './act.ts'
import { assertAllowed } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { addRevision, findWorkingStory } from './working-story.ts'

export interface KeepRequest {
  readonly storyId: StoryId
  /** What it is to be called; null for no name. */
  readonly name: string | null
  /** Why it is kept. Left out: because somebody named it, or, without a name, because it is published. */
  readonly keptAs?: KeptAs
}

/**
 * Makes the text at work the story's newest revision, as is done before it is submitted or published, or when somebody
 * wants to find this version again. Nothing happens where the newest revision says the same, except that it takes the name.
 *
 * @returns the story with that revision
 * @throws OnrecordError `forbidden`, `not-found`, or `refused` for a killed story
 */
export async function keepRevision(newsroom: Newsroom, { storyId, name, keptAs }: KeepRequest): Promise<Story> {
  const { story: before, working: seen } = await findWorkingStory(newsroom.db, storyId)
  if (seen.changedSince === null && name === null) return before
  const { result } = await perform(newsroom, ['revise-story', storyId], async (tx, now) => {
    const { story, working } = await findWorkingStory(tx, storyId)
    assertAllowed(story.kill ? { kind: 'killed', at: story.kill.at } : null)
    if (working.changedSince === null) {
      if (name !== null) await nameRevision(tx, storyId, story.revision, { name })
      return { result: story, subject: storyId, detail: { revision: story.revision } }
    }
    const why = keptAs ?? (name === null ? 'published' : 'named')
    const { content, by } = working
    const kept = await addRevision(tx, story, { content, by, at: now, name, keptAs: why })
    await putWorkingCopy(tx, { ...working, baseRevision: kept.revision, changedSince: null })
    return { result: kept, subject: storyId, detail: { revision: kept.revision, keptAs: why } }
  })
  return result
}

/**
 * Calls a revision something, or, with null, nothing any more.
 *
 * @throws OnrecordError `forbidden`, `not-found`
 */
export async function renameRevision(
  newsroom: Newsroom,
  { storyId, revision, name }: { storyId: StoryId; revision: number; name: string | null },
): Promise<void> {
  await perform(newsroom, ['revise-story', storyId], async (tx) => {
    if (!(await revisionOf(tx, storyId, revision))) throw noRevision(storyId, revision)
    await nameRevision(tx, storyId, revision, { name })
    return { result: undefined, subject: storyId, detail: { revision, isNamed: name !== null } }
  })
}

export const noRevision = (storyId: StoryId, revision: number): OnrecordError =>
  new OnrecordError('not-found', `The story ${storyId} has no revision ${revision}.`)
