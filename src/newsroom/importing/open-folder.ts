import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import type { IncomingProblem } from '../../intake/incoming.ts'
import { filesByPath, type FoundFile, isOfTheSystem, leftAlone, MOST_FILES } from './files-by-path.ts'
import type { InputFiles } from './input-files.ts'

/** Folders within folders beyond this are nobody's archive. */
const MAX_DEPTH = 40

/**
 * Everything in a folder and below it. Links to elsewhere are not followed, and what is neither file nor folder is left
 * alone: both are told.
 *
 * @throws OnrecordError `bad-input` for a folder that may not be read or holds no file
 */
export async function openFolder(name: string): Promise<InputFiles> {
  const found: FoundFile[] = []
  const problems: IncomingProblem[] = []
  await walk({ root: name, found, problems }, '', 0)
  if (found.length === 0) {
    throw new OnrecordError('bad-input', `The folder ${name} holds no files that can be read.`, {
      remedy: 'Name the folder that the export was unpacked into.',
    })
  }
  return { name, files: filesByPath(found), problems, close: async () => undefined }
}

interface Walk {
  readonly root: string
  readonly found: FoundFile[]
  readonly problems: IncomingProblem[]
}

async function walk(walking: Walk, below: string, depth: number): Promise<void> {
  const { root, problems } = walking
  if (depth > MAX_DEPTH) {
    problems.push(leftAlone(below, `Folders lie more than ${MAX_DEPTH} deep in one another here: left alone.`))
    return
  }
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    if (below === '') throw unreadable(root, error)
    problems.push(leftAlone(below, 'The folder cannot be read: left alone. Check who may read it.'))
    return []
  })
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (!isOfTheSystem(path)) await take(walking, entry, path, depth)
  }
}

async function take(walking: Walk, entry: Dirent, path: string, depth: number): Promise<void> {
  const { root, found, problems } = walking
  if (entry.isDirectory()) return walk(walking, path, depth + 1)
  if (entry.isSymbolicLink()) {
    problems.push(
      leftAlone(path, 'It is a link to another place: not followed. Copy the file itself if it belongs here.'),
    )
  } else if (!entry.isFile()) {
    problems.push(leftAlone(path, 'It is neither a file nor a folder: left alone.'))
  } else if (found.length >= MOST_FILES) {
    if (found.length === MOST_FILES)
      problems.push(leftAlone(path, `More than ${MOST_FILES} files: the rest is left alone.`))
  } else {
    const { size } = await stat(join(root, path))
    found.push({ path, bytes: size, open: () => createReadStream(join(root, path)) })
  }
}

const unreadable = (name: string, cause: unknown) =>
  new OnrecordError('bad-input', `The folder ${name} cannot be read.`, { cause, remedy: 'Check who may read it.' })
