import { createHash, randomBytes } from 'node:crypto'

/** A secret to hand over once: 256 bits, in letters that survive an address and a message. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. It needs no salt and no slowness: nobody guesses 256 bits. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
