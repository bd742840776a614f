import { hash, verify } from '@node-rs/argon2'
import { OnrecordError } from '../../errors.ts'

/** Argon2id (RFC 9106) with OWASP's figures: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const SHORTEST = 12
const LONGEST = 200

export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), COST)

/** Of a password that nobody has: checking against it takes as long as checking against a real one. */
let nobodys: Promise<string> | undefined

/** Is this the password? Without a hash, for an account that there is not, the answer is no and takes as long. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const isRight = await verify(kept ?? (await nobodys), asTyped(password))
  return kept !== null && isRight
}

/** Two keyboards may write one accent in two ways (NIST SP 800-63B, 3.1.1.2). */
const asTyped = (password: string): string => password.normalize('NFKC')

/**
 * A password is long; what it is made of is nobody's business. A sentence is best.
 *
 * @throws OnrecordError `bad-input`
 */
export function assertGoodPassword(password: string, name: string): void {
  const length = Array.from(password).length
  if (length < SHORTEST || length > LONGEST) {
    throw new OnrecordError('bad-input', `A password has ${SHORTEST} to ${LONGEST} characters.`, {
      remedy: 'Take four or five words that do not belong together.',
    })
  }
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5 || plain.replaceAll(name.toLowerCase(), '').length < SHORTEST / 2) {
    throw new OnrecordError('bad-input', 'This password is easily guessed.', {
      remedy: 'Take four or five words that do not belong together.',
    })
  }
}
