import { mkdir, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder, with those above it, readable by its owner alone, so that it is there after a power cut too: a folder's
 * name is safe only once the folder above it has been synced.
 */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = resolve(folder); made.length >= resolve(first).length; made = dirname(made)) {
    await syncFolder(dirname(made)).catch(unlessHidden)
  }
}

/** A folder that may be passed through and not read cannot be synced either: then what the file system does must do. */
function unlessHidden(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== 'EACCES' && code !== 'EPERM') throw error
}

/** Makes the names in a folder safe: without it a power cut may take back that a file was made, moved or linked there. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the change itself is what can be had.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
