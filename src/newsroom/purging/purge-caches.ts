import { editionNumber } from '../../edition/changes.ts'
import { OnrecordError } from '../../errors.ts'
import type { PurgedCache } from '../../outbound/purges/purge.ts'
import {
  allPurgeProgress,
  leaseCache,
  notePurged,
  notePurgeFailed,
  type PurgeProgress,
  UNKNOWN,
} from '../../store/purge-progress.ts'
import type { Newsroom } from '../newsroom.ts'
import { againOf, STAGES_MS } from './purge-stages.ts'
import type { Sightings } from './sightings.ts'
import { whatToPurge } from './what-to-purge.ts'

/** Longer than one cache may take to hear of all there is. */
const LEASE_MS = 5 * 60_000

export interface PurgeRound {
  readonly caches: readonly PurgedCache[]
  /** One name for each process. */
  readonly by: string
  readonly sightings: Sightings
  /** Drops what changed from the pages of this process: before that, a cache would fetch the old ones again. */
  readonly pressFollows: () => Promise<void>
  /** Milliseconds of a clock that never goes back. */
  readonly clockMs: () => number
  /** Told each time that a cache could not be told. */
  readonly onFailed: (failed: { readonly cache: string; readonly attempts: number }, error: unknown) => void
}

/**
 * Tells every cache in front of the site which pages to drop: at once, and again a second and a quarter of a minute later, since
 * a page from before the change may still have been on its way to the cache when it was told first.
 *
 * Of several processes one tells a cache. One that does not answer is told later, as long as it takes; the others do not wait
 * for it.
 */
export async function purgeCaches(newsroom: Newsroom, round: PurgeRound): Promise<void> {
  const number = await editionNumber(newsroom.edition)
  await round.pressFollows()
  round.sightings.note(number, round.clockMs())
  const progress = new Map((await allPurgeProgress(newsroom.db)).map((one) => [one.cache, one]))
  await Promise.all(round.caches.map((cache) => tellInStages(newsroom, round, cache, progress)))
}

async function tellInStages(
  newsroom: Newsroom,
  round: PurgeRound,
  cache: PurgedCache,
  progress: ReadonlyMap<string, PurgeProgress>,
): Promise<void> {
  for (const afterMs of STAGES_MS) {
    const target = round.sightings.reachedBefore(round.clockMs(), afterMs)
    const name = againOf(cache.name, afterMs)
    if (target === undefined || isThere(progress.get(name), target)) continue
    const leased = await leaseCache(newsroom.db, name, { by: round.by, now: newsroom.now(), leaseMs: LEASE_MS })
    // What somebody else does just now, or what has to wait, holds up what comes after it.
    if (!leased || !(await isTold(newsroom, round, cache, { leased, target }))) return
  }
}

/** A cache that is further than the edition was is there too; than the edition is now, it is not. */
const isThere = (progress: PurgeProgress | undefined, target: number): boolean =>
  progress !== undefined && progress.number >= target

interface Leased {
  readonly leased: PurgeProgress
  readonly target: number
}

async function isTold(
  { db, edition, now }: Newsroom,
  { by, onFailed }: PurgeRound,
  cache: PurgedCache,
  { leased, target }: Leased,
): Promise<boolean> {
  // Somebody else was quicker.
  const number = Math.max(leased.number, target)
  try {
    if (leased.number === UNKNOWN) await cache.purge({ kind: 'everything' })
    else if (leased.number < target) await cache.purge(await whatToPurge(edition, leased.number, target))
    await notePurged(db, leased.cache, { number, now: now(), by })
    return true
  } catch (error) {
    onFailed({ cache: cache.name, attempts: leased.attempts + 1 }, error)
    await notePurgeFailed(db, leased, { error: wordsOf(error), now: now(), by })
    return false
  }
}

/** What is kept of a failure: our own words, never a text that came from elsewhere. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof OnrecordError)) return 'a fault in Onrecord'
  return error.remedy ? `${error.message} ${error.remedy}` : error.message
}
