import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { OnrecordError } from '../../errors.ts'
import type { IncomingProblem } from '../../intake/incoming.ts'
import type { IntakeFile } from '../../intake/intake-file.ts'
import { recognisedFrom } from './recognised.ts'
import { openArchive } from './open-archive.ts'
import { openFolder } from './open-folder.ts'

/** What one name on the command line stands for: a file, the files of a folder, or those of an archive. */
export interface InputFiles {
  readonly name: string
  /** In the order of their names. */
  readonly files: readonly IntakeFile[]
  /** What was left alone, and why. */
  readonly problems: readonly IncomingProblem[]
  /** Gives the archive back to the system. */
  close(): Promise<void>
}

/**
 * Opens what was named: a folder with everything below it, an archive (ZIP) likewise, any other file alone.
 *
 * @throws OnrecordError `not-found` or `bad-input` for what is not there, may not be read, is empty or is no archive
 */
export async function openInputFiles(name: string): Promise<InputFiles> {
  const found = await stat(name).catch((error: unknown) => {
    throw new OnrecordError('not-found', `${name} cannot be read: ${reasonOf(error)}.`, {
      remedy: 'Check how the file’s name is spelled, and who may read it.',
    })
  })
  if (found.isDirectory()) return openFolder(name)
  if (!found.isFile()) {
    throw new OnrecordError('bad-input', `${name} is neither a file nor a folder.`, {
      remedy: 'Name a file, a folder, or a ZIP archive.',
    })
  }
  const file = { name, bytes: found.size, open: () => createReadStream(name), beside: () => undefined }
  const { kind } = await recognisedFrom(file)
  if (kind === 'zip') return openArchive(name)
  if (kind === 'empty') {
    throw new OnrecordError('bad-input', `${name} is empty: there is nothing to import.`, {
      remedy: 'Export it again where it came from; the download may have been cut off.',
    })
  }
  return { name, files: [file], problems: [], close: async () => undefined }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'you have no right to read it'
  return 'the disk does not answer as it should'
}
