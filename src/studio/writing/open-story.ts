import type { AccountId, StoryId } from '../../ids.ts'
import { api, ApiProblem, NoConnection } from '../api/api.ts'
import type { StoryAtWork } from './desk-context.ts'
import { takeStory } from './device.ts'
import { noteOpened } from './journal.ts'
import { journalOnDisk } from './journal-idb.ts'
import { isUnsent, type KeptStory, type OnServer, type Text } from './kept-story.ts'
import { replay } from './replay.ts'
import { type StoryJournal, storyJournal } from './story-journal.ts'

/** A story as it was found on the server and on this device. */
export interface OpenedStory {
  readonly story: StoryAtWork
  readonly base: OnServer
  readonly mine: Text
  readonly kept: KeptStory<StoryAtWork>
  readonly isUnsent: boolean
  /** The server could not be asked: this is what it last had, as far as is known here. */
  readonly isFromDevice: boolean
  readonly journal: StoryJournal<StoryAtWork>
  /** Lets go of the story; null where another tab of this browser writes it. */
  readonly letGo: (() => void) | null
  /** Told from now on when the device keeps nothing. */
  onTrouble: (trouble: 'cannot-keep' | null) => void
}

const NOTHING: KeptStory<StoryAtWork> = { server: null, sent: null, text: null, entries: [], unreadable: 0 }

/**
 * Opens a story: what the server has, and over it what this device kept and never sent.
 *
 * @throws ApiProblem, NoConnection where neither has anything to show
 */
export async function openStory(account: AccountId, storyId: StoryId): Promise<OpenedStory> {
  const opened: { onTrouble: OpenedStory['onTrouble'] } = { onTrouble: () => undefined }
  const journal = storyJournal<StoryAtWork>({
    store: journalOnDisk,
    account,
    storyId,
    onTrouble: (trouble) => opened.onTrouble(trouble),
  })
  const letGo = await takeStory(storyId)
  try {
    const kept = await journal.read().catch(() => NOTHING)
    const story = await askServer(storyId, kept)
    const found = story ? bringTogether(story, kept) : fromDevice(kept)
    if (story && letGo) {
      void noteOpened(account, storyId).catch(() => undefined)
      if (!found.isUnsent) void journal.saved({ ...found.base, story })
    }
    return Object.assign(opened, { ...found, kept, journal, letGo, isFromDevice: !story })
  } catch (error) {
    letGo?.()
    throw error
  }
}

/** The server's story; null where it cannot be had and this device can stand in for it. */
async function askServer(storyId: StoryId, kept: KeptStory<StoryAtWork>): Promise<StoryAtWork | null> {
  try {
    return await api('GET /stories/{storyId}', { params: { storyId } })
  } catch (error) {
    const isAway = error instanceof NoConnection || (error instanceof ApiProblem && error.status >= 500)
    const isExpired = error instanceof ApiProblem && error.code === 'signed-out'
    // What the newsroom has ended is shown no more.
    if (error instanceof ApiProblem && error.code === 'session-revoked') throw error
    // Refused for good: then only words of one's own that nobody else has are still shown.
    if (kept.server && (isAway || isExpired || isUnsent(kept))) return null
    throw error
  }
}

function bringTogether(story: StoryAtWork, kept: KeptStory<StoryAtWork>) {
  const { working } = story
  const mine = isUnsent(kept) ? replay(kept) : null
  const base = mine && kept.server ? kept.server : working
  return { story, base, mine: mine ?? working, isUnsent: mine !== null }
}

function fromDevice(kept: KeptStory<StoryAtWork>) {
  if (!kept.server) throw new NoConnection('The server cannot be reached.')
  const mine = replay(kept) ?? kept.server
  return { story: kept.server.story, base: kept.server, mine, isUnsent: isUnsent(kept) }
}
