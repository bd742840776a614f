import type { Instant } from '../../time.ts'

/** What a sealed text says, now that it is open. It is shown, and kept nowhere. */
export interface OpenedText {
  readonly text: string
  readonly at: Instant
}

/**
 * Opens sealed texts with an owner's private key, in this browser: the key is sent nowhere. Texts that were sealed to
 * other keys stay closed.
 */
export async function openWith(
  key: string,
  sealed: readonly { readonly ciphertext: string; readonly at: Instant }[],
): Promise<readonly OpenedText[]> {
  const { armor, Decrypter } = await import('age-encryption')
  const identity = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/.exec(key)?.[0]
  if (!identity) return []
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const opened = await Promise.all(
    sealed.map(async ({ ciphertext, at }) => {
      try {
        const text = await decrypter.decrypt(armor.decode(ciphertext), 'text')
        return [{ text: text.trimEnd(), at }]
      } catch {
        return []
      }
    }),
  )
  return opened.flat()
}
