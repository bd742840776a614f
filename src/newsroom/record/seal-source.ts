import { OnrecordError } from '../../errors.ts'
import type { SourceId } from '../../ids.ts'
import { deleteSealed, insertSealed, sealKeys, type Sealed } from '../../store/sealed.ts'
import { perform } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { sealText } from '../seal-text.ts'
import { findEntryOf } from './find-entry.ts'

export interface SealRequest {
  readonly sourceId: SourceId
  /** Who it is, how to reach them, what was promised: a few lines of free text. */
  readonly identity: string
  /** Keeps what was sealed before beside this; else this takes its place. */
  readonly keepsEarlier?: boolean
}

/** Longer than any identity: what is longer was pasted by mistake. */
const MAX_LENGTH = 20_000

/**
 * Seals who stands behind an unnamed source, to the public keys of all owners. The server has no key that opens it, and
 * the text is in no file, log or audit line: only what came out of the sealing is kept.
 *
 * @throws OnrecordError `bad-input` without a text, `refused` when the source is named or there is no key to seal to
 */
export async function sealSource(
  newsroom: Newsroom,
  { sourceId, identity, keepsEarlier = false }: SealRequest,
): Promise<Omit<Sealed, 'ciphertext'>> {
  if (identity.trim() === '' || identity.length > MAX_LENGTH) {
    throw new OnrecordError('bad-input', 'What is to be sealed has no text, or far too much of it.', {
      remedy: `Give a few lines, at most ${MAX_LENGTH} characters.`,
    })
  }
  const { result } = await perform(newsroom, 'seal-source', async (tx, now) => {
    const source = await findEntryOf(tx, 'source', sourceId)
    if (source.content.anonymity === 'named') throw isNamed()
    const keys = await sealKeys(tx)
    const replaced = keepsEarlier ? 0 : await deleteSealed(tx, sourceId)
    const sealed: Omit<Sealed, 'ciphertext'> = {
      id: newId(newsroom, 'sealed'),
      subjectId: sourceId,
      keyIds: keys.map(({ id }) => id),
      at: now,
      by: newsroom.actor.name,
    }
    await insertSealed(tx, { ...sealed, ciphertext: await sealText(keys, identity) })
    return { result: sealed, subject: sourceId, detail: { keys: keys.length, replaced } }
  })
  if (!keepsEarlier) await newsroom.forget()
  return result
}

const isNamed = () =>
  new OnrecordError('refused', 'The source is named, so there is no identity behind it to seal.', {
    remedy: 'Seal it behind the entry of the unnamed source.',
  })
