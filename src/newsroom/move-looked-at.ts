import type { StoryId } from '../ids.ts'
import { refusalToMove, refusalToPublish, refusalToSchedule } from '../story/publishing.ts'
import type { Story } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { Outcome } from './act.ts'
import { moveStory, scheduleStory } from './change-story.ts'
import { assertChecked, claimIdsIn } from './check-story.ts'
import { keepLookedAt } from './keep-looked-at.ts'
import type { Newsroom } from './newsroom.ts'
import { publishStory } from './publish-story.ts'
import { assertClaimsMayGoLive } from './record/publish-story-claims.ts'

/** The words that somebody looked at: a version of the working copy, or null for whichever is newest. */
export interface Words {
  readonly storyId: StoryId
  readonly version: number | null
}

/** Hands these words to the desk, or settles them. @throws OnrecordError as `keepLookedAt` and `moveStory` */
export async function moveWords(newsroom: Newsroom, words: Words, to: 'in-review' | 'approved'): Promise<Story> {
  const act = to === 'approved' ? 'approve-story' : 'submit-story'
  await keepLookedAt(newsroom, { ...words, act, keptAs: 'submitted', refusal: ({ state }) => refusalToMove(state, to) })
  return moveStory(newsroom, words.storyId, to)
}

/** Words that go out are checked; what the checklist asks to look at was looked at. */
export interface CheckedWords extends Words {
  readonly lookedAt: readonly string[]
}

/** Checked, and every claim behind the words is before readers or can go there with them. */
async function assertMayGoOut(newsroom: Newsroom, text: Story, lookedAt: readonly string[]): Promise<void> {
  await assertChecked(newsroom.db, text, lookedAt)
  await assertClaimsMayGoLive(newsroom, claimIdsIn(text.content))
}

/** Puts these words before readers, and with them the draft claims that they state. @throws OnrecordError as `keepLookedAt`, `assertChecked` and `publishStory` */
export async function publishWords(
  newsroom: Newsroom,
  { storyId, version, lookedAt }: CheckedWords,
  change: string | null,
): Promise<Outcome<Story>> {
  const story = await keepLookedAt(newsroom, {
    storyId,
    version,
    act: 'publish-story',
    keptAs: 'published',
    refusal: refusalToPublish,
    check: (text) => assertMayGoOut(newsroom, text, lookedAt),
  })
  return publishStory(newsroom, { storyId, revision: story.revision, change, withClaims: true })
}

/** Lets these words go out by themselves. @throws OnrecordError as `keepLookedAt`, `assertChecked` and `scheduleStory` */
export async function scheduleWords(
  newsroom: Newsroom,
  { storyId, version, lookedAt }: CheckedWords,
  at: Instant,
): Promise<Story> {
  await keepLookedAt(newsroom, {
    storyId,
    version,
    act: 'schedule-story',
    keptAs: 'published',
    refusal: (story, now) => refusalToSchedule(story, at, now),
    check: (text) => assertMayGoOut(newsroom, text, lookedAt),
  })
  return scheduleStory(newsroom, storyId, at)
}
