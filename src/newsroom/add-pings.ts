import { addJobs } from '../store/jobs.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import type { ChangeSubject } from '../store/outbox.ts'
import type { Instant } from '../time.ts'
import { newId, type Newsroom } from './newsroom.ts'

/**
 * Acts after which others are told: a story went out, was corrected, moved or was taken back. An import is not among them,
 * since it brings whole archives, nor is anything that readers cannot see.
 */
const TOLD: ReadonlySet<string> = new Set([
  'publish-story',
  'publish-scheduled-story',
  'issue-correction',
  'issue-clarification',
  'undo-publication',
  'issue-update',
  'change-slug',
  'kill-story',
])

/** Long enough for the pages to have changed before anybody comes to look, and for a second thought to be told with the first. */
const WAIT_MS = 5_000

/** Notes in the act's own transaction that others are to be told of its stories, each of them once. */
export async function addPings(
  newsroom: Newsroom,
  tx: NewsroomTx,
  { act, changes, now }: { act: string; changes: readonly ChangeSubject[]; now: Instant },
): Promise<void> {
  if (!newsroom.pings || !TOLD.has(act)) return
  const storyIds = new Set(changes.flatMap((change) => (change.kind === 'story' ? [change.storyId] : [])))
  const dueAt = new Date(Date.parse(now) + WAIT_MS).toISOString() as Instant
  const jobs = [...storyIds].map((storyId) => ({
    id: newId(newsroom, 'job'),
    kind: 'ping' as const,
    key: `ping ${storyId}`,
    payload: { storyId },
    dueAt,
  }))
  if (jobs.length > 0) await addJobs(tx, jobs)
}
