import type { Incoming, IncomingStory } from '../intake/incoming.ts'
import { perform } from './act.ts'
import { importBatch } from './import-batch.ts'
import { EMPTY_REPORT, type ImportPlan, type ImportReport, reportOfBoth, reportWithProblem } from './import-report.ts'
import type { Newsroom } from './newsroom.ts'

/** How many stories are written in one transaction: the lock is held for tens of milliseconds, then yielded. */
const BATCH = 100

/**
 * Brings stories in, a hundred to a transaction.
 *
 * A story is known by its source and its foreign id: read again unchanged, it stays as it is; changed at its source,
 * it becomes a new revision, unless staff have worked on it here. Stopped at any point, it can be run again.
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
  const flush = async () => {
    if (batch.length === 0) return
    const stories = batch
    batch = []
    const { result } = await perform(newsroom, 'import-stories', (tx, now) =>
      importBatch({ newsroom, tx, now, plan, stories }),
    )
    report = reportOfBoth(report, result)
    onProgress(report)
  }
  for await (const item of incoming) {
    if (item.kind === 'problem') report = reportWithProblem(report, item)
    else batch.push(item)
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  return report
}
