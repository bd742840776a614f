import { armor, Encrypter } from 'age-encryption'
import { OnrecordError } from '../errors.ts'
import type { SealKey } from '../store/sealed.ts'

/**
 * A text as an age file in its armour, that each of these keys opens, and nothing on this server does. Its length is
 * rounded up, so that it says little about a name.
 *
 * @throws OnrecordError `refused` when there is no key to seal to
 */
export async function sealText(keys: readonly SealKey[], text: string): Promise<string> {
  if (keys.length === 0) throw noKeys()
  const encrypter = new Encrypter()
  for (const { recipient } of keys) encrypter.addRecipient(recipient)
  return armor.encode(await encrypter.encrypt(padded(text)))
}

const BLOCK = 512

/** The text in UTF-8, filled up with spaces to whole blocks of 512 bytes. */
function padded(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text.trim())
  const filled = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK).fill(0x20)
  filled.set(bytes)
  return filled
}

const noKeys = () =>
  new OnrecordError('refused', 'There is no key to seal to, so nothing was kept.', {
    remedy: 'Let each owner make a key with `age-keygen`, and add its public half first.',
  })
