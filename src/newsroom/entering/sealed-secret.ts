import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { AccountId } from '../../ids.ts'
import { derivedKey } from './derived-key.ts'

/** AES-256-GCM as NIST SP 800-38D has it: a nonce of 12 bytes, a tag of 16. */
const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Closes a secret that has to be read again, for one account: put into another's row, it does not open. */
export function closeSecret(secret: Uint8Array, key: string, accountId: AccountId): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, derivedKey(key, 'second factors'), nonce)
  cipher.setAAD(Buffer.from(accountId))
  const closed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')
}

/** Opens it again; undefined when it was closed with another key, for another account, or was changed. */
export function openSecret(text: string, key: string, accountId: AccountId): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64url')
  try {
    const decipher = createDecipheriv(ALGORITHM, derivedKey(key, 'second factors'), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(accountId))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
