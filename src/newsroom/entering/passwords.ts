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

/** As many guesses as an attacker makes in an hour against the hash alone: zxcvbn's third of four steps. */
const HARD_ENOUGH = 3

/** Longer ones are judged by their beginning. */
const JUDGED = 100

const REMEDY = 'Take four or five words that do not belong together.'

/**
 * A password is long, and not one that is guessed: none of the tens of thousands that are used most, or have leaked, nor a
 * variation of one, nor made of a row of keys, or of words that belong to the place. What it is made of otherwise is
 * nobody's business. A sentence is best.
 *
 * @param words what an attacker of this newsroom tries first: the name of the person, of the paper
 * @throws OnrecordError `bad-input`
 * @see https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler how it is estimated
 */
export async function assertGoodPassword(password: string, words: readonly string[]): Promise<void> {
  const length = Array.from(password).length
  if (length < SHORTEST || length > LONGEST) {
    throw new OnrecordError('bad-input', `A password has ${SHORTEST} to ${LONGEST} characters.`, { remedy: REMEDY })
  }
  if (await isHardToGuess(password, ['onrecord', ...words])) return
  throw new OnrecordError('bad-input', 'This password is easily guessed.', { remedy: REMEDY })
}

async function isHardToGuess(password: string, words: readonly string[]): Promise<boolean> {
  // Loaded by those who choose a password: its lists are long.
  const [{ ZxcvbnFactory }, { adjacencyGraphs: graphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const known = words.flatMap((word) => [word, ...word.split(/\s+/), word.replaceAll(/\s+/g, '')])
  const judge = new ZxcvbnFactory({ dictionary, graphs, maxLength: JUDGED })
  return judge.check(password.slice(0, JUDGED), known).score >= HARD_ENOUGH
}
