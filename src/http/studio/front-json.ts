import { filledSlots } from '../../edition/front-slots.ts'
import { newestStories } from '../../edition/listed-stories.ts'
import type { StoryId } from '../../ids.ts'
import { readFrontSlots } from '../../store/front-slots.ts'
import { accountNames } from '../../store/accounts.ts'
import { frontChanges } from '../../store/slot-times.ts'
import { frontBefore } from '../../store/slot-times-before.ts'
import { listedStories } from '../../store/story-list.ts'
import { FRONT_SLOTS, type FrontSlot, inTheirPlaces } from '../../story/front-slot.ts'
import type { Answered } from '../contract/endpoint.ts'
import type { FRONTS_ENDPOINTS } from '../contract/fronts.ts'
import type { Visit } from './visit.ts'

type FrontJson = Answered<(typeof FRONTS_ENDPOINTS)['GET /front']>
type Front = Pick<FrontSlot, 'list' | 'language'>

/** A front for those who arrange it. */
export async function frontJson({ house, newsroom }: Visit, front: Front): Promise<FrontJson> {
  const { db } = newsroom
  const now = newsroom.now()
  const slots = (await readFrontSlots(db, front)).filter(({ until }) => until === null || until > now)
  const changes = await frontChanges(db, front)
  const before = await frontBefore(db, front)
  const ids = [...slots, ...changes].flatMap(({ storyId }) => storyId ?? [])
  const named = await namesOf(newsroom, ids)
  const people = await accountNames(db, [...changes.map(({ by }) => by), ...(before ? [before.by] : [])])
  const shown = await shownOn(house.edition, front, now)
  return {
    places: Array.from({ length: FRONT_SLOTS }, (_, index) => {
      const slot = slots.find(({ position }) => position === index + 1)
      return {
        position: index + 1,
        shown: shown[index] ?? null,
        chosen: (slot && named.get(slot.storyId)) ?? null,
        until: slot?.until ?? null,
      }
    }),
    changes: changes.map(({ id, position, storyId, fromAt, until, by, refused }) => ({
      id,
      position,
      fromAt,
      until,
      refused,
      story: (storyId !== null && named.get(storyId)) || null,
      by: people.get(by) ?? by,
    })),
    lastChange: before ? { by: people.get(before.by) ?? before.by, at: before.at } : null,
  }
}

/** The first stories of the front, as the press puts them together. */
async function shownOn(edition: Visit['house']['edition'], { list, language }: Front, now: FrontSlotTime) {
  const key = list as Parameters<typeof newestStories>[1]['list']
  const newest = await newestStories(edition, { list: key, language, limit: FRONT_SLOTS * 2, before: null })
  return inTheirPlaces(await filledSlots(edition, { list: key, language, now }), newest).slice(0, FRONT_SLOTS)
}

type FrontSlotTime = NonNullable<FrontSlot['until']>

async function namesOf({ db }: Visit['newsroom'], ids: readonly StoryId[]) {
  const stories = await listedStories(db, { reader: null, ids: [...new Set(ids)] })
  return new Map(
    stories.map(({ id, headline, state, liveRevision }) => [
      id,
      { id, headline, state, isLive: liveRevision !== null && state !== 'killed' },
    ]),
  )
}
