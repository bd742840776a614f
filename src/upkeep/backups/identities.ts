import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { OnrecordError } from '../../errors.ts'

/** Private keys in the age format, one a line: `AGE-SECRET-KEY-1…`. */
export type Identities = readonly string[]

const KEY = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/
const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----'
const BINARY = 'age-encryption.org/v1'

/**
 * Reads a file of private keys as `age-keygen` and `onrecord backup key` write it: a key a line, `#` begins a comment.
 * One that was itself encrypted with a passphrase (`age -p`) is opened first.
 *
 * @param askPassphrase asked only if it is needed
 * @throws OnrecordError `bad-input` when there is no key in it, or the passphrase is another
 */
export async function readIdentities(content: Uint8Array, askPassphrase: () => Promise<string>): Promise<Identities> {
  const text = new TextDecoder().decode(content)
  if (text.startsWith(BINARY)) return identitiesIn(await opened(content, askPassphrase))
  if (text.trimStart().startsWith(ARMORED)) return identitiesIn(await opened(unarmored(text), askPassphrase))
  return identitiesIn(text)
}

function identitiesIn(text: string): Identities {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.length > 0 && lines.every((line) => KEY.test(line))) return lines
  throw new OnrecordError('bad-input', 'The file of the private key holds no key of the age format.', {
    remedy: 'It has a line that begins with AGE-SECRET-KEY-1; the public half, age1…, cannot open anything.',
  })
}

async function opened(sealed: Uint8Array, askPassphrase: () => Promise<string>): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(await askPassphrase())
  try {
    return await decrypter.decrypt(sealed, 'text')
  } catch (error) {
    throw new OnrecordError('bad-input', 'The private key could not be opened: the passphrase is another.', {
      remedy: 'Try again; the key was encrypted with age -p.',
      cause: error,
    })
  }
}

function unarmored(text: string): Uint8Array {
  try {
    return armor.decode(text)
  } catch (error) {
    throw new OnrecordError('bad-input', 'The file of the private key is damaged.', { cause: error })
  }
}

/** Something that opens with these. @throws OnrecordError `bad-input` when a key was mistyped */
export function decrypterWith(identities: Identities): Decrypter {
  const decrypter = new Decrypter()
  try {
    for (const identity of identities) decrypter.addIdentity(identity)
  } catch (error) {
    throw new OnrecordError('bad-input', 'The private key is damaged: a letter in it is wrong or missing.', {
      remedy: 'Take another copy of it.',
      cause: error,
    })
  }
  return decrypter
}

/** A new pair, and the file that its owner keeps. */
export interface BackupKey {
  /** `age1…`: for ONRECORD_BACKUP_RECIPIENTS. */
  readonly recipient: string
  /** The private half, with the words that explain it; never kept by the server. */
  readonly file: string
}

export async function makeBackupKey(on: string): Promise<BackupKey> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const file = [
    '# Opens the backups of an Onrecord newsroom. Whoever has this file can read everything in them.',
    '# Keep it away from the server: on a drive with its owner, and a copy on paper in a safe place.',
    `# created: ${on}`,
    `# public key: ${recipient}`,
    identity,
    '',
  ].join('\n')
  return { recipient, file }
}

/** @throws OnrecordError `bad-input` naming the first that is no public key */
export function assertRecipients(recipients: readonly string[]): void {
  const faulty = recipients.find((recipient) => {
    try {
      new Encrypter().addRecipient(recipient)
      return false
    } catch {
      return true
    }
  })
  if (faulty === undefined && recipients.length > 0) return
  const what = faulty === undefined ? 'No public key is given' : `${faulty.slice(0, 20)}… is no public key`
  throw new OnrecordError('bad-input', `${what}, so nobody could open the backup.`, {
    remedy: 'Make a key with ./onrecord backup key, and set ONRECORD_BACKUP_RECIPIENTS to its public half.',
  })
}
