import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MediaStore, PictureShelves } from '../../media/media-store.ts'
import { listedFiles, type OpenedExport } from './opened-export.ts'

/** A file that was put on a shelf, to be taken back if the rest does not come in. */
interface Placed {
  readonly shelf: MediaStore
  readonly name: string
}

/**
 * Puts the files of pictures on their shelves, before anything refers to them. What is there already stays.
 *
 * @returns takes back what was put there
 * @throws OnrecordError `storage-full`, `folder-not-writable`
 */
export async function placePictureFiles(
  opened: OpenedExport,
  shelves: PictureShelves,
  onFile: () => void,
): Promise<() => Promise<void>> {
  const placed: Placed[] = []
  const takeBack = async () => {
    for (const { shelf, name } of placed) await shelf.remove(name)
  }
  try {
    for await (const { path } of listedFiles(opened)) {
      const shelf = shelfOf(path, shelves)
      onFile()
      if (!shelf) continue
      const name = basename(path)
      if (await shelf.has(name)) continue
      placed.push({ shelf, name })
      await shelf.put(name, await readFile(join(opened.root, path)))
    }
    return takeBack
  } catch (error) {
    await takeBack()
    throw error
  }
}

function shelfOf(path: string, { media, masters, originals }: PictureShelves): MediaStore | undefined {
  if (path.startsWith('media/sizes/')) return media
  if (path.startsWith('media/sealed/')) return originals
  return /^media\/[^/]+\.(?:jpg|png)$/.test(path) ? masters : undefined
}
