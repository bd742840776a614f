import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, link, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { makeFolder, syncFolder } from '../synced-folder.ts'

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
    await makeFolder(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

function notWritable(folder: string, cause: unknown): OnrecordError {
  const code = codeOf(cause)
  if (code === 'ENOSPC') return new OnrecordError('storage-full', `The disk that holds ${folder} is full.`, { cause })
  const why =
    {
      EROFS: 'the disk is read-only',
      EACCES: 'you have no right to write there',
      EPERM: 'you have no right to write there',
      ENOTDIR: 'a part of its path is a file',
      EEXIST: 'a file is in its place',
    }[code] ?? 'it cannot be made or opened'
  return new OnrecordError('folder-not-writable', `The data folder ${folder} cannot be used: ${why}.`, {
    remedy: 'Name another folder in ONRECORD_DATA, or give yourself the right to write there.',
    cause,
  })
}

/**
 * Reads the secrets, or makes them: a file that only its owner may read.
 *
 * @throws OnrecordError `bad-config` when the file holds something else, `folder-not-writable` when it cannot be made
 */
export async function readSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  try {
    await access(file)
  } catch {
    await makeSecrets(folder, file)
  }
  return secretsIn(file)
}

/** The secrets in a file, which is closed to others if it was not. */
export async function secretsIn(file: string): Promise<Secrets> {
  return parseSecrets(await readClosed(file), file)
}

/** Secrets that nobody has had before. */
export const newSecrets = (): Secrets => ({ auditKey: randomBytes(32).toString('base64url') })

async function readClosed(file: string): Promise<string> {
  try {
    await chmod(file, 0o600)
    return await readFile(file, 'utf8')
  } catch (error) {
    throw notWritable(dirname(file), error)
  }
}

/**
 * Writes new secrets beside their place and then links them into it: whatever moment the power goes, and however many
 * processes start at once, the file is whole or not there, and the first to be there stays.
 */
async function makeSecrets(folder: string, file: string): Promise<void> {
  const made = newSecrets()
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    await handle.writeFile(`${JSON.stringify(made, null, 2)}\n`)
    await handle.sync()
    await handle.close()
    await link(draft, file)
    await syncFolder(folder)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw notWritable(folder, error)
  } finally {
    await rm(draft, { force: true })
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

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
