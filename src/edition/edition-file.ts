import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseAddress } from '../database/open-database.ts'
import { type EditionChange, editionChangesAfter, editionNumber } from './changes.ts'
import { copyEdition } from './copy-edition.ts'
import { type EditionDb, openEditionToRead } from './edition-db.ts'

/** The edition as one SQLite file, ready to be downloaded. Whoever gets it closes the handle. */
export interface OpenEditionFile {
  readonly handle: FileHandle
  /** The number of the newest change in it. */
  readonly number: number
  readonly bytes: number
}

export interface EditionFileKeeper {
  /** @throws OnrecordError `storage-full`, `database-unavailable` */
  open(): Promise<OpenEditionFile>
  /** Tells of changes of the edition: where one took something back, the file made before is removed. */
  changed(changes: readonly EditionChange[]): Promise<void>
  /** Removes the file and its folder. */
  close(): Promise<void>
}

/** A busy day must not copy the edition again for every download. */
const NEW_AFTER_MS = 10 * 60 * 1000

interface EditionFile {
  readonly path: string
  readonly number: number
  readonly madeAtMs: number
}

/**
 * Keeps the edition as a file for downloads, by these rules: it is made when somebody first asks, one at a time, and
 * those who ask meanwhile wait for it. While the edition stands still it is good; once the edition has moved on it is
 * handed out until it is ten minutes old, then made anew. When something was taken back (a story killed, an entry erased
 * or withdrawn), it is removed at once: what readers may no longer have is in no download either.
 *
 * @param folder the data folder; the file lives in a folder of its own there, one for each process
 */
export function keepEditionFile({
  edition,
  address,
  folder,
  nowMs = Date.now,
}: {
  readonly edition: EditionDb
  readonly address: DatabaseAddress
  readonly folder: string
  readonly nowMs?: () => number
}): EditionFileKeeper {
  const place = join(folder, `downloads-${process.pid}`)
  let kept: EditionFile | undefined
  let making: Promise<EditionFile> | undefined

  async function current(): Promise<EditionFile> {
    if (making) return making
    if (kept && (await isGood(kept))) return kept
    making ??= make().finally(() => {
      making = undefined
    })
    return making
  }

  async function isGood(file: EditionFile): Promise<boolean> {
    if ((await editionNumber(edition)) === file.number) return true
    return nowMs() - file.madeAtMs < NEW_AFTER_MS && !(await isTakenBack(edition, file.number))
  }

  async function make(): Promise<EditionFile> {
    await removeAbandoned(folder)
    for (;;) {
      const file = { ...(await copyInto(place, address)), madeAtMs: nowMs() }
      await replace(file)
      // Something may have been taken back while it was being made.
      if (!(await isTakenBack(edition, file.number))) return file
    }
  }

  async function replace(file: EditionFile | undefined): Promise<void> {
    const before = kept
    kept = file
    if (before) await rm(before.path, { force: true })
  }

  return {
    async open() {
      // Between the two it may be removed: something was taken back just now.
      return opened(await current()).catch(async () => opened(await current()))
    },
    async changed(changes) {
      if (changes.some(({ purge }) => purge.length > 0)) await replace(undefined)
    },
    async close() {
      await making?.catch(() => undefined)
      kept = undefined
      await rm(place, { recursive: true, force: true })
    },
  }
}

async function opened({ path, number }: EditionFile): Promise<OpenEditionFile> {
  const handle = await open(path, 'r')
  return { handle, number, bytes: (await handle.stat()).size }
}

/** Under a name of its own each time: on some systems a file that is being read cannot be replaced. */
async function copyInto(place: string, address: DatabaseAddress): Promise<Omit<EditionFile, 'madeAtMs'>> {
  await mkdir(place, { recursive: true, mode: 0o700 })
  const path = join(place, `edition-${randomUUID()}.db`)
  await copyEdition(address, path)
  return { path, number: await numberIn(path) }
}

const isTakenBack = async (edition: EditionDb, since: number): Promise<boolean> =>
  (await editionChangesAfter(edition, since)).some(({ purge }) => purge.length > 0)

async function numberIn(file: string): Promise<number> {
  const copy = openEditionToRead({ kind: 'sqlite', file })
  try {
    return await editionNumber(copy)
  } finally {
    await copy.destroy()
  }
}

/** Folders that processes left behind which ended without closing. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(/^downloads-(\d+)$/.exec(name)?.[1] ?? 0)
    const path = join(folder, name)
    if (pid > 0 && !isRunning(pid) && (await stat(path)).isDirectory()) await rm(path, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
