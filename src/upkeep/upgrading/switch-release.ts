import { rename, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { diskFailure } from '../backups/disk-failure.ts'
import { syncFolder } from '../backups/sync-folder.ts'
import type { Installation } from './installation.ts'

/**
 * Leads the link to another release: at every moment it leads to the one or to the other.
 *
 * @throws OnrecordError `folder-not-writable`, `storage-full`
 */
export async function switchRelease({ folder, releases, current }: Installation, release: string): Promise<void> {
  const draft = join(folder, '.current-next')
  try {
    await rm(draft, { force: true })
    // Relative, so that the whole installation may be moved.
    await symlink(join(basename(releases), basename(release)), draft)
    await rename(draft, current)
    await syncFolder(folder)
  } catch (error) {
    throw diskFailure(error, folder)
  }
}
