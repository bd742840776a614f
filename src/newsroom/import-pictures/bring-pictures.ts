import { setTimeout as sleep } from 'node:timers/promises'
import { OnrecordError } from '../../errors.ts'
import type { PictureShelves } from '../../media/media-store.ts'
import type { FetchPage } from '../../outbound/guarded-fetch.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { readyLeftUses, readyUses } from '../../store/wanted-picture-uses.ts'
import {
  countWanted,
  giveBackAsked,
  takeAskedDue,
  updateWanted,
  wantedAfter,
  wantedByKey,
  type WantedFilter,
  type WantedPicture,
  type WantedState,
} from '../../store/wanted-pictures.ts'
import { instantOf } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { type Bringer, bringOne, type Brought } from './bring-one.ts'
import { type BroughtPictures, count, NOTHING_BROUGHT, sumOfSettled, type Tally } from './brought-pictures.ts'
import { fetchPolitely } from './fetch-politely.ts'
import { wordsOfFirstUse } from './first-words.ts'
import { afterwards } from './note-outcome.ts'
import type { PictureSource } from './picture-source.ts'
import { settlePictures } from './settle-pictures.ts'

/** Where pictures are brought from, and how. */
export interface Bringing {
  /** Folders and archives, looked through first. */
  readonly from: readonly PictureSource[]
  /** The guarded way to the network; null asks no server. */
  readonly fetch: FetchPage | null
  /** Ask servers again for what was given up. What was given up is always looked for in folders. */
  readonly again?: boolean
  /** Only what the server was asked to fetch by itself, and only what is due. */
  readonly askedOnly?: boolean
  readonly onProgress?: (progress: PicturesProgress) => void
  readonly isStopping?: () => boolean
  /** Told of what went wrong with one picture through a fault of ours. The others go on. */
  readonly onFault?: (error: unknown) => void
  /** Waits, in milliseconds. */
  readonly pause?: (ms: number) => Promise<void>
}

/** How far it is. */
export interface PicturesProgress {
  readonly done: number
  readonly of: number
}

const PAGE = 200
const AT_ONCE = 4

/**
 * Brings the pictures that imported stories show and that are not here yet: from folders and archives, and from the web
 * where that is allowed. Each is taken in once, whatever number of stories shows it, and put in the place that waits for
 * it. Ended at any moment, it is run again and goes on; what was fetched is not fetched again.
 *
 * Whoever asks a server for pictures shows it the address of this machine.
 *
 * @throws OnrecordError `storage-full`, and what the databases throw
 */
export async function bringPictures(
  newsroom: Newsroom,
  shelves: PictureShelves,
  bringing: Bringing,
): Promise<BroughtPictures> {
  const isStopping = bringing.isStopping ?? (() => false)
  const run = { newsroom, bringing, bringer: bringerFor(newsroom, shelves, bringing, isStopping) }
  const tally: Tally = { ...NOTHING_BROUGHT }
  const settle = async (wholeOnly: boolean) => {
    tally.stories = sumOfSettled(tally.stories, await settlePictures(newsroom, { wholeOnly, isStopping }))
  }
  // Staff may have put a story back since, or the picture into it.
  if (!bringing.askedOnly) await inTransaction(newsroom.db, readyLeftUses)
  // What a run that ended early has left.
  await settle(true)
  const filter = filterOf(bringing)
  const of = bringing.askedOnly ? 0 : await countOf(newsroom, filter.states)
  let done = 0
  const pages = bringing.askedOnly ? taken(newsroom) : pagesOf(newsroom, bringing, filter)
  for await (const page of pages) {
    await atOnce(page, isStopping, async (wanted) => {
      count(tally, await bringAndNote(run, wanted))
      done += 1
      bringing.onProgress?.({ done, of: Math.max(of, done) })
    })
    await settle(true)
    if (isStopping()) break
  }
  // A round that brought nothing leaves stories to whoever is bringing their other pictures.
  if (!bringing.askedOnly || done > 0) await settle(false)
  return tally
}

function bringerFor(
  newsroom: Newsroom,
  shelves: PictureShelves,
  { fetch, from, pause = (ms) => pausing(ms, isStopping) }: Bringing,
  isStopping: () => boolean,
): Bringer {
  const nowMs = () => Date.parse(newsroom.now())
  return {
    newsroom,
    shelves,
    from,
    net: fetch && fetchPolitely({ fetch, nowMs, pause, isStopping }),
    noteFound: (wanted, sha256) => inTransaction(newsroom.db, (tx) => updateWanted(tx, { ...wanted, sha256 })),
    wordsFor: (wanted) => wordsOfFirstUse(newsroom.db, wanted),
  }
}

const STEP_MS = 200

/** A wait that ends when everything is to stop. */
async function pausing(ms: number, isStopping: () => boolean): Promise<void> {
  for (let left = ms; left > 0 && !isStopping(); left -= STEP_MS) await sleep(Math.min(left, STEP_MS))
}

const GIVEN_UP: readonly WantedState[] = ['missing', 'refused']

function filterOf({ from, fetch, again }: Bringing): WantedFilter {
  const looksAgain = from.length > 0 || (fetch !== null && again === true)
  return { states: looksAgain ? ['waiting', ...GIVEN_UP] : ['waiting'] }
}

const countOf = async ({ db }: Newsroom, states: readonly WantedState[]): Promise<number> => {
  const counts = await countWanted(db)
  return states.reduce((sum, state) => sum + counts[state], 0)
}

async function* pagesOf(
  { db }: Newsroom,
  { from, fetch }: Bringing,
  filter: WantedFilter,
): AsyncGenerator<WantedPicture[]> {
  if (from.length === 0 && fetch === null) return
  for (let after: string | null = null; ; ) {
    const page: WantedPicture[] = await wantedAfter(db, filter, after, PAGE)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)?.key ?? null
  }
}

/** So many are taken at a time for this process: they are fetched long before another may take them. */
const TAKEN_AT_ONCE = 2 * AT_ONCE

const LEASE_MS = 10 * 60_000

/** What the server was asked to fetch and is due, taken from other processes; what was not got round to is given back. */
async function* taken({ db, now }: Newsroom): AsyncGenerator<WantedPicture[]> {
  const begun = now()
  const seen = new Set<string>()
  for (;;) {
    const until = instantOf(new Date(Date.parse(now()) + LEASE_MS))
    const page = await inTransaction(db, (tx) => takeAskedDue(tx, { now: begun, until, limit: TAKEN_AT_ONCE }))
    // Once in a round is enough for any of them.
    const fresh = page.filter(({ key }) => !seen.has(key))
    for (const { key } of fresh) seen.add(key)
    try {
      if (fresh.length === 0) return
      yield fresh
    } finally {
      await inTransaction(db, (tx) => giveBackAsked(tx, { keys: page.map(({ key }) => key), until, now: now() }))
    }
  }
}

/** A few at once; the first that fails as a whole ends all, once those under way have ended. */
async function atOnce<Item>(
  items: readonly Item[],
  isStopping: () => boolean,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values()
  let hasFailed = false
  const one = async () => {
    for (const item of left) {
      if (hasFailed || isStopping()) return
      await work(item).catch((error: unknown) => {
        hasFailed = true
        throw error
      })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, one))
  for (const result of ended) if (result.status === 'rejected') throw result.reason
}

interface Run {
  readonly newsroom: Newsroom
  readonly bringing: Bringing
  readonly bringer: Bringer
}

/** Another process may have brought it a moment ago. */
async function bringAndNote({ newsroom, bringing, bringer }: Run, listed: WantedPicture): Promise<Brought | null> {
  const { db } = newsroom
  const wanted = (await wantedByKey(db, [listed.key])).get(listed.key)
  if (!wanted || wanted.state === 'here') return null
  const isGivenUp = GIVEN_UP.includes(wanted.state)
  const brought = await broughtBy(isGivenUp && !bringing.again ? { ...bringer, net: null } : bringer, wanted, bringing)
  const noted = afterwards(wanted, brought, newsroom.now())
  if (noted) {
    await inTransaction(db, async (tx) => {
      // What was found is noted already.
      const sha256 = (await wantedByKey(tx, [wanted.key])).get(wanted.key)?.sha256 ?? null
      await updateWanted(tx, { ...noted, sha256 })
      if (noted.state === 'here') await readyUses(tx, wanted.key)
    })
  }
  return brought.kind === 'later' && noted?.state === 'missing' ? { kind: 'missing', why: brought.why } : brought
}

/** A disk that is full stops everything; a picture that brings a fault of ours to light stops itself alone. */
async function broughtBy(bringer: Bringer, wanted: WantedPicture, { onFault }: Bringing): Promise<Brought> {
  try {
    return await bringOne(bringer, wanted)
  } catch (error) {
    if (error instanceof OnrecordError) {
      if (error.code === 'storage-full') await putOff(bringer.newsroom, wanted, error)
      throw error
    }
    onFault?.(error)
    return { kind: 'later', why: 'A fault in Onrecord stood in the way.', notBeforeMs: 0, isCounted: true }
  }
}

const FULL_WAIT_MS = 10 * 60_000

/** Nobody's server is asked each second for what has no room here. */
async function putOff({ db, now }: Newsroom, wanted: WantedPicture, { message }: OnrecordError): Promise<void> {
  const notBeforeMs = Date.parse(now()) + FULL_WAIT_MS
  const waiting = afterwards(wanted, { kind: 'later', why: message, notBeforeMs, isCounted: false }, now())
  if (waiting) await inTransaction(db, (tx) => updateWanted(tx, waiting))
}
