import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, linkOrCopy } from './export-files.ts'
import type { PictureResult } from './export-request.ts'
import type { ExportState } from './export-state.ts'

/** The file on this machine behind a path under `/media/`; undefined where there is none. */
export type FindMedia = (path: string) => Promise<string | undefined>

/**
 * Takes over every picture that a page of the export shows, by a second name where the disk allows it. A picture's name
 * stands for its bytes: what is there already stays.
 */
export async function takeMedia(
  state: ExportState,
  findMedia: FindMedia,
): Promise<{ files: ReadonlySet<string>; result: PictureResult }> {
  const files = new Set<string>()
  const missing: string[] = []
  let taken = 0
  for (const path of shownBy(state)) {
    const file = path.slice(1)
    if (state.files.has(file) && existsSync(join(state.folder, file))) files.add(file)
    else if (await take(path, state.folder, findMedia)) {
      files.add(file)
      taken += 1
    } else missing.push(path)
  }
  const pictures = missing.filter((path) => !path.startsWith(CARDS))
  const cardsNotDrawn = missing.length - pictures.length
  return { files, result: { taken, missing: pictures.length, firstMissing: pictures[0] ?? null, cardsNotDrawn } }
}

const CARDS = '/media/cards/'

async function take(path: string, folder: string, findMedia: FindMedia): Promise<boolean> {
  const from = await findMedia(path)
  if (from === undefined) return false
  try {
    await linkOrCopy(from, folder, path.slice(1))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

const shownBy = (state: ExportState): string[] =>
  [...new Set([...state.addresses.values()].flatMap(({ media }) => media))].sort()
