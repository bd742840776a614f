import type { StoryId } from '../ids.ts'
import { inTransaction, type NewsroomDb, type NewsroomTx } from '../store/newsroom-db.ts'
import {
  deletePresence,
  dropPen,
  type Pen,
  type Presence,
  peopleAt,
  penOf,
  putPen,
  putPresence,
  type Seat,
} from '../store/presence.ts'
import { can } from '../staff/can.ts'
import { storyAccess } from '../store/story-access.ts'
import { type Instant, instantOf } from '../time.ts'
import { perform } from './act.ts'
import { assertMay } from './assert-may.ts'
import type { Newsroom } from './newsroom.ts'

/** After so long without a sign somebody has gone, and the pen is free. */
const AWAY_MS = 45_000

/** A browser that slept learns who took its pen for so long. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1000

/** One sign of a browser, every ten seconds. */
export interface Sign {
  readonly storyId: StoryId
  readonly device: string
  /** `ask` takes a free pen, `take` takes it from somebody, `leave` lays it down and goes. */
  readonly pen: 'look' | 'ask' | 'take' | 'leave'
  /** Where in the body they are. */
  readonly at: number | null
}

export interface AtStory {
  readonly people: readonly Presence[]
  readonly pen: Pen | null
  readonly isMine: boolean
  readonly takenBy: Presence['taken']
}

/**
 * Notes that somebody is at a story, and lets them have the pen, by which one writes at a time. It is a courtesy and no
 * lock: a save is judged by its version, and the pen falls free when its holder gives no sign.
 *
 * Whoever asks for it without being allowed to write just looks. Taking it from somebody is an act of its own, and they
 * are told at their next sign.
 *
 * @throws OnrecordError `forbidden`, `not-found`
 */
export async function giveSign(newsroom: Newsroom, sign: Sign): Promise<AtStory> {
  const seat: Seat = { storyId: sign.storyId, by: newsroom.actor.name, device: sign.device }
  const now = newsroom.now()
  if (sign.pen === 'take' && (await isWithAnother(newsroom.db, seat, now))) {
    await perform(newsroom, ['take-over-story', sign.storyId], async (tx) => {
      const from = await takeOver(tx, seat, now)
      return { result: undefined, subject: sign.storyId, detail: { from } }
    })
  }
  return inTransaction(newsroom.db, async (tx) => {
    await assertMay(tx, newsroom.actor, ['read-story', sign.storyId])
    if (sign.pen === 'leave') await leave(tx, seat, now)
    else await stay(newsroom, tx, seat, { sign, now })
    return atStory(tx, seat, now)
  })
}

const awaySince = (now: Instant): Instant => instantOf(new Date(Date.parse(now) - AWAY_MS))

const isSeat = (one: Seat, other: Seat): boolean => one.by === other.by && one.device === other.device

/** Who is writing now; null when nobody is. */
export const currentPen = (db: NewsroomDb, storyId: StoryId, now: Instant): Promise<Pen | null> =>
  penOf(db, storyId, awaySince(now))

async function isWithAnother(db: NewsroomDb, seat: Seat, now: Instant): Promise<boolean> {
  const pen = await currentPen(db, seat.storyId, now)
  return pen !== null && !isSeat(pen, seat)
}

/** @returns whose it was */
async function takeOver(tx: NewsroomTx, seat: Seat, now: Instant): Promise<string | null> {
  const pen = await currentPen(tx, seat.storyId, now)
  await putPen(tx, { ...seat, since: now, seenAt: now })
  if (!pen || isSeat(pen, seat)) return null
  const people = await peopleAt(tx, seat.storyId, awaySince(now))
  const holder = people.find((one) => isSeat(one, pen)) ?? { ...pen, at: null }
  await putPresence(tx, { ...holder, taken: { by: seat.by, at: now } })
  return pen.by
}

async function leave(tx: NewsroomTx, seat: Seat, now: Instant): Promise<void> {
  await dropPen(tx, seat)
  await deletePresence(tx, seat, instantOf(new Date(Date.parse(now) - FORGOTTEN_MS)))
}

async function stay(
  newsroom: Newsroom,
  tx: NewsroomTx,
  seat: Seat,
  { sign, now }: { sign: Sign; now: Instant },
): Promise<void> {
  const known = (await peopleAt(tx, seat.storyId, '' as Instant)).find((one) => isSeat(one, seat))
  const wasHere = known !== undefined && known.seenAt > awaySince(now)
  const pen = await currentPen(tx, seat.storyId, now)
  const hasIt = pen !== null && isSeat(pen, seat)
  const takesIt = !hasIt && pen === null && sign.pen !== 'look' && (await mayWrite(newsroom, tx, seat.storyId))
  if (hasIt || takesIt) await putPen(tx, { ...seat, since: hasIt ? pen.since : now, seenAt: now })
  await putPresence(tx, {
    ...seat,
    since: wasHere ? known.since : now,
    seenAt: now,
    at: sign.at,
    taken: hasIt || takesIt ? null : (known?.taken ?? null),
  })
}

async function mayWrite({ actor }: Newsroom, tx: NewsroomTx, storyId: StoryId): Promise<boolean> {
  if (!actor.staff) return true
  const access = await storyAccess(tx, storyId)
  return access !== undefined && can(actor.staff, 'revise-story', access)
}

async function atStory(tx: NewsroomTx, seat: Seat, now: Instant): Promise<AtStory> {
  const people = await peopleAt(tx, seat.storyId, awaySince(now))
  const pen = await currentPen(tx, seat.storyId, now)
  const isMine = pen !== null && isSeat(pen, seat)
  return { people, pen, isMine, takenBy: people.find((one) => isSeat(one, seat))?.taken ?? null }
}
