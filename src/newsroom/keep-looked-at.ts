import type { StoryId } from '../ids.ts'
import type { StoryAct } from '../staff/acts.ts'
import type { KeptAs } from '../store/revisions.ts'
import type { Refusal } from '../story/publishing.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { assertMay } from './assert-may.ts'
import { assertAllowed } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { keepRevision } from './keep-revision.ts'
import { assertLookedAt, textAtWork, textChanged } from './text-at-work.ts'
import { saysTheSame } from './working-story.ts'

/** What is to be done with a text that somebody looked at. */
export interface LookedAt {
  readonly storyId: StoryId
  /** Of the working copy; null takes whichever is newest. */
  readonly version: number | null
  readonly act: StoryAct
  readonly keptAs: KeptAs
  /** Why it may not be done with these words, judged before anything is kept: a refusal leaves nothing behind. */
  readonly refusal: (story: Story, now: Instant) => Refusal | null
  /** What else is asked of the words. @throws OnrecordError */
  readonly check?: (story: Story) => Promise<void>
}

/**
 * Makes a revision of the text that somebody looked at, so that what is submitted, approved or published is what they
 * saw and not what somebody wrote a moment later.
 *
 * @throws OnrecordError `stale-revision` when the text has changed since, `refused` with the reason, `forbidden`
 */
export async function keepLookedAt(newsroom: Newsroom, asked: LookedAt): Promise<Story> {
  const { storyId, version, act, keptAs, refusal, check } = asked
  await assertMay(newsroom.db, newsroom.actor, [act, storyId])
  const atWork = await textAtWork(newsroom.db, storyId)
  assertLookedAt(atWork, version)
  const against = refusal(atWork.story, newsroom.now())
  // Whether readers have these words already is known once they are a revision.
  assertAllowed(against?.kind === 'already-live' ? null : against)
  await check?.(atWork.story)
  const kept = await keepRevision(newsroom, { storyId, name: null, keptAs })
  // Words that came in between are kept, and not let out: nobody has looked at them.
  if (!saysTheSame(kept.content, atWork.story.content)) throw textChanged()
  return kept
}
