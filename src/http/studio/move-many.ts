import { OnrecordError } from '../../errors.ts'
import type { StoryId } from '../../ids.ts'
import { holdStory, releaseStory } from '../../newsroom/change-story.ts'
import { moveWords, publishWords } from '../../newsroom/move-looked-at.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { sendBackStory } from '../../newsroom/send-back-story.ts'
import type { StoryState } from '../../story/story.ts'

/** The same move for many stories. */
export interface ManyMoves {
  readonly storyIds: readonly StoryId[]
  readonly act: 'submit' | 'approve' | 'send-back' | 'hold' | 'release' | 'publish'
  /** Why they are held, or what the desk says as they go back. */
  readonly reason: string
}

export interface MovedOne {
  readonly storyId: StoryId
  readonly state: StoryState | null
  /** Why not; null where it was done. */
  readonly refusal: string | null
}

/**
 * Does the same to many stories, one after another, each as if it were asked for alone: what one may not, one may not to
 * many. A refusal stops none of the others.
 */
export async function moveMany(newsroom: Newsroom, { storyIds, act, reason }: ManyMoves): Promise<MovedOne[]> {
  const results: MovedOne[] = []
  for (const storyId of new Set(storyIds)) {
    try {
      const state = await moveOne(newsroom, storyId, act, reason)
      results.push({ storyId, state, refusal: null })
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error
      results.push({ storyId, state: null, refusal: error.message })
    }
  }
  return results
}

async function moveOne(
  newsroom: Newsroom,
  storyId: StoryId,
  act: ManyMoves['act'],
  reason: string,
): Promise<StoryState> {
  const words = { storyId, version: null }
  switch (act) {
    case 'submit':
      return (await moveWords(newsroom, words, 'in-review')).state
    case 'approve':
      return (await moveWords(newsroom, words, 'approved')).state
    case 'send-back':
      return (await sendBackStory(newsroom, storyId, reason)).state
    case 'hold':
      if (reason === '') throw new OnrecordError('bad-input', 'No story is held without a reason.')
      return (await holdStory(newsroom, storyId, reason)).state
    case 'release':
      return (await releaseStory(newsroom, storyId)).state
    case 'publish':
      // Nobody ticks a list for many stories at once: what has to be looked at is looked at one by one.
      return (await publishWords(newsroom, { ...words, lookedAt: [] }, null)).result.state
  }
}
