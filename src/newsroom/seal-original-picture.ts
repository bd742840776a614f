import { Encrypter } from 'age-encryption'
import type { SealKey } from '../store/sealed.ts'

/**
 * A picture as it came, as an age file that each of these keys opens and the server cannot: the camera's number and the
 * place it was taken are in it (https://age-encryption.org/v1).
 */
export async function sealOriginalPicture(keys: readonly SealKey[], bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const { recipient } of keys) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}
