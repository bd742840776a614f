import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFailure } from './disk-failure.ts'
import { isRunning } from './is-running.ts'

/** What is done in a folder of its own within the data folder, open to its owner alone, for as long as it takes. */
export type WorkKind = 'backing-up' | 'restoring' | 'drilling' | 'trying-a-release'

const LEFT = /^(?:backing-up|restoring|drilling|trying-a-release)-(\d+)$/

/** Is this the name of such a folder? */
export const isWorkFolder = (name: string): boolean => LEFT.test(name)

/** The one of this process. */
export const workFolder = (dataFolder: string, kind: WorkKind): string => join(dataFolder, `${kind}-${process.pid}`)

/**
 * Does something in an empty folder, and takes it away, however it ends.
 *
 * @throws OnrecordError `storage-full`, `folder-not-writable`
 */
export async function inWorkFolder<Result>(
  dataFolder: string,
  kind: WorkKind,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await removeAbandoned(dataFolder)
  const folder = workFolder(dataFolder, kind)
  try {
    await mkdir(folder, { mode: 0o700 })
    return await work(folder)
  } catch (error) {
    throw diskFailure(error, dataFolder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Takes away the folders of processes that ended in the middle of their work. To be called before any is begun. */
export async function removeAbandoned(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder).catch(() => [])) {
    const pid = Number(LEFT.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isRunning(pid)) await rm(join(dataFolder, name), { recursive: true, force: true })
  }
}
