import { removeOldCopy } from '../../store/incoming-copy.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { forgetMarksBefore } from '../../store/text-marks.ts'
import { isAnyDue, takeDue, watchedSources } from '../../store/watched-sources.ts'
import { instantOf } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import type { LookMeans } from './look.ts'
import { LOOK_BACK_DAYS, markWhatChanged } from './mark-texts.ts'
import { daysBefore } from './receive-items.ts'

/** A look that has not ended by then has lost its process: another may begin it. */
const LEASE_MS = 10 * 60_000

/** How often what was written meanwhile is marked, so that its words are found in what comes next. */
const MARK_EVERY_MS = 60_000

/** How often what nobody took up is cleared away. */
const CLEAR_EVERY_MS = 3_600_000

/**
 * The worker's round: looks at every source that is due, one after another; once a minute marks what was written meanwhile,
 * and once an hour clears the desk of what is older than its source says.
 */
export function watchRound(newsroom: Newsroom, means: LookMeans, isStopping: () => boolean): () => Promise<void> {
  let nextMarks = 0
  let nextClearing = 0
  return async () => {
    const now = Date.parse(newsroom.now())
    if (now >= nextClearing) {
      nextClearing = now + CLEAR_EVERY_MS
      await clearDesk(newsroom)
    }
    if (now >= nextMarks) {
      nextMarks = now + MARK_EVERY_MS
      if ((await watchedSources(newsroom.db)).length > 0) await markWhatChanged(newsroom)
    }
    while (!isStopping() && (await lookAtOneDue(newsroom, means)));
  }
}

/** @returns whether something was due */
async function lookAtOneDue(newsroom: Newsroom, means: LookMeans): Promise<boolean> {
  const now = newsroom.now()
  if (!(await isAnyDue(newsroom.db, now))) return false
  const until = instantOf(new Date(Date.parse(now) + LEASE_MS))
  const watched = await inTransaction(newsroom.db, (tx) => takeDue(tx, { now, until }))
  if (!watched) return false
  const { lookAt } = await import('./look.ts')
  await lookAt(newsroom, watched, means)
  return true
}

/** Removes copy that nobody took up in the time its source says, and lets words be forgotten that came long ago. */
export async function clearDesk(newsroom: Newsroom): Promise<void> {
  const watched = await watchedSources(newsroom.db)
  if (watched.length === 0) return
  const now = newsroom.now()
  await inTransaction(newsroom.db, async (tx) => {
    for (const { id, keepDays } of watched) await removeOldCopy(tx, id, daysBefore(now, keepDays))
    await forgetMarksBefore(tx, ['copy', 'story'], daysBefore(now, LOOK_BACK_DAYS))
  })
}
