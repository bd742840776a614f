import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMediaName } from '../../media/media-store.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { pictureFilesAfter } from '../../store/pictures.ts'
import type { PictureId } from '../../ids.ts'
import type { Mendable } from './mendable.ts'

/** A file younger than this may belong to a picture that is being taken in just now. */
const SETTLED_MS = 24 * 3_600_000

const PORTION = 500

/** Files of pictures that are missing on this disk, and files that belong to no picture. */
export async function examinePictures(db: NewsroomDb, dataFolder: string): Promise<Mendable[]> {
  const wanted = await namesWanted(db)
  const found = new Set(await filesIn(join(dataFolder, 'media')))
  const missing = [...wanted.media].filter((name) => !found.has(name))
  const strays = [
    ...(await straysIn(join(dataFolder, 'media'), (name) => wanted.media.has(name))),
    ...(await straysIn(join(dataFolder, 'masters'), (name) => wanted.ids.has(idIn(name)))),
    ...(await straysIn(join(dataFolder, 'originals'), (name) => wanted.ids.has(idIn(name)))),
  ]
  return [...missingFinding(missing), ...strayFinding(strays)]
}

const idIn = (name: string): string => name.slice(0, name.lastIndexOf('.'))

async function namesWanted(db: NewsroomDb): Promise<{ media: ReadonlySet<string>; ids: ReadonlySet<string> }> {
  const media = new Set<string>()
  const ids = new Set<string>()
  for (let after: PictureId | null = null; ; ) {
    const pictures: { readonly id: PictureId; readonly names: readonly string[] }[] = await pictureFilesAfter(
      db,
      after,
      PORTION,
    )
    for (const { id, names } of pictures) {
      ids.add(id)
      for (const name of names) media.add(name)
    }
    if (pictures.length < PORTION) return { media, ids }
    after = pictures.at(-1)?.id ?? null
  }
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => isMediaName(name))

async function straysIn(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const strays: string[] = []
  for (const name of await filesIn(folder)) {
    if (isWanted(name)) continue
    const path = join(folder, name)
    const age =
      Date.now() -
      (await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      ))
    if (age > SETTLED_MS) strays.push(path)
  }
  return strays
}

function missingFinding(missing: readonly string[]): Mendable[] {
  const [first] = missing
  if (first === undefined) return []
  return [
    {
      level: 'fault',
      what: `Files of pictures are missing (${missing.length}), ${first} among them: readers see an empty frame.`,
      remedy: 'Put them back from a backup: `./onrecord restore … --into FOLDER`, then copy media/ and masters/.',
    },
  ]
}

function strayFinding(strays: readonly string[]): Mendable[] {
  const [first] = strays
  if (first === undefined) return []
  return [
    {
      level: 'note',
      what: `Files that belong to no picture (${strays.length}), ${first} among them: an upload was broken off, or a picture is gone.`,
      remedy: '`./onrecord doctor --fix` removes them.',
      mend: async () => {
        for (const path of strays) await rm(path, { force: true })
        return `files that belonged to no picture are removed (${strays.length}).`
      },
    },
  ]
}
