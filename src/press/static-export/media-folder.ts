import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { EditionDb } from '../../edition/edition-db.ts'
import { pictureFile } from '../../edition/public-pictures.ts'
import { diskMediaStore } from '../../media/disk-media-store.ts'
import type { MediaStore } from '../../media/media-store.ts'
import type { FindMedia } from './export-media.ts'

/**
 * Pictures and share cards as they lie in the data folder. A card is there once somebody has asked for it. A picture must
 * be one that readers have: that a page names its file is not enough, since anybody's text may.
 *
 * @param media where pictures are kept when that is not the data folder: what is missing there is brought from it
 */
export const mediaIn =
  (edition: EditionDb, dataFolder: string, media: MediaStore | null = null): FindMedia =>
  async (path) => {
    const file = fileOf(dataFolder, path)
    if (file === undefined) return undefined
    if (isCard(path)) return existsSync(file) ? file : undefined
    if (!(await pictureFile(edition, basename(file)))) return undefined
    return existsSync(file) || (media && (await bring(media, file))) ? file : undefined
  }

/** @returns whether it is there now */
async function bring(media: MediaStore, file: string): Promise<boolean> {
  const stored = await media.read(basename(file))
  if (!stored) return false
  await diskMediaStore(dirname(file)).put(basename(file), await buffer(stored.content))
  return true
}

const isCard = (path: string): boolean => path.startsWith('/media/cards/')

function fileOf(dataFolder: string, path: string): string | undefined {
  const picture = /^\/media\/([0-9a-f]{24}\.[a-z0-9]{2,5})$/.exec(path)?.[1]
  if (picture) return join(dataFolder, 'media', picture)
  const card = /^\/media\/cards\/(sty_([0-9a-z]{2})[0-9a-z]*-[0-9a-f]+\.png)$/.exec(path)
  return card ? join(dataFolder, 'cards', card[2] ?? '', card[1] ?? '') : undefined
}
