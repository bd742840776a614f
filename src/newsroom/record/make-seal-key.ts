import { generateX25519Identity, identityToRecipient } from 'age-encryption'

/** Both halves of an owner's key, in the age format. */
export interface SealKeyPair {
  /** `AGE-SECRET-KEY-1…`: shown to its owner once, never stored, logged or sent on. */
  readonly identity: string
  /** `age1…`: what the newsroom seals to. */
  readonly recipient: string
}

/** Makes a new key. Nothing is stored: `addSealKey` takes the public half. */
export async function makeSealKey(): Promise<SealKeyPair> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}
