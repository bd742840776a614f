import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { chmod, link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'

/** The key with which the paper signs its list of mirrors, and nothing else. The private half never leaves this room. */
export interface MirrorKey {
  /** Ed25519, raw 32 bytes in base64. */
  readonly publicKey: string
  /** The signature over these bytes (Ed25519, RFC 8032), in base64. */
  sign(bytes: Uint8Array): string
}

/**
 * Reads the key from the data folder, or makes it: a file of its own that only its owner may read.
 *
 * @throws OnrecordError `bad-config` when the file holds something else, `folder-not-writable` when it cannot be made
 */
export async function readMirrorKey(folder: string): Promise<MirrorKey> {
  const file = join(folder, 'mirror-key.pem')
  const pem = (await readClosed(file)) ?? (await make(file))
  const key = parsed(pem, file)
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  }
}

async function readClosed(file: string): Promise<string | undefined> {
  try {
    await chmod(file, 0o600)
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw notUsable(file, error)
  }
}

/** Written beside its place and then linked into it: the first key to be there stays, however many are made at once. */
async function make(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw notUsable(file, error)
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(file, 'utf8')
}

function parsed(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, without a word of what the file holds.
  }
  throw new OnrecordError('bad-config', `${file} does not hold the key that signs the list of mirrors.`, {
    remedy: 'Put it back from a backup. Only if there is none, remove it: readers must then be told of the new key.',
  })
}

const notUsable = (file: string, cause: unknown): OnrecordError =>
  new OnrecordError('folder-not-writable', `The key ${file} cannot be read or made.`, {
    remedy: 'Give yourself the right to read and write the data folder.',
    cause,
  })

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
