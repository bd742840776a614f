import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LocalDate } from '../time.ts'
import { addReads, NO_READS, type ReadCounts, type Reads } from './reads.ts'

/** Where the days are kept: a folder for each day, in it a file for each process that served on it. */
export const readsIn = (dataFolder: string): string => join(dataFolder, 'reads')

const WRITE_EVERY_MS = 60_000

export interface ReadsKeeper {
  /** Writes what was counted since the last time. It also happens by itself, each minute. */
  write(): Promise<void>
  close(): Promise<void>
}

export interface ReadsKeeperOptions {
  readonly folder: string
  readonly reads: Reads
  readonly nowMs?: () => number
  readonly onFault: (error: unknown) => void
}

/**
 * Keeps the reads of each day (UTC) in files, written each minute and at the end. A file holds paths in order of their
 * letters with a number each, so that it does not tell in which order, or when, they were read. A crash loses a minute.
 */
export function keepReads({ folder, reads, nowMs = Date.now, onFault }: ReadsKeeperOptions): ReadsKeeper {
  const name = `${randomBytes(8).toString('hex')}.json`
  let day = dayAt(nowMs())
  let counted = NO_READS
  let writing: Promise<void> = Promise.resolve()

  const writeNow = async () => {
    const fresh = reads.take()
    const today = dayAt(nowMs())
    const written = day
    if (fresh.paths.size > 0) {
      counted = addReads(counted, fresh)
      await writeDay(join(folder, written), name, counted)
    }
    // What came within the minute around midnight counts for the day before.
    if (today !== written) {
      day = today
      counted = NO_READS
    }
  }
  const write = () => {
    const done = writing.then(writeNow)
    writing = done.catch(() => undefined)
    return done
  }
  const timer = setInterval(() => void write().catch(onFault), WRITE_EVERY_MS)
  timer.unref()
  return {
    write,
    close: async () => {
      clearInterval(timer)
      await write().catch(onFault)
    },
  }
}

const dayAt = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate

async function writeDay(folder: string, name: string, { paths, others }: ReadCounts): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const inOrder = Object.fromEntries([...paths].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  const draft = join(folder, `${name}.part`)
  try {
    const file = await open(draft, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify({ paths: inOrder, others }))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, name))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const Written = z.object({
  paths: z.record(z.string(), z.number().int().nonnegative()),
  others: z.number().int().nonnegative(),
})

/** The reads of some days, those of all processes together; a day of which nothing is kept counts nothing. */
export async function readsOf(folder: string, days: readonly LocalDate[]): Promise<ReadCounts> {
  let sum = NO_READS
  for (const day of days) {
    const names = await readdir(join(folder, day)).catch(() => [])
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const counts = readWritten(await readFile(join(folder, day, name), 'utf8').catch(() => ''))
      if (counts) sum = addReads(sum, counts)
    }
  }
  return sum
}

function readWritten(text: string): ReadCounts | undefined {
  try {
    const { paths, others } = Written.parse(JSON.parse(text))
    return { paths: new Map(Object.entries(paths)), others }
  } catch {
    // Damaged: the other files of that day still count.
    return undefined
  }
}
