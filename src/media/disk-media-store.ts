import { randomUUID } from 'node:crypto'
import { access, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDiskFull } from '../disk-full.ts'
import { OnrecordError } from '../errors.ts'
import { makeFolder, syncFolder } from '../synced-folder.ts'
import { isMediaName, type MediaStore, type PictureShelves, type StoredFile } from './media-store.ts'

/**
 * Files in a folder, which is made when the first one comes.
 *
 * @throws OnrecordError `storage-full`, `folder-not-writable` from `put`
 */
export function diskMediaStore(folder: string): MediaStore {
  const pathOf = (name: string): string => {
    if (isMediaName(name)) return join(folder, name)
    throw new TypeError('Not the name of a file that is kept here.')
  }
  return {
    put: async (name, content) => {
      const path = pathOf(name)
      try {
        await makeFolder(folder)
        await writeWhole(folder, path, content)
      } catch (error) {
        throw explained(error, folder)
      }
    },
    read: (name, part) => readFrom(pathOf(name), part),
    has: (name) =>
      access(pathOf(name)).then(
        () => true,
        () => false,
      ),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}

/** The shelves of the data folder. */
export const pictureShelves = (dataFolder: string): PictureShelves => ({
  media: diskMediaStore(join(dataFolder, 'media')),
  masters: diskMediaStore(join(dataFolder, 'masters')),
  originals: diskMediaStore(join(dataFolder, 'originals')),
})

/** Beside its place first, then into it; the folder is synced too, or the new name could be lost with the power. */
async function writeWhole(folder: string, path: string, content: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder)
}

async function readFrom(path: string, part?: { start: number; end: number }): Promise<StoredFile | undefined> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    const { size: bytes } = await handle.stat()
    return { bytes, content: handle.createReadStream(part) }
  } catch (error) {
    await handle.close()
    throw error
  }
}

function explained(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  if (isDiskFull(error)) {
    return new OnrecordError('storage-full', `The disk that holds ${folder} is full, so the picture was not kept.`, {
      remedy: 'Make room on it and try again.',
      cause: error,
    })
  }
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error
  return new OnrecordError('folder-not-writable', `The folder ${folder} cannot be written.`, {
    remedy: 'Give yourself the right to write there, or name another data folder in ONRECORD_DATA.',
    cause: error,
  })
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
