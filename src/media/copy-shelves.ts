import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { OnrecordError } from '../errors.ts'
import { pictureShelves } from './disk-media-store.ts'
import { isMediaName, type MediaStore, type PictureShelves } from './media-store.ts'

const SHELVES = ['media', 'masters', 'originals'] as const

/** What came of it, in files. */
export interface CopiedShelves {
  readonly copied: number
  /** They were there already, byte for byte. */
  readonly same: number
}

export interface CopyingShelves {
  readonly onProgress?: (done: number, of: number) => void
  /** Ends it between two files; run again, it goes on. */
  readonly isStopping?: () => boolean
}

/**
 * Copies every file of the data folder's shelves to others, and reads each back: what is there has the same hash, or it is
 * put there again. Nothing is removed. Run again, it copies what is missing.
 *
 * @throws OnrecordError `damaged` for a file that does not come back as it was put there, and what the other shelves throw
 */
export async function copyShelves(
  dataFolder: string,
  to: PictureShelves,
  { onProgress, isStopping = () => false }: CopyingShelves = {},
): Promise<CopiedShelves> {
  const from = pictureShelves(dataFolder)
  const files = (await Promise.all(SHELVES.map((shelf) => filesOn(dataFolder, shelf)))).flat()
  const result = { copied: 0, same: 0 }
  for (const [done, { shelf, name }] of files.entries()) {
    if (isStopping()) break
    result[(await copyOne(from[shelf], to[shelf], name)) ? 'copied' : 'same'] += 1
    onProgress?.(done + 1, files.length)
  }
  return result
}

async function filesOn(dataFolder: string, shelf: (typeof SHELVES)[number]) {
  const names = await readdir(join(dataFolder, shelf)).catch(() => [])
  return names
    .filter(isMediaName)
    .toSorted()
    .map((name) => ({ shelf, name }))
}

/** @returns whether it had to be copied */
async function copyOne(from: MediaStore, to: MediaStore, name: string): Promise<boolean> {
  const own = await from.read(name)
  // Taken away meanwhile: there is nothing to be copied.
  if (!own) return false
  const content = await buffer(own.content)
  const wanted = hashOf(content)
  if ((await hashAt(to, name)) === wanted) return false
  await to.put(name, content)
  if ((await hashAt(to, name)) === wanted) return true
  throw new OnrecordError('damaged', `The file ${name} did not come back as it was put there.`, {
    remedy: 'Look at where the files are to be kept, and run the same again.',
  })
}

async function hashAt(store: MediaStore, name: string): Promise<string | null> {
  const stored = await store.read(name)
  return stored ? hashOf(await buffer(stored.content)) : null
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
