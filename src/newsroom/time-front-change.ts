import { OnrecordError } from '../errors.ts'
import type { FrontChangeId } from '../ids.ts'
import { fillSlot, freeSlot, readFrontSlots } from '../store/front-slots.ts'
import { inTransaction, type NewsroomTx } from '../store/newsroom-db.ts'
import {
  deleteFrontChange,
  dueFrontChanges,
  type FrontChange,
  frontChangeById,
  insertFrontChange,
  refuseFrontChange,
} from '../store/slot-times.ts'
import { keepFrontBefore } from '../store/slot-times-before.ts'
import { perform } from './act.ts'
import { findStory } from './find-story.ts'
import { assertFront, assertMayStand, assertPosition } from './may-stand.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { storiesOf } from './pin-story.ts'

/** What is to change, and when. */
export type TimedChange = Pick<FrontChange, 'list' | 'language' | 'position' | 'storyId' | 'fromAt' | 'until'>

/**
 * Sets a change of a front to be made at a time: a story for a place, or the place left to the newest again. Until then it
 * is known to the newsroom alone.
 *
 * @throws OnrecordError `not-found`, `refused` as choosing the story now would be, `bad-input` for times that cannot be
 */
export async function timeFrontChange(newsroom: Newsroom, change: TimedChange): Promise<FrontChange> {
  const { result } = await perform(newsroom, 'pin-story', async (tx, now) => {
    const { list, language, position, storyId, fromAt, until } = change
    assertPosition(position)
    await assertFront(tx, change)
    if (fromAt <= now) throw new OnrecordError('bad-input', 'That time is over already.')
    if (until !== null && until <= fromAt) throw new OnrecordError('bad-input', 'It would end before it begins.')
    if (storyId !== null) await assertMayStand(tx, change, await findStory(tx, storyId))
    const set: FrontChange = {
      list,
      language,
      position,
      storyId,
      fromAt,
      until,
      id: newId(newsroom, 'front-change'),
      by: newsroom.actor.name,
      at: now,
      refused: null,
    }
    await insertFrontChange(tx, set)
    return { result: set, subject: storyId, detail: { list, language, position, fromAt, until } }
  })
  return result
}

/** Takes a change away before it is made. @throws OnrecordError `not-found` when it was made or taken away already */
export async function dropFrontChange(newsroom: Newsroom, id: FrontChangeId): Promise<void> {
  await perform(newsroom, 'unpin-story', async (tx) => {
    const { list, language, position, storyId, fromAt } = await findChange(tx, id)
    await deleteFrontChange(tx, id)
    return { result: null, subject: storyId, detail: { list, language, position, fromAt } }
  })
}

/** Makes every change whose time has come: once, late rather than never. One that is refused says why and is let be. */
export async function makeDueFrontChanges(newsroom: Newsroom): Promise<void> {
  for (const { id } of await dueFrontChanges(newsroom.db, newsroom.now())) {
    try {
      await makeChange(newsroom, id)
    } catch (error) {
      if (!(error instanceof OnrecordError) || (error.code !== 'refused' && error.code !== 'not-found')) throw error
      await inTransaction(newsroom.db, (tx) => refuseFrontChange(tx, id, error.message))
    }
  }
}

const makeChange = (newsroom: Newsroom, id: FrontChangeId) =>
  perform(newsroom, 'pin-story', async (tx, now) => {
    // Another process may have made it a moment ago.
    const change = await findChange(tx, id)
    const standing = await readFrontSlots(tx, change)
    const { list, language, position, storyId, until, by } = change
    if (storyId === null) await freeSlot(tx, change)
    else {
      await assertMayStand(tx, change, await findStory(tx, storyId))
      await fillSlot(tx, { list, language, position, storyId, until })
    }
    const leaving = standing.filter((slot) => slot.position === position)
    await keepFrontBefore(tx, change, { places: standing, by, at: now })
    await deleteFrontChange(tx, id)
    return {
      result: null,
      subject: storyId,
      detail: { list, language, position, until, setBy: by },
      changes: storiesOf([...leaving, ...(storyId === null ? [] : [{ storyId }])]),
    }
  })

async function findChange(tx: NewsroomTx, id: FrontChangeId): Promise<FrontChange> {
  const change = await frontChangeById(tx, id)
  if (change) return change
  throw new OnrecordError('not-found', 'There is no such change any more: it was made, or taken away.')
}
