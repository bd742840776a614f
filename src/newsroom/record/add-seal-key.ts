import { Encrypter } from 'age-encryption'
import { OnrecordError } from '../../errors.ts'
import { insertSealKey, type SealKey, sealKeys } from '../../store/sealed.ts'
import { perform } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'

/** An age recipient for X25519: `age1` and 58 characters (https://age-encryption.org/v1, "The X25519 recipient type"). */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

/**
 * Adds the public half of an owner's key: whatever is sealed from now on, its owner can open. What was sealed before
 * stays closed to them until somebody who can open it seals it again.
 *
 * @throws OnrecordError `bad-input` for anything but a public key, without repeating a character of it; `refused` when
 *   it is there already
 */
export async function addSealKey(
  newsroom: Newsroom,
  { recipient, label }: { recipient: string; label: string },
): Promise<SealKey> {
  const publicKey = parseRecipient(recipient)
  if (label.trim() === '') {
    throw new OnrecordError('bad-input', 'The key has no label.', { remedy: 'Say whose key it is.' })
  }
  assertNoPrivateKey(label)
  const { result } = await perform(newsroom, 'add-seal-key', async (tx, now) => {
    const known = await sealKeys(tx)
    if (known.some((key) => key.recipient === publicKey)) {
      throw new OnrecordError('refused', 'This key is one of the newsroom’s already.')
    }
    const key: SealKey = { id: newId(newsroom, 'seal-key'), recipient: publicKey, label: label.trim(), at: now }
    await insertSealKey(tx, key)
    return { result: key, subject: key.id, detail: { keys: known.length + 1 } }
  })
  return result
}

function parseRecipient(text: string): string {
  assertNoPrivateKey(text)
  const recipient = text.trim()
  if (RECIPIENT.test(recipient) && hasGoodChecksum(recipient)) return recipient
  throw new OnrecordError(
    'bad-input',
    'This is not a public key of age: those begin with age1 and have 62 characters.',
    {
      remedy: 'Copy the whole line that `age-keygen` prints after “public key:”.',
    },
  )
}

/** The one mistake that must not be made twice: a private half that was shown to a server is nobody's secret any more. */
function assertNoPrivateKey(text: string): void {
  if (!/age-secret-key/i.test(text)) return
  throw new OnrecordError(
    'bad-input',
    'That was the private half of a key. It was not kept, but it has left its place.',
    {
      remedy: 'Make a new key with `age-keygen`, give its public half (age1…) here, and use the old one no more.',
    },
  )
}

function hasGoodChecksum(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient)
    return true
  } catch {
    return false
  }
}
