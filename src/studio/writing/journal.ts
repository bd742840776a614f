import type { AccountId, StoryId } from '../../ids.ts'
import type { StoryAtWork } from './desk-context.ts'
import { openRow, sealRow } from './journal-cipher.ts'
import { journalOnDisk } from './journal-idb.ts'
import type { JournalStore } from './journal-store.ts'
import { storyJournal } from './story-journal.ts'

export { closeJournal } from './journal-idb.ts'

/** A story with words on this device that the server may not have. */
export interface UnsentStory {
  readonly storyId: StoryId
  readonly headline: string
}

/** So many stories that were opened here can be opened again without a line. */
const MOST_KEPT = 40

/** Rows of the journal that belong to no story. */
const RECENT = 'recent' as StoryId

/**
 * Destroys what this device keeps: for one account, or for everybody who worked here. The key goes first, so that nothing
 * can be read even where the rest is interrupted. Signing out, a revoked session and panic call it, and say so.
 */
export async function destroyJournal(account?: AccountId, store: JournalStore = journalOnDisk): Promise<void> {
  const accounts = account === undefined ? await store.accounts().catch(() => []) : [account]
  for (const one of accounts) await store.destroy(one)
}

/** Stories with unsent words here, of one account or of everybody: what signing out would lose. */
export async function unsentStories(account?: AccountId, store: JournalStore = journalOnDisk): Promise<UnsentStory[]> {
  const accounts = account === undefined ? await store.accounts().catch(() => []) : [account]
  const lists = await Promise.all(accounts.map((one) => unsentOf(one, store).catch(() => [])))
  return lists.flat()
}

async function unsentOf(account: AccountId, store: JournalStore): Promise<UnsentStory[]> {
  const places = await store.placesOf(account)
  const ids = new Set(places.filter(({ part }) => part !== 'server').map(({ storyId }) => storyId))
  return Promise.all(
    [...ids].map(async (storyId) => {
      const kept = await storyJournal<StoryAtWork>({ store, account, storyId, onTrouble: () => undefined }).read()
      const { content } = kept.text ?? kept.sent ?? kept.server ?? {}
      return { storyId, headline: content?.headline ?? '' }
    }),
  )
}

/** Notes that a story was opened, and forgets those that were not for the longest time, except what is unsent. */
export async function noteOpened(
  account: AccountId,
  storyId: StoryId,
  store: JournalStore = journalOnDisk,
): Promise<void> {
  const key = await store.keyOf(account)
  const [row] = await store.rowsOf(account, RECENT)
  const known = row ? ((await openRow(key, row)) as StoryId[] | undefined) : undefined
  const recent = [storyId, ...(known ?? []).filter((one) => one !== storyId)]
  const kept = recent.slice(0, MOST_KEPT)
  const place = { account, storyId: RECENT, part: 'server', number: 0 } as const
  await store.apply({ account, storyId: RECENT, put: [await sealRow(key, place, kept)], remove: [], stepsUpTo: 0 })
  const unsent = new Set(
    (await store.placesOf(account)).filter(({ part }) => part !== 'server').map((one) => one.storyId),
  )
  for (const old of recent.slice(MOST_KEPT).filter((one) => !unsent.has(one))) {
    await store.apply({ account, storyId: old, put: [], remove: ['server'], stepsUpTo: 0 })
  }
}
