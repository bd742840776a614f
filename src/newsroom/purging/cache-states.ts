import { editionNumber } from '../../edition/changes.ts'
import { allPurgeProgress, type PurgeProgress, UNKNOWN } from '../../store/purge-progress.ts'
import type { Instant } from '../../time.ts'
import type { Finding } from '../finding.ts'
import type { Newsroom } from '../newsroom.ts'
import { isFirstTelling } from './purge-stages.ts'

/** How a cache in front of the site stands. */
export interface CacheState {
  readonly cache: string
  /** How many changes of the edition it has not heard of; null where it has never been told anything. */
  readonly behind: number | null
  /** When it last dropped something; null where it never has. */
  readonly purgedAt: Instant | null
  /** How often telling it has failed since then. */
  readonly failedTimes: number
  /** In our own words; null while all is well. */
  readonly lastError: string | null
  /** When it is told again; null while all is well. */
  readonly againAt: Instant | null
}

type House = Pick<Newsroom, 'db' | 'edition'>

/** The caches of these names, in their order. */
export async function cacheStates(newsroom: House, names: readonly string[]): Promise<CacheState[]> {
  const number = await editionNumber(newsroom.edition)
  const known = new Map((await allPurgeProgress(newsroom.db)).map((progress) => [progress.cache, progress]))
  return names.map((cache) => stateOf(cache, known.get(cache), number))
}

function stateOf(cache: string, progress: PurgeProgress | undefined, number: number): CacheState {
  const { attempts = 0, lastError = null, purgedAt = null } = progress ?? {}
  return {
    cache,
    behind: !progress || progress.number === UNKNOWN ? null : Math.max(0, number - progress.number),
    purgedAt,
    failedTimes: attempts,
    lastError,
    againAt: progress && attempts > 0 ? progress.dueAt : null,
  }
}

/** What somebody should know of the caches: which of them show readers what is no longer so. */
export async function examineCaches(newsroom: House): Promise<Finding[]> {
  const progress = (await allPurgeProgress(newsroom.db)).filter(({ cache }) => isFirstTelling(cache))
  const states = await cacheStates(
    newsroom,
    progress.map(({ cache }) => cache),
  )
  return states.map((state) => (state.failedTimes === 0 ? wellFinding(state) : awayFinding(state)))
}

const wellFinding = ({ cache }: CacheState): Finding => ({
  level: 'ok',
  what: `The cache ${cache} hears of every change.`,
})

const awayFinding = ({ cache, behind, lastError }: CacheState): Finding => ({
  level: 'fault',
  what: `The cache ${cache} cannot be told what to drop${behind ? `: ${behind} changes` : ''}. ${lastError ?? ''}`.trim(),
  remedy: 'Readers may get old pages from it, withdrawn ones too. See ./onrecord cache list.',
})
