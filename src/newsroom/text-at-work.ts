import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import type { Story } from '../story/story.ts'
import { findWorkingStory } from './working-story.ts'

/** A story with the text as it is being written, which may be newer than its newest revision. */
export interface TextAtWork {
  readonly story: Story
  /** The version of the working copy; 0 where the newest revision stands for it. */
  readonly version: number
  /** Has somebody written since the newest revision was kept? */
  readonly isChanged: boolean
}

/** A story with the words that somebody sees who opens it now. @throws OnrecordError `not-found` */
export async function textAtWork(db: NewsroomDb, storyId: StoryId): Promise<TextAtWork> {
  const { story, working } = await findWorkingStory(db, storyId)
  const { content, version, changedSince } = working
  return { story: { ...story, content }, version, isChanged: changedSince !== null }
}

/** @throws OnrecordError `stale-revision` when somebody has written since these words were looked at */
export function assertLookedAt({ version }: TextAtWork, lookedAt: number | null): void {
  if (lookedAt !== null && lookedAt !== version) throw textChanged()
}

export const textChanged = () =>
  new OnrecordError('stale-revision', 'Somebody has changed the text since you looked at it.', {
    remedy: 'Look at what changed, then do it again.',
  })
