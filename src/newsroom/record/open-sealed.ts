import { armor, Decrypter } from 'age-encryption'
import { OnrecordError } from '../../errors.ts'
import type { SourceId } from '../../ids.ts'
import { type Sealed, sealedOf } from '../../store/sealed.ts'
import type { Instant } from '../../time.ts'
import { record } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'

/** Who stands behind a source, as it was sealed. Never to be stored, logged or sent on. */
export interface OpenedText {
  readonly text: string
  readonly at: Instant
  readonly by: string
}

/** An age identity for X25519 (https://age-encryption.org/v1). */
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/

/**
 * Opens what is sealed behind a source, with a private key that its owner gives for this once. Every attempt stands in
 * the audit before anything is shown, the vain ones too.
 *
 * @param identity the private half, `AGE-SECRET-KEY-1…`; it is used and forgotten
 * @throws OnrecordError `bad-input` when that is no private key, `not-found` when nothing is sealed, `refused` when the
 *   key opens none of it
 */
export async function openSealed(
  newsroom: Newsroom,
  { sourceId, identity }: { sourceId: SourceId; identity: string },
): Promise<readonly OpenedText[]> {
  const decrypter = decrypterFor(identity.trim())
  const sealed = await sealedOf(newsroom.db, sourceId)
  const opened: OpenedText[] = []
  for (const one of sealed) opened.push(...(await opening(decrypter, one)))
  await record(newsroom, 'open-sealed', async () => ({
    result: undefined,
    subject: sourceId,
    detail: { sealed: sealed.length, opened: opened.length },
  }))
  if (sealed.length === 0) throw new OnrecordError('not-found', `Nothing is sealed behind the source ${sourceId}.`)
  if (opened.length === 0) {
    throw new OnrecordError('refused', 'This key opens nothing here: it was sealed to other keys.', {
      remedy: 'Ask somebody who can open it to seal it again, now that your key is known.',
    })
  }
  return opened
}

function decrypterFor(identity: string): Decrypter {
  const decrypter = new Decrypter()
  try {
    if (!IDENTITY.test(identity)) throw new Error('not in the form of a key')
    decrypter.addIdentity(identity)
  } catch {
    // Without the cause: it could carry a part of the key into a log.
    // oxlint-disable-next-line preserve-caught-error
    throw new OnrecordError('bad-input', 'This is not a private key of age.', {
      remedy: 'Give the line of your key file that begins with AGE-SECRET-KEY-1.',
    })
  }
  return decrypter
}

/** What one sealed text says; nothing when it was sealed to other keys. */
async function opening(decrypter: Decrypter, { ciphertext, at, by }: Sealed): Promise<OpenedText[]> {
  try {
    const text = await decrypter.decrypt(armor.decode(ciphertext), 'text')
    return [{ text: text.trimEnd(), at, by }]
  } catch {
    return []
  }
}
