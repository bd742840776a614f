import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeId, parseId, type ReportId, type StoryId } from '../ids.ts'
import { MOST_CONTACT, type ReaderReport, REPORT_KINDS, toTheMinute } from '../story/reader-report.ts'
import { makeFolder, syncFolder } from '../synced-folder.ts'
import { type Instant, parseInstant } from '../time.ts'

/** What lies in the letter box at most, so that nobody can fill the disk. */
const MOST_FILES = 1_000
const MOST_BYTES = 10_000_000

/** Where the public side leaves what readers write: it has no way to the newsroom, the newsroom comes and looks. */
export const inboxIn = (dataFolder: string): string => join(dataFolder, 'inbox')

/** Files that could not be read as reports are kept here, for somebody to look at. */
const SET_ASIDE = 'unreadable'

/** Stands in a letter box that somebody empties. */
const EMPTIED_HERE = '.emptied-here'

/** Says of a letter box that a newsroom empties it, from now on and also while its process is away for a while. */
export async function claimInbox(folder: string): Promise<void> {
  await makeFolder(folder)
  await (await open(join(folder, EMPTIED_HERE), 'a', 0o600)).close()
}

/** Is there a newsroom that empties this letter box? On a host of readers alone there may be none. */
export const isClaimed = (folder: string): Promise<boolean> =>
  stat(join(folder, EMPTIED_HERE)).then(
    () => true,
    () => false,
  )

export type NewReport = Omit<ReaderReport, 'id' | 'receivedAt'>

/**
 * Leaves a report in the letter box: a file that only its owner can read, whole or not there at all. It holds what the
 * reader wrote, the page and the minute; the file's own times are set to that minute too.
 *
 * @returns whether there was room
 */
export async function leaveReport(folder: string, report: NewReport, now: Instant): Promise<boolean> {
  await makeFolder(folder)
  if (await isFull(folder)) return false
  const id = makeId<'report'>('report', randomBytes(16))
  const receivedAt = toTheMinute(now)
  const draft = join(folder, `${id}.part`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(JSON.stringify({ ...report, receivedAt }))
      await file.utimes(new Date(receivedAt), new Date(receivedAt))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, `${id}.json`))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder)
  return true
}

async function isFull(folder: string): Promise<boolean> {
  const names = await readdir(folder)
  if (names.length >= MOST_FILES) return true
  let bytes = 0
  // The newsroom may take one away while we count.
  for (const name of names) {
    bytes += await stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    )
  }
  return bytes >= MOST_BYTES
}

/** A file in the letter box: a report, or something that is none. */
export type InboxItem =
  | { readonly kind: 'report'; readonly name: string; readonly report: ReaderReport }
  | { readonly kind: 'unreadable'; readonly name: string }

const Written = z.object({
  about: z.string().startsWith('/').max(2_000),
  storyId: z.string().nullable(),
  language: z.string().min(2).max(35),
  kind: z.enum(REPORT_KINDS),
  text: z.string().min(1).max(20_000),
  contact: z
    .string()
    .max(2 * MOST_CONTACT)
    .nullable(),
  receivedAt: z.string(),
})

/** A file that was begun and is not finished after this long never will be: its process ended. */
const LEFT_OVER_AFTER_MS = 10 * 60_000

/** What lies in the letter box, but for what is being written just now. @param limit of items */
export async function itemsIn(folder: string, { limit, now }: { limit: number; now: Instant }): Promise<InboxItem[]> {
  const names = (await namesIn(folder)).toSorted().slice(0, limit)
  const items = await Promise.all(names.map((name) => itemIn(folder, name, now)))
  return items.filter((item) => item !== undefined)
}

async function itemIn(folder: string, name: string, now: Instant): Promise<InboxItem | undefined> {
  const file = join(folder, name)
  try {
    if (name.endsWith('.part')) {
      const { mtimeMs } = await stat(file)
      return Date.parse(now) - mtimeMs > LEFT_OVER_AFTER_MS ? { kind: 'unreadable', name } : undefined
    }
    if (!name.endsWith('.json')) return undefined
    const report = readWritten(name, await readFile(file, 'utf8'))
    return report ? { kind: 'report', name, report } : { kind: 'unreadable', name }
  } catch (error) {
    // Another process has taken it meanwhile.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** How many files were set aside because they could not be read. */
export const setAsideIn = async (folder: string): Promise<number> => (await namesIn(join(folder, SET_ASIDE))).length

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    // Nobody has written yet.
    return []
  }
}

function readWritten(name: string, text: string): ReaderReport | undefined {
  const id = parseId('report', name.replace(/\.json$/, ''))
  const written = Written.safeParse(parsed(text))
  const receivedAt = written.success ? parseInstant(written.data.receivedAt) : undefined
  if (!id || !written.success || !receivedAt) return undefined
  const { storyId, ...rest } = written.data
  return {
    ...rest,
    id: id satisfies ReportId,
    storyId: storyId === null ? null : ((parseId('story', storyId) ?? null) satisfies StoryId | null),
    receivedAt: toTheMinute(receivedAt),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Takes a file out of the letter box once what it said is kept elsewhere. */
export const removeItem = (folder: string, name: string): Promise<void> => rm(join(folder, name), { force: true })

/** Puts a file that cannot be read aside: nothing that a reader sent is thrown away unseen. */
export async function setAside(folder: string, name: string): Promise<void> {
  await makeFolder(join(folder, SET_ASIDE))
  await rename(join(folder, name), join(folder, SET_ASIDE, name)).catch((error: unknown) => {
    // Another process has done it a moment ago.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  })
}
