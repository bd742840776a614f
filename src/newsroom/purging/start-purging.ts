import type { PurgedCache } from '../../outbound/purges/purge.ts'
import { allPurgeProgress, forgetOtherCaches } from '../../store/purge-progress.ts'
import type { Newsroom } from '../newsroom.ts'
import { purgeCaches, type PurgeRound } from './purge-caches.ts'
import { allNamesOf, STAGES_MS } from './purge-stages.ts'
import { Sightings } from './sightings.ts'

/** Purges that leave by themselves. */
export interface Purging {
  /** Told that the edition has a change, and that the pages of this process have been dropped. */
  wake(): void
  /** Resolves when what is under way has been finished. */
  stop(): Promise<void>
}

export interface PurgingOptions extends Pick<PurgeRound, 'by' | 'onFailed' | 'pressFollows'> {
  readonly caches: readonly PurgedCache[]
  readonly onFault: (error: unknown) => void
}

/** How often we look for what another process published, for repeats, and for caches that are due again. */
const LOOK_EVERY_MS = 500

/** Tells the caches in front of the site of every change, until it is stopped. */
export function startPurging(newsroom: Newsroom, { caches, onFault, ...who }: PurgingOptions): Purging {
  const sightings = new Sightings(Math.max(...STAGES_MS))
  const round: PurgeRound = { ...who, caches, sightings, clockMs: () => performance.now() }
  const state = { isStopping: false, isWanted: false, isFailing: false }
  let running: Promise<void> | undefined

  const tell = async () => {
    try {
      await purgeCaches(newsroom, round)
      state.isFailing = false
    } catch (error) {
      // A database that is away is a fault once, not twice a second.
      if (!state.isFailing) onFault(error)
      state.isFailing = true
    }
  }
  const rounds = async () => {
    while (state.isWanted && !state.isStopping) {
      state.isWanted = false
      await tell()
    }
    running = undefined
  }
  const wake = () => {
    if (caches.length === 0 || state.isStopping) return
    state.isWanted = true
    running ??= rounds()
  }
  running = forgetFormer(newsroom, caches).catch(onFault).then(rounds)
  const timer = caches.length === 0 ? undefined : setInterval(wake, LOOK_EVERY_MS)
  return {
    wake,
    stop: async () => {
      state.isStopping = true
      clearInterval(timer)
      await running
    },
  }
}

/** A cache that is no longer set is on no list, and begins anew when it is set again. */
async function forgetFormer({ db }: Newsroom, caches: readonly PurgedCache[]): Promise<void> {
  const names = allNamesOf(caches.map(({ name }) => name))
  const isFormer = (await allPurgeProgress(db)).some(({ cache }) => !names.includes(cache))
  if (isFormer) await forgetOtherCaches(db, names)
}
