import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { forgetWatchedFiles, keepWatchedFiles, type WatchedFile, watchedFiles } from '../../store/watched-files.ts'
import type { WatchedSource } from '../../store/watched-sources.ts'
import { type Instant, instantOf } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Look } from './look.ts'
import { readItems } from './read-items.ts'
import { NOTHING, type Received, receiveItems, together } from './receive-items.ts'

/** A dispatch has a few kilobytes; whoever drops more than this means something else. */
const MAX_BYTES = 64 * 1024 * 1024

/** One look reads so many files; the next goes on. */
const MOST_FILES = 500

/** A file is written no more when it has looked the same for so long, or nobody has touched it for a minute. */
const SETTLED_MS = 5_000
const UNTOUCHED_MS = 60_000

/** Names under which programs write what is not whole yet. */
const IN_THE_MAKING = /^\.|~$|\.(?:part|partial|filepart|tmp|temp|crdownload|swp|lock)$/i

/**
 * Looks through a folder into which items are dropped, the oldest first. Files stay where they are and are remembered, so
 * that each is read once; one that has changed is read again. What is still being written is left for the next look.
 *
 * Only plain files that lie in the folder itself are opened: no link is followed, and no folder in it is entered.
 *
 * @throws OnrecordError `not-found` when the folder is not there, or has become a link to another
 */
export async function lookAtFolder(newsroom: Newsroom, watched: WatchedSource): Promise<Look> {
  const { db } = newsroom
  const found = await filesIn(watched.address)
  const known = await watchedFiles(db, watched.id)
  const present = new Set(found.map(({ name }) => name))
  const gone = [...known.keys()].filter((name) => !present.has(name))
  await inTransaction(db, (tx) => forgetWatchedFiles(tx, watched.id, gone))
  const fresh = found.filter((file) => !isRead(known.get(file.name), file))
  const settled = fresh.filter((file) => isSettled(known.get(file.name), file, newsroom.now()))
  const unsettled = fresh.filter((file) => !settled.includes(file))
  await noteUnsettled(newsroom, watched, unsettled, known)
  const received: Received[] = []
  let isMoving = false
  for (const file of settled.slice(0, MOST_FILES)) {
    const read = await readOne(newsroom, watched, file, known.get(file.name))
    if (read) received.push(read)
    else isMoving = true
  }
  return {
    received: together(received),
    problem: problemIn(await watchedFiles(db, watched.id)),
    hasFailed: false,
    isPending: isMoving || unsettled.length > 0 || settled.length > MOST_FILES,
    seen: null,
  }
}

type SeenFile = Pick<WatchedFile, 'name' | 'bytes' | 'modifiedAt'>

async function filesIn(folder: string): Promise<SeenFile[]> {
  const where = await realpath(folder).catch(() => null)
  if (where !== folder) throw notThere(folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw notThere(folder)
  })
  const files: SeenFile[] = []
  for (const entry of entries) {
    if (!entry.isFile() || IN_THE_MAKING.test(entry.name)) continue
    const stat = await lstat(join(folder, entry.name)).catch(() => null)
    if (stat?.isFile()) files.push({ name: entry.name, bytes: stat.size, modifiedAt: instantOf(stat.mtime) })
  }
  return files.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

const keyOf = ({ modifiedAt, name }: SeenFile): string => `${modifiedAt} ${name}`

const notThere = (folder: string) =>
  new OnrecordError(
    'not-found',
    `The folder ${folder} is not there, may not be read, or is a link to another by now.`,
    {
      remedy: 'Put it back, or remove it here and add the right one.',
    },
  )

const isSame = (known: WatchedFile | undefined, { bytes, modifiedAt }: SeenFile): known is WatchedFile =>
  known?.bytes === bytes && known.modifiedAt === modifiedAt

const isRead = (known: WatchedFile | undefined, file: SeenFile): boolean =>
  isSame(known, file) && (known.sha256 !== null || known.problem !== null)

function isSettled(known: WatchedFile | undefined, file: SeenFile, now: Instant): boolean {
  if (Date.parse(now) - Date.parse(file.modifiedAt) >= UNTOUCHED_MS) return true
  return isSame(known, file) && Date.parse(now) - Date.parse(known.notedAt) >= SETTLED_MS
}

/** Remembers since when files that may still be written have looked like this. */
async function noteUnsettled(
  newsroom: Newsroom,
  watched: WatchedSource,
  files: readonly SeenFile[],
  known: ReadonlyMap<string, WatchedFile>,
): Promise<void> {
  const changed = files.filter((file) => !isSame(known.get(file.name), file))
  const noted = changed.map((file) => ({ ...file, sha256: null, notedAt: newsroom.now(), problem: null }))
  await inTransaction(newsroom.db, (tx) => keepWatchedFiles(tx, watched.id, noted))
}

/** Reads one file and remembers it. @returns what came, or null when it was written to meanwhile */
async function readOne(
  newsroom: Newsroom,
  watched: WatchedSource,
  file: SeenFile,
  before: WatchedFile | undefined,
): Promise<Received | null> {
  const read = await contentOf(join(watched.address, file.name), file)
  if (read === null) return null
  const keep = (sha256: string | null, problem: string | null) =>
    inTransaction(newsroom.db, (tx) =>
      keepWatchedFiles(tx, watched.id, [{ ...file, sha256, notedAt: newsroom.now(), problem }]),
    )
  if (typeof read === 'string') {
    await keep(null, read)
    return NOTHING
  }
  const sha256 = createHash('sha256').update(read).digest('hex')
  if (before?.sha256 === sha256) {
    await keep(sha256, before.problem)
    return NOTHING
  }
  const { stories, problems } = await readItems(file.name, read)
  const received = await receiveItems(newsroom, watched, stories)
  const [first, ...others] = problems
  await keep(sha256, first === undefined ? null : `${first}${others.length > 0 ? ` (and ${others.length} more)` : ''}`)
  return received
}

/** The bytes of a file that is still the one that was seen; why it cannot be read; null where it was written to meanwhile. */
async function contentOf(path: string, seen: SeenFile): Promise<Uint8Array | string | null> {
  if (seen.bytes > MAX_BYTES) return `${seen.name} has more than ${MAX_BYTES / 1024 / 1024} MB: it was not read.`
  // Should a link have taken its place since it was looked at, it is not followed; a pipe is not waited for.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null)
  if (!handle) return `${seen.name} may not be read by Onrecord.`
  try {
    if (!(await isStill(handle, seen))) return null
    const bytes = await handle.readFile()
    return (await isStill(handle, seen)) && bytes.length === seen.bytes ? bytes : null
  } finally {
    await handle.close()
  }
}

async function isStill(handle: Awaited<ReturnType<typeof open>>, seen: SeenFile): Promise<boolean> {
  const stat = await handle.stat()
  return stat.isFile() && stat.size === seen.bytes && instantOf(stat.mtime) === seen.modifiedAt
}

/** What lies in the folder and could not be read, as long as it lies there. */
function problemIn(files: ReadonlyMap<string, WatchedFile>): string | null {
  const bad = [...files.values()].filter(({ problem }) => problem !== null)
  const [first] = bad
  if (!first) return null
  const others = bad.length > 1 ? ` The same or another fault is in ${bad.length - 1} more.` : ''
  const problem = first.problem ?? ''
  return `${problem.includes(first.name) ? '' : `${first.name}: `}${problem}${others}`
}
