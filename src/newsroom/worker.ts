import { secretsMark } from '../store/secrets-mark.ts'
import { studioLock } from '../store/studio-lock.ts'
import { followChanges, isEditionBehind } from './follow-changes.ts'
import { fetchAskedPictures, type FetchingPictures } from './import-pictures/ask-for-pictures.ts'
import { indexStories } from './index-stories.ts'
import type { LookMeans } from './ingest/look.ts'
import { watchRound } from './ingest/watch-round.ts'
import type { Newsroom } from './newsroom.ts'
import { type NotPublished, publishDueStories } from './publish-due-stories.ts'
import { type JobRun, runJobs } from './run-jobs.ts'
import { markOf } from './same-secrets.ts'
import { takeReports } from './take-reports.ts'
import { makeDueFrontChanges } from './time-front-change.ts'

export interface Worker {
  /** Resolves when what is under way has been finished. */
  stop(): Promise<void>
}

/** How often the worker looks for what has become due. */
const LOOK_EVERY_MS = 1_000

export interface WorkerOptions {
  readonly onFault: (error: unknown) => void
  /** Empties the edition's log if that was not possible when it was asked for. */
  readonly retryForgetting: () => Promise<void>
  /** Told once for each story whose time came while it may not be published. */
  readonly onRefused: (story: NotPublished) => void
  /** Told when the newsroom has other secrets by now than those this process works with: it has to end. */
  readonly onOtherSecrets: () => void
  /** Where the public side leaves what readers report. */
  readonly inbox: string
  /** Told of files in there that are no reports. */
  readonly onUnreadable: (names: readonly string[]) => void
  readonly jobs: Omit<JobRun, 'isStopping'>
  /** How watched feeds are fetched. */
  readonly fetch: LookMeans['fetch']
  /** How the pictures of imported stories are fetched, once somebody has asked for it. */
  readonly pictures: FetchingPictures
}

/**
 * What happens without anybody asking: stories whose hour has come are published, an edition that could not be written a
 * moment ago is tried again, what readers wrote and what watched sources sent comes to the desk, and jobs are done.
 *
 * Each has rounds of its own: a server that is slow to hear of a story keeps no other story waiting.
 */
export function startWorker(newsroom: Newsroom, options: WorkerOptions): Worker {
  const { onFault } = options
  let isStopping = false
  const rounds = [
    inRounds(() => watchSecrets(newsroom, options), onFault),
    inRounds(publishing(newsroom, options), onFault),
    inRounds(() => desk(newsroom, options), onFault),
    inRounds(() => indexStories(newsroom), onFault),
    inRounds(() => runJobs(newsroom, { ...options.jobs, isStopping: () => isStopping }), onFault),
    inRounds(
      watchRound(newsroom, { fetch: options.fetch, onFault }, () => isStopping),
      onFault,
    ),
    inRounds(() => fetchAskedPictures(newsroom, options.pictures, { isStopping: () => isStopping, onFault }), onFault),
  ]
  const timer = setInterval(() => {
    for (const { begin } of rounds) begin()
  }, LOOK_EVERY_MS)
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await Promise.all(rounds.map(({ ended }) => ended()))
    },
  }
}

/** One round at a time: the next begins when it is asked for after the last has ended, well or not. */
function inRounds(work: () => Promise<unknown>, onFault: (error: unknown) => void) {
  let round: Promise<unknown> | undefined
  const begin = () => {
    round ??= work()
      .catch(onFault)
      .finally(() => {
        round = undefined
      })
  }
  return { begin, ended: async () => round }
}

async function watchSecrets({ db, auditKey }: Newsroom, { onOtherSecrets }: WorkerOptions): Promise<void> {
  const noted = await secretsMark(db)
  if (noted !== null && noted !== markOf(auditKey)) onOtherSecrets()
}

function publishing(newsroom: Newsroom, { onRefused, retryForgetting }: WorkerOptions) {
  const told = new Set<string>()
  return async () => {
    if (await isEditionBehind(newsroom)) await followChanges(newsroom)
    await retryForgetting()
    // Somebody may have got in: what goes out by itself waits until the studio is unlocked.
    if ((await studioLock(newsroom.db)) !== null) return
    await makeDueFrontChanges(newsroom)
    for (const story of (await publishDueStories(newsroom)).refused) {
      if (!told.has(story.storyId)) onRefused(story)
      told.add(story.storyId)
    }
  }
}

async function desk(newsroom: Newsroom, { inbox, onUnreadable }: WorkerOptions): Promise<void> {
  const { setAside } = await takeReports(newsroom, inbox)
  if (setAside.length > 0) onUnreadable(setAside)
}
