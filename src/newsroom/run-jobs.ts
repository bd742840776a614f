import { OnrecordError } from '../errors.ts'
import type { PostContent } from '../outbound/guarded-post.ts'
import { failJob, finishJob, forgetDoneJobs, type Job, type JobKind, type JobWork, leaseDue } from '../store/jobs.ts'
import { inTransaction } from '../store/newsroom-db.ts'
import { instantOf } from '../time.ts'
import { readImportedStory } from './desk/read-imported-story.ts'
import type { Newsroom } from './newsroom.ts'
import { pingOthers } from './ping.ts'

/** How each kind of job is done. A kind without its work does not compile. */
export type JobHandlers = {
  readonly [Kind in JobKind]: (
    newsroom: Newsroom,
    payload: Extract<JobWork, { kind: Kind }>['payload'],
  ) => Promise<void>
}

/** @param post the way to other servers */
export const jobHandlers = (post: PostContent): JobHandlers => ({
  ping: (newsroom, { storyId }) => pingOthers(newsroom, storyId, post),
  'read-story': (newsroom, { storyId }) => readImportedStory(newsroom, storyId),
})

export interface JobRun {
  readonly handlers: JobHandlers
  /** One name for each process. */
  readonly by: string
  readonly isStopping: () => boolean
  readonly onFailed: (job: Job, error: unknown) => void
}

const AT_ONCE = 10

/** Ten jobs in a row end long before this, unless their process has. */
const LEASE_MS = 10 * 60_000

/** How long one can look up what was done. */
const KEEP_DONE_MS = 30 * 24 * 3_600_000

/**
 * Does what is due, one job after another, until nothing is due or the process stops. A job that throws is tried again
 * later; it stops no other.
 *
 * @returns how many were done
 */
export async function runJobs(newsroom: Newsroom, run: JobRun): Promise<number> {
  let done = 0
  for (;;) {
    if (run.isStopping()) return done
    const jobs = await leaseDue(newsroom.db, { now: newsroom.now(), leaseMs: LEASE_MS, limit: AT_ONCE, by: run.by })
    if (jobs.length === 0) return done
    for (const job of jobs) if (await runOne(newsroom, run, job)) done += 1
  }
}

async function runOne(newsroom: Newsroom, { handlers, by, onFailed }: JobRun, job: Job): Promise<boolean> {
  const { db } = newsroom
  try {
    await handlers[job.kind](newsroom, job.payload)
  } catch (error) {
    onFailed(job, error)
    await inTransaction(db, (tx) => failJob(tx, job, { now: newsroom.now(), error: wordsOf(error), by }))
    return false
  }
  await inTransaction(db, async (tx) => {
    const now = newsroom.now()
    await finishJob(tx, job, now)
    await forgetDoneJobs(tx, instantOf(new Date(Date.parse(now) - KEEP_DONE_MS)))
  })
  return true
}

/** What is kept of a failure: our own words, or the kind of fault; never a text that came from elsewhere. */
const wordsOf = (error: unknown): string => {
  if (error instanceof OnrecordError) return error.message
  return error instanceof Error ? `a fault in Onrecord: ${error.name}` : 'a fault in Onrecord'
}
