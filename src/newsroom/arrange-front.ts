import { OnrecordError } from '../errors.ts'
import { readFrontSlots } from '../store/front-slots.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { type ChosenPlace, frontBefore, keepFrontBefore, replaceFrontSlots } from '../store/slot-times-before.ts'
import { storyById } from '../store/stories.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { Instant } from '../time.ts'
import { type Outcome, perform } from './act.ts'
import { findStory } from './find-story.ts'
import { assertFront, assertMayStand, assertPosition } from './may-stand.ts'
import type { Newsroom } from './newsroom.ts'
import { storiesOf } from './pin-story.ts'

type Front = Pick<FrontSlot, 'list' | 'language'>

/** Which stories are to stand in which places of a front; the newest fill the others. */
export interface Arrangement {
  readonly places: readonly ChosenPlace[]
  /** The stories that stood there, by place, when somebody looked at it; left out, it does not matter. */
  readonly was?: readonly Pick<ChosenPlace, 'position' | 'storyId'>[]
}

/**
 * Arranges the chosen places of a front in one go. What it was like is kept, to go back to.
 *
 * @throws OnrecordError `not-found` for a front or a story that there is not, `refused` for a story that may not stand
 *   there, `bad-input` for a place or a story named twice or a time that is over, `stale-revision` when somebody has
 *   arranged it meanwhile
 */
export const arrangeFront = (
  newsroom: Newsroom,
  { list, language }: Front,
  { places, was }: Arrangement,
): Promise<Outcome<null>> =>
  perform(newsroom, 'pin-story', async (tx, now) => {
    const front: Front = { list, language }
    await assertFront(tx, front)
    const standing = await slotsNow(tx, front, now)
    assertUnchanged(standing, was)
    await assertSound(tx, front, { places, standing, now })
    return arranged(tx, front, { places, standing, now, by: newsroom.actor.name })
  })

/**
 * Brings a front back to what it was before its last change; done twice, that change stands again. Stories that were
 * killed meanwhile stay away.
 *
 * @throws OnrecordError `refused` when nothing of it was ever changed
 */
export const undoFront = (newsroom: Newsroom, { list, language }: Front): Promise<Outcome<null>> =>
  perform(newsroom, 'pin-story', async (tx, now) => {
    const front: Front = { list, language }
    const before = await frontBefore(tx, front)
    if (!before) throw new OnrecordError('refused', 'Nothing of this front was changed yet.')
    const places: ChosenPlace[] = []
    for (const place of before.places) {
      const story = await storyById(tx, place.storyId)
      if (story && !story.kill && !isOver(place, now)) places.push(place)
    }
    return arranged(tx, front, { places, standing: await slotsNow(tx, front, now), now, by: newsroom.actor.name })
  })

const isOver = ({ until }: Pick<ChosenPlace, 'until'>, now: Instant): boolean => until !== null && until <= now

/** Places whose time is over are free. */
const slotsNow = async (tx: NewsroomTx, front: Front, now: Instant): Promise<ChosenPlace[]> =>
  (await readFrontSlots(tx, front)).filter((slot) => !isOver(slot, now))

interface Arranging {
  readonly places: readonly ChosenPlace[]
  readonly standing: readonly ChosenPlace[]
  readonly now: Instant
}

async function arranged(tx: NewsroomTx, front: Front, { places, standing, now, by }: Arranging & { by: string }) {
  const all = await readFrontSlots(tx, front)
  await keepFrontBefore(tx, front, { places: standing.map(toPlace), by, at: now })
  await replaceFrontSlots(tx, front, places)
  return {
    result: null,
    subject: null,
    detail: { list: front.list, language: front.language, chosen: places.length },
    changes: storiesOf([...all, ...places]),
  }
}

const toPlace = ({ position, storyId, until }: ChosenPlace): ChosenPlace => ({ position, storyId, until })

/** Who stands where, as two arrangements are compared. */
const spoken = (places: readonly Pick<ChosenPlace, 'position' | 'storyId'>[]): string =>
  places
    .map(({ position, storyId }) => `${position} ${storyId}`)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .join(', ')

const isTwice = (values: readonly unknown[]): boolean => new Set(values).size < values.length

function assertUnchanged(standing: readonly ChosenPlace[], was: Arrangement['was']): void {
  if (was === undefined || spoken(was) === spoken(standing)) return
  throw new OnrecordError('stale-revision', 'Somebody has arranged this front meanwhile.', {
    remedy: 'Look at it again; nothing was changed.',
  })
}

async function assertSound(tx: NewsroomTx, front: Front, { places, standing, now }: Arranging): Promise<void> {
  if (isTwice(places.map(({ position }) => position)) || isTwice(places.map(({ storyId }) => storyId))) {
    throw new OnrecordError('bad-input', 'A place has one story, and a story has one place of a front.')
  }
  for (const place of places) {
    assertPosition(place.position)
    if (isOver(place, now)) throw new OnrecordError('bad-input', 'That time is over already.')
    const stood = standing.some(({ storyId }) => storyId === place.storyId)
    const story = await findStory(tx, place.storyId)
    // What stands there may go on standing: its section may have been changed since.
    if (!stood || story.kill) await assertMayStand(tx, front, story)
  }
}
