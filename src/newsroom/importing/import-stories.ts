import type { Incoming, IncomingStory } from '../../intake/incoming.ts'
import { NO_HOSTS, type OwnHosts, withMet, withTold } from '../../intake/own-links.ts'
import { follow, record } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { importBatch } from './import-batch.ts'
import {
  type ImportPlan,
  type ImportReport,
  problemOfItem,
  problemOfRepeat,
  type ReportedProblem,
} from './import-report.ts'
import { ReportBook } from './report-book.ts'
import { settleLinks } from './settle-links.ts'

/** How many stories are written in one transaction: the lock is held for tens of milliseconds, then yielded. */
const BATCH = 100

/** Who follows an import as it goes. */
export interface ImportListeners {
  /** Told after each batch what was done so far; the next waits until it has heard. */
  readonly onProgress?: (report: ImportReport) => void | Promise<void>
  /** Told every problem as it is met: the report keeps the first alone. */
  readonly onProblem?: (problem: ReportedProblem) => void
  /** Asked after each batch: should it stop here? What came in stays. */
  readonly isToStop?: () => boolean
}

/**
 * Brings stories in, a hundred to a transaction.
 *
 * A story is known by its source and its foreign id: read again unchanged, it stays as it is; changed at its source,
 * it becomes a new revision, unless staff have worked on it here. Stopped at any point, it can be run again.
 * A source that names two items alike means the first: taking the last would change the story at every run. A story whose
 * words came in already under another name is not added again.
 *
 * Links between the stories lead to their new addresses; those that had to wait are settled at the end.
 */
export async function importStories(
  newsroom: Newsroom,
  incoming: AsyncIterable<Incoming> | Iterable<Incoming>,
  plan: ImportPlan,
  { onProgress = nothing, onProblem = nothing, isToStop = () => false }: ImportListeners = {},
): Promise<ImportReport> {
  const book = new ReportBook(onProblem)
  const edition = followingBeside(newsroom)
  const writing = writingBeside(async ({ hosts, stories }) => {
    if (stories.length > 0) {
      const { result, isPublic } = await record(newsroom, 'import-stories', (tx, now) =>
        importBatch({ newsroom, tx, now, plan, hosts, stories }),
      )
      if (isPublic) edition.follow()
      book.addBatch(result)
    }
    await onProgress(book.report())
  })
  try {
    for await (const portion of portionsOf(incoming, book)) {
      await writing.write(portion)
      if (isToStop()) break
    }
    await writing.done()
    if (!isToStop()) await settle(newsroom, plan, { book, onPublic: edition.follow, onProgress })
  } finally {
    await writing.done().finally(edition.done)
  }
  return book.report()
}

const nothing = () => undefined

const settle = (
  newsroom: Newsroom,
  { source }: ImportPlan,
  {
    book,
    onPublic,
    onProgress,
  }: { book: ReportBook; onPublic: () => void; onProgress: NonNullable<ImportListeners['onProgress']> },
): Promise<void> =>
  settleLinks(newsroom, {
    source,
    onProblem: (problem) => book.addProblem(problem),
    onPublic,
    onPortion: async () => onProgress(book.report()),
  })

/** Problems are heard of at least this often, however few stories stand between them. */
const MOST_PROBLEMS_HELD = 500

/** Stories for one transaction, with the names of their site as far as they are known by then. */
interface Portion {
  readonly hosts: OwnHosts
  readonly stories: readonly IncomingStory[]
}

async function* portionsOf(
  incoming: AsyncIterable<Incoming> | Iterable<Incoming>,
  book: ReportBook,
): AsyncGenerator<Portion> {
  let hosts = NO_HOSTS
  let stories: IncomingStory[] = []
  let problems = 0
  const seen = new Set<string>()
  for await (const item of incoming) {
    if (item.kind === 'site') hosts = withTold(hosts, item.hosts)
    else if (item.kind === 'problem') book.addProblem(problemOfItem(item), item.fatal === true)
    else if (seen.has(item.foreignId)) book.addSkipped(problemOfRepeat(item))
    else {
      hosts = withMet(hosts, item.address)
      stories.push(item)
      if (item.status !== 'trashed') seen.add(item.foreignId)
    }
    if (item.kind === 'problem') problems += 1
    if (stories.length < BATCH && problems < MOST_PROBLEMS_HELD) continue
    yield { hosts, stories }
    stories = []
    problems = 0
  }
  if (stories.length > 0) yield { hosts, stories }
}

/** Writes a portion while the next is read; never more than these two are held. */
function writingBeside(write: (portion: Portion) => Promise<void>) {
  let writing: Promise<void> = Promise.resolve()
  return {
    write: async (portion: Portion) => {
      await writing
      writing = write(portion)
      // A failure is met at the next `await`; until then it must not count as unhandled.
      writing.catch(() => undefined)
    },
    done: () => writing,
  }
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
