import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { EditionDb } from '../../edition/edition-db.ts'
import { pictureFile } from '../../edition/public-pictures.ts'
import type { FindMedia } from './export-media.ts'

/**
 * Pictures and share cards as they lie in the data folder. A card is there once somebody has asked for it. A picture must
 * be one that readers have: that a page names its file is not enough, since anybody's text may.
 */
export const mediaIn =
  (edition: EditionDb, dataFolder: string): FindMedia =>
  async (path) => {
    const file = fileOf(dataFolder, path)
    if (file === undefined || !existsSync(file)) return undefined
    return isCard(path) || (await pictureFile(edition, basename(file))) ? file : undefined
  }

const isCard = (path: string): boolean => path.startsWith('/media/cards/')

function fileOf(dataFolder: string, path: string): string | undefined {
  const picture = /^\/media\/([0-9a-f]{24}\.[a-z0-9]{2,5})$/.exec(path)?.[1]
  if (picture) return join(dataFolder, 'media', picture)
  const card = /^\/media\/cards\/(sty_([0-9a-z]{2})[0-9a-z]*-[0-9a-f]+\.png)$/.exec(path)
  return card ? join(dataFolder, 'cards', card[2] ?? '', card[1] ?? '') : undefined
}
