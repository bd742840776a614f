import type { Incoming, IncomingStory } from '../../intake/incoming.ts'
import { follow, record } from '../act.ts'
import { importBatch } from './import-batch.ts'
import {
  EMPTY_REPORT,
  type ImportPlan,
  type ImportReport,
  reportOfBoth,
  reportOfRepeat,
  reportWithProblem,
} from './import-report.ts'
import type { Newsroom } from '../newsroom.ts'

/** How many stories are written in one transaction: the lock is held for tens of milliseconds, then yielded. */
const BATCH = 100

/**
 * Brings stories in, a hundred to a transaction.
 *
 * A story is known by its source and its foreign id: read again unchanged, it stays as it is; changed at its source,
 * it becomes a new revision, unless staff have worked on it here. Stopped at any point, it can be run again.
 * A source that names two items alike means the first: taking the last would change the story at every run.
 *
 * @param onProgress told after each batch what was done so far
 */
export async function importStories(
  newsroom: Newsroom,
  incoming: AsyncIterable<Incoming> | Iterable<Incoming>,
  plan: ImportPlan,
  onProgress: (report: ImportReport) => void = () => undefined,
): Promise<ImportReport> {
  let report = EMPTY_REPORT
  let batch: IncomingStory[] = []
  const seen = new Set<string>()
  let writing: Promise<void> = Promise.resolve()
  const edition = followingBeside(newsroom)
  const write = async (stories: readonly IncomingStory[]) => {
    const { result, isPublic } = await record(newsroom, 'import-stories', (tx, now) =>
      importBatch({ newsroom, tx, now, plan, stories }),
    )
    if (isPublic) edition.follow()
    report = reportOfBoth(report, result)
    onProgress(report)
  }
  /** The next batch is read while this one is written; never more than these two are held. */
  const flush = async () => {
    await writing
    const stories = batch
    batch = []
    writing = stories.length === 0 ? Promise.resolve() : write(stories)
    // A failure is met at the next `await`; until then it must not count as unhandled.
    writing.catch(() => undefined)
  }
  try {
    for await (const item of incoming) {
      if (item.kind === 'site') continue
      if (item.kind === 'problem') report = reportWithProblem(report, item)
      else if (seen.has(item.foreignId)) report = reportOfBoth(report, reportOfRepeat(item))
      else batch.push(item)
      if (item.kind === 'story' && item.status !== 'trashed') seen.add(item.foreignId)
      if (batch.length >= BATCH) await flush()
    }
    await flush()
  } finally {
    await writing.finally(edition.done)
  }
  return report
}

/** Lets the edition follow while the next batch is written: the two are different databases. One follower at a time. */
function followingBeside(newsroom: Newsroom) {
  const state = { isBehind: false }
  let following: Promise<void> | undefined
  const run = async () => {
    while (state.isBehind) {
      state.isBehind = false
      await follow(newsroom)
    }
    following = undefined
  }
  return {
    follow: () => {
      state.isBehind = true
      following ??= run()
      following.catch(() => undefined)
    },
    done: async () => following,
  }
}
