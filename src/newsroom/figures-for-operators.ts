import { editionNumber } from '../edition/changes.ts'
import { countsOfJobs } from '../store/jobs.ts'
import { newestChange } from '../store/outbox.ts'
import { openReports } from '../store/reader-reports.ts'
import { studioLock } from '../store/studio-lock.ts'
import { allUpkeep } from '../store/upkeep.ts'
import type { Instant } from '../time.ts'
import type { Newsroom } from './newsroom.ts'
import { cacheStates } from './purging/cache-states.ts'

/** How the newsroom stands, as figures: counts and ages, never a word of what is written. */
export interface NewsroomFigures {
  /** Changes that readers do not have yet. */
  readonly editionBehind: number
  readonly jobs: { readonly waiting: number; readonly givenUp: number; readonly oldestDueAt: Instant | null }
  readonly openReports: number
  readonly isLocked: boolean
  /** When each thing was last done for the installation. */
  readonly upkeep: readonly { readonly kind: string; readonly doneAt: Instant | null }[]
  /** Of each cache in front, how many changes it has not heard of. */
  readonly caches: readonly { readonly cache: string; readonly behind: number | null }[]
}

/** @param caches the names of the caches in front of the site */
export async function figuresForOperators(newsroom: Newsroom, caches: readonly string[]): Promise<NewsroomFigures> {
  const { db, edition, now } = newsroom
  return {
    editionBehind: Math.max(0, (await newestChange(db)) - (await editionNumber(edition))),
    jobs: await countsOfJobs(db, now()),
    openReports: (await openReports(db)).count,
    isLocked: (await studioLock(db)) !== null,
    upkeep: await allUpkeep(db),
    caches: await cacheStates(newsroom, caches),
  }
}
