import { createHmac, randomBytes } from 'node:crypto'
import { derivedKey } from './derived-key.ts'

const HOW_MANY = 10

/** Crockford's base 32: no letter that is taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten codes of 50 bits, each good once in the place of a code from the app: `4k7qa-9xw2m`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => {
    const letters = Array.from(randomBytes(10), (byte) => ALPHABET.charAt(byte & 31)).join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })

/** What is kept of a code: 50 bits could be guessed from a plain hash, so the key of the data folder goes into it. */
export const hashOfRecoveryCode = (code: string, key: string): string =>
  createHmac('sha256', derivedKey(key, 'recovery codes')).update(asMeant(code)).digest('base64url')

/** A code as it was given out, however it was copied from paper. */
const asMeant = (code: string): string =>
  code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
