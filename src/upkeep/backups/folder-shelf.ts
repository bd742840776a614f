import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { madeAt } from './backup-name.ts'
import { type BackupShelf, noSuchBackup } from './backup-shelf.ts'
import { diskFailure } from './disk-failure.ts'
import { isRunning } from './is-running.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Backups in a folder, which is made when the first one comes, open to its owner alone.
 *
 * @throws OnrecordError `storage-full`, `folder-not-writable`
 */
export const folderShelf = (folder: string): BackupShelf => ({
  where: folder,
  list: () =>
    inOurTerms(folder, async () => (await namesIn(folder)).filter((name) => madeAt(name) !== undefined).sort()),
  put: (name, content) => inOurTerms(folder, () => putWhole(folder, name, content)),
  read: async (name) => {
    const handle = await open(join(folder, name), 'r').catch((error: unknown) => {
      if (isAbsent(error)) throw noSuchBackup(name, folder)
      throw diskFailure(error, folder)
    })
    return handle.createReadStream({ highWaterMark: CHUNK })
  },
  has: (name) =>
    access(join(folder, name)).then(
      () => true,
      () => false,
    ),
  remove: (name) => inOurTerms(folder, () => rm(join(folder, name), { force: true })),
})

const CHUNK = 256 * 1024

/** Under a name that says who is at it, so that it is known when nobody is any more. */
const draftOf = (name: string): string => `.${name}.${hostname()}.${process.pid}.draft`

const DRAFT = /^\.onrecord-\w+\.tar\.age\.(?<host>.+)\.(?<pid>\d+)\.draft$/

/** Beside its place first, then into it; the folder is synced too, or the new name could be lost with the power. */
async function putWhole(folder: string, name: string, content: Readable): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeAbandonedDrafts(folder)
  const draft = join(folder, draftOf(name))
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      for await (const chunk of content) await handle.writeFile(chunk as Uint8Array)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, join(folder, name))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** After this long, a draft of another machine is nobody's any more. */
const ABANDONED_AFTER_MS = 2 * 86_400_000

/** Takes away what processes left behind that ended in the middle of a backup. */
export async function removeAbandonedDrafts(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const { host, pid } = DRAFT.exec(name)?.groups ?? {}
    if (host === undefined || pid === undefined) continue
    const path = join(folder, name)
    const isOld = async () => Date.now() - (await stat(path)).mtimeMs > ABANDONED_AFTER_MS
    const isLeft = host === hostname() ? !isRunning(Number(pid)) : await isOld().catch(() => false)
    if (isLeft) await rm(path, { force: true })
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function inOurTerms<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw diskFailure(error, folder)
  }
}
