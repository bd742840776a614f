import type { StoryId } from '../../ids.ts'
import type { EntryId } from '../../record/entry.ts'
import { isLogBegun, noteLogBegun } from '../../store/evidence-log.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { type ChangeSubject, newestChange, noteChanges } from '../../store/outbox.ts'
import { entryIdsAfter } from '../../store/record-state.ts'
import { publicStoryIds } from '../../store/stories.ts'
import type { Newsroom } from '../newsroom.ts'
import { sealChanges } from './seal-changes.ts'

/** How many stories or entries are looked at in one transaction: others wait no longer than that. */
const PORTION = 100

/**
 * Notes in the log what readers have and it does not speak of yet: once after an upgrade from a release without it, and after
 * a newsroom has moved in. Stopped half-way, it goes on where it was.
 *
 * @returns how many lines were added
 */
export async function sealEverything(newsroom: Newsroom): Promise<number> {
  if (await isLogBegun(newsroom.db)) return 0
  const lines = (await sealStories(newsroom)) + (await sealRecord(newsroom))
  await inTransaction(newsroom.db, async (tx) => {
    // The edition hears of lines with a change, and these came with none.
    if (lines > 0) await noteChanges(tx, [{ kind: 'house' }], newsroom.now())
    await noteLogBegun(tx, true)
  })
  return lines
}

async function sealStories(newsroom: Newsroom): Promise<number> {
  let lines = 0
  for (let after: StoryId | null = null; ; ) {
    const ids: StoryId[] = await publicStoryIds(newsroom.db, after, PORTION)
    lines += await sealPortion(
      newsroom,
      ids.map((storyId) => ({ kind: 'story', storyId })),
    )
    if (ids.length < PORTION) return lines
    after = ids.at(-1) ?? null
  }
}

async function sealRecord(newsroom: Newsroom): Promise<number> {
  let lines = 0
  for (let after: EntryId | null = null; ; ) {
    const ids: EntryId[] = await entryIdsAfter(newsroom.db, after, PORTION)
    lines += await sealPortion(
      newsroom,
      ids.map((entryId) => ({ kind: 'record', entryId })),
    )
    if (ids.length < PORTION) return lines
    after = ids.at(-1) ?? null
  }
}

const sealPortion = ({ db, now }: Newsroom, changes: readonly ChangeSubject[]): Promise<number> =>
  inTransaction(db, async (tx) => sealChanges(tx, changes, { change: await newestChange(tx), at: now() }))
