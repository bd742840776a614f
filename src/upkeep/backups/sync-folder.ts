import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Sees to it that names given or taken in a folder outlast a power cut. Windows cannot open a folder. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await sync(folder, 'r')
}

/** Several at once, since a disk makes many safe as quickly as one. */
const AT_ONCE = 32

/** Sees to it that a folder with all that lies below it outlasts a power cut. */
export async function syncTree(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const pathOf = ({ parentPath, name }: (typeof found)[number]) => join(parentPath, name)
  const files = found.filter((entry) => entry.isFile()).map(pathOf)
  for (let first = 0; first < files.length; first += AT_ONCE) {
    await Promise.all(files.slice(first, first + AT_ONCE).map((file) => sync(file, 'r+')))
  }
  for (const inner of found.filter((entry) => entry.isDirectory()).map(pathOf)) await syncFolder(inner)
  await syncFolder(folder)
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
