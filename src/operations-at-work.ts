import { statfs } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { editionNumber } from './edition/changes.ts'
import { listen } from './http/listener.ts'
import type { Figure } from './http/operations.ts'
import { figuresForOperators, type NewsroomFigures } from './newsroom/figures-for-operators.ts'
import type { Newsroom } from './newsroom/newsroom.ts'
import { cachesIn } from './outbound/purges/all-caches.ts'
import type { PressStats } from './press/press.ts'
import { newestChange } from './store/outbox.ts'

/** What a process has that can be asked how it is. */
interface Asked {
  readonly log: Logger
  /** Null in a process that serves readers alone. */
  readonly newsroom: Newsroom | null
  /** What the press holds; null as long as there is nothing to be served, or where no pages are. */
  readonly press: () => PressStats | null
  /** What the studio refused; left out in a process without one. */
  readonly refusals?: () => Figure[]
}

/** The private port, where somebody set one. */
export async function openOperations(
  config: Config,
  asked: Asked,
): Promise<{ port: number | null; close(): Promise<void> }> {
  const { operations } = config
  if (operations === null) return { port: null, close: async () => undefined }
  const onFault = (error: unknown) => asked.log.error({ err: error }, 'the operations port could not answer')
  const { operationsListener } = await import('./http/operations.ts')
  const answer = operationsListener({
    onFault,
    faults: () => faultsOf(asked),
    figures: async () => [
      ...pressFigures(asked.press()),
      ...(asked.refusals?.() ?? []),
      ...(asked.newsroom ? newsroomFigures(await figuresForOperators(asked.newsroom, cacheNames(config))) : []),
      {
        name: 'disk_free_bytes',
        about: 'Room on the disk that holds the data folder.',
        value: await freeBytes(config),
      },
    ],
  })
  return listen({ ...operations, answer, onFault })
}

const cacheNames = ({ caches }: Config): string[] => cachesIn(caches).map(({ name }) => name)

async function freeBytes({ dataFolder }: Config): Promise<number> {
  const { bavail, bsize } = await statfs(dataFolder)
  return bavail * bsize
}

async function faultsOf({ newsroom, press }: Asked): Promise<string[]> {
  if (newsroom === null) return press() === null ? ['There is no edition to be read yet.'] : []
  const faults: string[] = []
  await editionNumber(newsroom.edition).catch(() => faults.push('The edition cannot be read.'))
  await newestChange(newsroom.db).catch(() => faults.push('The newsroom cannot be read.'))
  return faults
}

function pressFigures(stats: PressStats | null): Figure[] {
  if (stats === null) return []
  return [
    { name: 'pages_kept', about: 'Pages kept in memory.', value: stats.pages },
    { name: 'pages_kept_bytes', about: 'Bytes of the pages kept.', value: stats.bytes },
    { name: 'pages_kept_max_bytes', about: 'Bytes that they may take.', value: stats.maxBytes },
    { name: 'page_hits', about: 'Requests answered from memory since the start.', value: stats.hits },
    { name: 'page_misses', about: 'Requests that waited for a page since the start.', value: stats.misses },
    { name: 'page_renders', about: 'Pages made since the start.', value: stats.renders },
    { name: 'page_faults', about: 'Pages that could not be made since the start.', value: stats.faults },
    { name: 'pages_dropped', about: 'Pages that changes made stale since the start.', value: stats.dropped },
    { name: 'pages_evicted', about: 'Pages that had to make room since the start.', value: stats.evicted },
  ]
}

const secondsAt = (instant: string): number => Date.parse(instant) / 1_000

function newsroomFigures({ editionBehind, jobs, openReports, isLocked, upkeep, caches }: NewsroomFigures): Figure[] {
  return [
    { name: 'edition_behind_changes', about: 'Changes that readers do not have yet.', value: editionBehind },
    { name: 'jobs_waiting', about: 'Jobs that are due.', value: jobs.waiting },
    { name: 'jobs_given_up', about: 'Jobs that were given up.', value: jobs.givenUp },
    {
      name: 'jobs_oldest_due_timestamp_seconds',
      about: 'Since when the oldest of them is due; 0 where none is.',
      value: jobs.oldestDueAt === null ? 0 : secondsAt(jobs.oldestDueAt),
    },
    { name: 'reports_open', about: 'Reports of readers that nobody has closed.', value: openReports },
    { name: 'studio_locked', about: '1 while the studio is locked.', value: isLocked ? 1 : 0 },
    ...upkeep.map(({ kind, doneAt }) => ({
      name: 'upkeep_timestamp_seconds',
      about: 'When each of these was last done; 0 where it never succeeded.',
      value: doneAt === null ? 0 : secondsAt(doneAt),
      label: { name: 'kind', value: kind },
    })),
    ...caches.map(({ cache, behind }) => ({
      name: 'cache_behind_changes',
      about: 'Changes of which a cache in front has not heard; -1 where it was never told anything.',
      value: behind ?? -1,
      label: { name: 'cache', value: cache },
    })),
  ]
}
