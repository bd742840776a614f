import { OnrecordError } from '../../errors.ts'
import type { StoryId } from '../../ids.ts'
import { deleteDismissals, dismissedIn, insertDismissals } from '../../store/desk-dismissals.ts'
import { putReading, readingOf } from '../../store/desk-readings.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { record } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'

/** More than anybody puts away in one story, and few enough to be sent with it. */
const MOST_DISMISSED = 2_000

/**
 * Puts suggestions and findings away: the desk does not come back with them in this story. Again, it changes nothing.
 *
 * @param keys the desk's own; the audit says how many, since whoever has a text can find its keys
 * @returns everything that is put away in the story now
 * @throws OnrecordError `forbidden`, `not-found`, or `refused` beyond two thousand
 */
export async function dismissSuggestions(
  newsroom: Newsroom,
  storyId: StoryId,
  keys: readonly string[],
): Promise<string[]> {
  const { result } = await record(newsroom, ['dismiss-suggestion', storyId], async (tx, at) => {
    await insertDismissals(tx, storyId, { keys: [...new Set(keys)], by: newsroom.actor.name, at })
    const dismissed = await dismissedIn(tx, storyId)
    if (dismissed.length > MOST_DISMISSED) throw tooMany()
    await countAgain(tx, storyId, dismissed)
    return { result: dismissed, subject: storyId, detail: { dismissed: keys.length } }
  })
  return result
}

/** Takes it back. @returns what is still put away @throws OnrecordError `forbidden`, `not-found` */
export async function recallDismissals(
  newsroom: Newsroom,
  storyId: StoryId,
  keys: readonly string[],
): Promise<string[]> {
  const { result } = await record(newsroom, ['dismiss-suggestion', storyId], async (tx) => {
    await deleteDismissals(tx, storyId, [...new Set(keys)])
    const dismissed = await dismissedIn(tx, storyId)
    await countAgain(tx, storyId, dismissed)
    return { result: dismissed, subject: storyId, detail: { recalled: keys.length } }
  })
  return result
}

const tooMany = () =>
  new OnrecordError('refused', `More than ${MOST_DISMISSED} suggestions are put away in this story already.`, {
    remedy: 'Switch off the kinds of findings that the paper does without, in its settings.',
  })

/** The list of stories says how many suggestions wait. */
async function countAgain(tx: NewsroomTx, storyId: StoryId, dismissed: readonly string[]): Promise<void> {
  const reading = await readingOf(tx, storyId)
  if (!reading) return
  const away = new Set(dismissed)
  await putReading(tx, { ...reading, openClaims: reading.claims.filter(({ key }) => !away.has(key)).length })
}
