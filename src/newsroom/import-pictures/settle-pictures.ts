import type { StoryId } from '../../ids.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import {
  deleteUses,
  placeReadyUses,
  storiesReady,
  usesOfStories,
  type WantedPlace,
} from '../../store/wanted-picture-uses.ts'
import { picturesHere, wantedByKey } from '../../store/wanted-pictures.ts'
import type { StoryDocument } from '../../story/document.ts'
import type { Instant } from '../../time.ts'
import { perform } from '../act.ts'
import { type Settled, settleTold } from '../importing/settle-story.ts'
import type { Newsroom } from '../newsroom.ts'
import { describedIn, withPictures } from './missing-pictures.ts'

/** So many stories to a transaction. */
const BATCH = 50

/** What became of the stories whose pictures have come. */
export type SettledStories = Readonly<Record<Settled, number>>

export const NONE_SETTLED: SettledStories = { settled: 0, waiting: 0, same: 0, 'with-staff': 0, gone: 0 }

/**
 * Puts pictures that are here into the stories that wait for them, all of a story's at once. The words at each figure
 * stay. A story that staff have taken up is left alone, and told.
 *
 * @param wholeOnly leave stories for later that wait for further pictures
 */
export async function settlePictures(
  newsroom: Newsroom,
  { wholeOnly, isStopping }: { readonly wholeOnly: boolean; readonly isStopping: () => boolean },
): Promise<SettledStories> {
  const sum: Record<Settled, number> = { ...NONE_SETTLED }
  for (let after: StoryId | null = null; !isStopping(); ) {
    const ids: StoryId[] = await storiesReady(newsroom.db, { after, limit: BATCH, wholeOnly })
    if (ids.length === 0) return sum
    for (const settled of await settleBatch(newsroom, ids)) sum[settled] += 1
    after = ids.at(-1) ?? null
  }
  return sum
}

/** A story and what it says of its pictures change in one transaction: a process that ends leaves neither alone. */
async function settleBatch(newsroom: Newsroom, ids: readonly StoryId[]): Promise<Settled[]> {
  const { result } = await perform(newsroom, 'import-stories', async (tx, now) => {
    const results: Settled[] = []
    const live: StoryId[] = []
    for (const id of ids) {
      const { settled, isPublic } = await settleOne(tx, now, id)
      results.push(settled)
      if (isPublic) live.push(id)
    }
    return {
      result: results,
      subject: 'pictures',
      detail: { stories: ids.length, public: live.length },
      changes: live.map((storyId) => ({ kind: 'story', storyId }) as const),
    }
  })
  return result
}

const PLACE: Readonly<Record<Exclude<Settled, 'gone'>, WantedPlace>> = {
  settled: 'shown',
  same: 'shown',
  waiting: 'with-editor',
  'with-staff': 'with-staff',
}

async function settleOne(
  tx: NewsroomTx,
  now: Instant,
  storyId: StoryId,
): Promise<{ readonly settled: Settled; readonly isPublic: boolean }> {
  const ready = (await usesOfStories(tx, [storyId])).filter(({ place }) => place === 'ready').map(({ key }) => key)
  const sources = [...new Set([...(await wantedByKey(tx, ready)).values()].map(({ source }) => source))]
  const here = await picturesHere(tx, ready)
  // A name without an address is known within its source; an address is the same in all of them.
  const change = (described: boolean) => (body: StoryDocument) =>
    sources.reduce((so, source) => withPictures(so, source, described ? describedIn(so, source, here) : here), body)
  // What readers may have goes first, and alone: a picture without a description would keep it from them.
  const first = await settleTold(tx, now, { storyId, change: change(true) })
  const second = await settleTold(tx, now, { storyId, change: change(false) })
  const settled = second.settled === 'same' ? first.settled : second.settled
  if (settled === 'gone') await deleteUses(tx, [storyId])
  else await placeReadyUses(tx, storyId, PLACE[settled])
  return { settled, isPublic: first.isPublic || second.isPublic }
}
