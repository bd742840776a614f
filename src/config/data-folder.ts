import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'

/** Secrets of this newsroom, made on its first start. They never go into a database or a log. */
export interface Secrets {
  /** Seals the audit lines. */
  readonly auditKey: string
}

/**
 * Makes the data folder if it is missing, readable by its owner alone, and sees that it can be written.
 *
 * @throws OnrecordError `folder-not-writable`, saying what stands in the way
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

function notWritable(folder: string, cause: unknown): OnrecordError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code === 'ENOSPC') return new OnrecordError('storage-full', `The disk that holds ${folder} is full.`, { cause })
  const why =
    {
      EROFS: 'the disk is read-only',
      EACCES: 'you have no right to write there',
      EPERM: 'you have no right to write there',
      ENOTDIR: 'a part of its path is a file',
      EEXIST: 'a file is in its place',
    }[String(code)] ?? 'it cannot be made or opened'
  return new OnrecordError('folder-not-writable', `The data folder ${folder} cannot be used: ${why}.`, {
    remedy: 'Name another folder in ONRECORD_DATA, or give yourself the right to write there.',
    cause,
  })
}

/** Reads the secrets, or makes them: a file that only its owner may read. */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  try {
    const handle = await open(file, 'wx', 0o600)
    const made: Secrets = { auditKey: randomBytes(32).toString('base64url') }
    await handle.writeFile(`${JSON.stringify(made, null, 2)}\n`)
    await handle.sync()
    await handle.close()
    return made
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw notWritable(folder, error)
  }
  await chmod(file, 0o600)
  return parseSecrets(await readFile(file, 'utf8'), file)
}

function parseSecrets(text: string, file: string): Secrets {
  try {
    const { auditKey } = JSON.parse(text) as Partial<Secrets>
    if (typeof auditKey === 'string' && auditKey.length >= 32) return { auditKey }
  } catch {
    // Said below, without a word of what the file holds.
  }
  throw new OnrecordError('bad-config', `${file} does not hold this newsroom's secrets.`, {
    remedy: 'Put it back from a backup. Only if there is none, remove it: old audit lines can then not be checked.',
  })
}
