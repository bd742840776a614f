import { mkdir, readdir, rename, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../time.ts'
import { NEWSROOM } from './archive-names.ts'
import { compact } from './backup-name.ts'
import { syncFolder, syncTree } from './sync-folder.ts'
import { isWorkFolder } from './work-folder.ts'

const ASIDE = /^before-restore-/

/** What lies in a data folder, without what was put aside by earlier restores and what is being worked on. */
const thingsIn = async (dataFolder: string): Promise<string[]> =>
  (await readdir(dataFolder)).filter((name) => !ASIDE.test(name) && !isWorkFolder(name))

/**
 * Puts what lies in a folder within the data folder in its place. What was there before is moved into a folder beside it,
 * and nothing of it is deleted. The database goes first and comes last, so that at no moment it stands among the files of
 * another newsroom; what fails half-way is taken back.
 *
 * @returns the folder that holds what was there before; null where nothing was
 */
export async function putInPlace(dataFolder: string, from: string, at: Instant): Promise<string | null> {
  await syncTree(from)
  const before = databaseFirst(await thingsIn(dataFolder))
  const aside = before.length === 0 ? null : join(dataFolder, `before-restore-${compact(at)}`)
  const done: (() => Promise<void>)[] = []
  const move = async (name: string, here: string, there: string) => {
    await rename(join(here, name), join(there, name))
    done.push(() => rename(join(there, name), join(here, name)))
  }
  try {
    if (aside !== null) {
      await mkdir(aside, { mode: 0o700 })
      done.push(() => rmdir(aside))
      for (const name of before) await move(name, dataFolder, aside)
    }
    for (const name of databaseFirst(await readdir(from)).toReversed()) await move(name, from, dataFolder)
    await syncFolder(dataFolder)
    return aside
  } catch (error) {
    for (const undo of done.toReversed()) await undo()
    throw error
  }
}

/** The log belongs to the database: it goes with it. */
const databaseFirst = (names: readonly string[]): string[] => [
  ...names.filter((name) => name.startsWith(NEWSROOM)),
  ...names.filter((name) => !name.startsWith(NEWSROOM)).sort(),
]
