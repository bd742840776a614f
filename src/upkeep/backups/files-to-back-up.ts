import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FOLDERS, isNameOfOurs, SINGLE_FILES } from './archive-names.ts'

/** A file, and what it is called in a backup. */
export interface FileToBackUp {
  readonly name: string
  readonly path: string
}

/**
 * The files of a data folder that cannot be made again, in order of their names. What is still being written, what is
 * hidden and what is no plain file is left alone.
 */
export async function filesToBackUp(dataFolder: string): Promise<FileToBackUp[]> {
  const single: FileToBackUp[] = []
  for (const name of SINGLE_FILES) {
    const path = join(dataFolder, name)
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) single.push({ name, path })
  }
  const inFolders: FileToBackUp[] = []
  for (const name of FOLDERS) inFolders.push(...(await filesIn(join(dataFolder, name), name)))
  return [...single, ...inFolders]
}

async function filesIn(folder: string, name: string): Promise<FileToBackUp[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const files: FileToBackUp[] = []
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const inner = { name: `${name}/${entry.name}`, path: join(folder, entry.name) }
    if (entry.isDirectory()) files.push(...(await filesIn(inner.path, inner.name)))
    else if (entry.isFile() && isNameOfOurs(inner.name)) files.push(inner)
  }
  return files
}
