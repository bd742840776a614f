import { OnrecordError } from '../../errors.ts'
import type { FetchIfChanged } from '../../outbound/guarded-fetch.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { type SeenState, updateWatched, watchedById, type WatchedSource } from '../../store/watched-sources.ts'
import { type Instant, instantOf } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { noteOverlaps } from './find-overlaps.ts'
import { lookAtFolder } from './look-at-folder.ts'
import { markWhatChanged } from './mark-texts.ts'
import { readItems } from './read-items.ts'
import { NOTHING, type Received, receiveItems } from './receive-items.ts'

/** What one look came to. */
export interface Look {
  readonly received: Received
  /** What could not be read, or why the look failed; null when all went well. */
  readonly problem: string | null
  /** A look that failed is tried again later and later. */
  readonly hasFailed: boolean
  /** Something lies there that was still being written: the next look is soon. */
  readonly isPending: boolean
  /** What the feed's server calls the state that was read. */
  readonly seen: SeenState | null
}

/** What looking takes, besides the newsroom. */
export interface LookMeans {
  readonly fetch: FetchIfChanged
  /** Told of a failure that is nobody's mistake but ours. */
  readonly onFault: (error: unknown) => void
}

/**
 * Looks at a watched source once: what is new or has changed comes to the desk, with what it shares its words with. When
 * it is looked at next is settled with it: after its interval, sooner where something is pending, later and later where
 * it fails. Never throws for what a source does.
 */
export async function lookAt(newsroom: Newsroom, watched: WatchedSource, means: LookMeans): Promise<Look> {
  const look = await tryToLook(newsroom, watched, means)
  const ids = [...look.received.added, ...look.received.changed]
  if (ids.length > 0) {
    await markWhatChanged(newsroom)
    await noteOverlaps(newsroom, ids)
  }
  await inTransaction(newsroom.db, async (tx) => {
    const now = await watchedById(tx, watched.id)
    if (now) await updateWatched(tx, afterLook(newsroom, now, look))
  })
  return look
}

async function tryToLook(newsroom: Newsroom, watched: WatchedSource, { fetch, onFault }: LookMeans): Promise<Look> {
  try {
    return await (watched.kind === 'feed' ? lookAtFeed(newsroom, watched, fetch) : lookAtFolder(newsroom, watched))
  } catch (error) {
    if (!(error instanceof OnrecordError)) onFault(error)
    return { received: NOTHING, problem: wordsOf(error), hasFailed: true, isPending: false, seen: watched.seen }
  }
}

/** What is kept of a failure: our own words, or the kind of fault; never a text that came from elsewhere. */
const wordsOf = (error: unknown): string => {
  if (error instanceof OnrecordError) return error.message
  return error instanceof Error ? `A fault in Onrecord: ${error.name}.` : 'A fault in Onrecord.'
}

async function lookAtFeed(newsroom: Newsroom, watched: WatchedSource, fetch: FetchIfChanged): Promise<Look> {
  const found = await fetch(watched.address, watched.seen)
  if (!found) return { received: NOTHING, problem: null, hasFailed: false, isPending: false, seen: watched.seen }
  const { stories, problems, isWhole } = await readItems(watched.address, found.page.bytes)
  const received = await receiveItems(newsroom, watched, stories)
  // A feed that was cut off is asked for whole the next time.
  const seen = isWhole ? found.state : null
  return { received, problem: problems[0] ?? null, hasFailed: !isWhole, isPending: false, seen }
}

const MINUTE_MS = 60_000

/** A file that was still being written is looked at again so soon. */
const PENDING_MS = 10_000

/** Whatever fails is tried once a day at least. */
const LONGEST_MS = 24 * 60 * MINUTE_MS

function afterLook(newsroom: Newsroom, watched: WatchedSource, look: Look): WatchedSource {
  const { received, problem, hasFailed, isPending, seen } = look
  const now = newsroom.now()
  const failures = hasFailed ? watched.failures + 1 : 0
  const isNew = received.added.length + received.changed.length > 0
  const wait = isPending ? PENDING_MS : waitOf(watched.everyMinutes, failures) * jitterOf(newsroom)
  return {
    ...watched,
    seen,
    failures,
    failure: problem?.slice(0, 500) ?? null,
    lookedAt: now,
    newAt: isNew ? now : watched.newAt,
    nextAt: instantOf(new Date(Date.parse(now) + wait)),
  }
}

/** The interval in milliseconds; twice as long after each failure in a row, up to a day. */
function waitOf(everyMinutes: number, failures: number): number {
  const every = everyMinutes * MINUTE_MS
  return failures === 0 ? every : Math.max(every, Math.min(LONGEST_MS, every * 2 ** Math.min(failures, 12)))
}

/** A tenth more or less, so that not all of them are asked at one moment, nor their servers by all newsrooms at once. */
const jitterOf = (newsroom: Newsroom): number => 0.9 + 0.2 * ((newsroom.randomBytes()[0] ?? 0) / 255)

/** When a source that was changed by somebody is looked at next. */
export const nextAfter = (now: Instant, everyMinutes: number): Instant =>
  instantOf(new Date(Date.parse(now) + everyMinutes * MINUTE_MS))
