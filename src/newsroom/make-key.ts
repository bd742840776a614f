import { OnrecordError } from '../errors.ts'
import type { ApiKeyId } from '../ids.ts'
import type { Scope } from '../staff/role.ts'
import { type ApiKey, insertApiKey, revokeApiKey } from '../store/api-keys.ts'
import type { Instant } from '../time.ts'
import { perform } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { hashOfToken, newToken } from './token.ts'

/** How every key begins, so that one that lies around can be recognised, by people and by scanners. */
const BEGINNING = 'onrecord_'

export interface NewKey {
  readonly key: ApiKey
  /** Known now and never again. */
  readonly token: string
}

/**
 * Makes a key by which a program acts in the name of whoever makes it, within its scopes.
 *
 * @throws OnrecordError `refused` on the command line, which has no account to act for; `bad-input` without a scope or
 *   with an end that is past
 */
export async function makeKey(
  newsroom: Newsroom,
  {
    name,
    scopes,
    expiresAt,
  }: { readonly name: string; readonly scopes: readonly Scope[]; readonly expiresAt: Instant | null },
): Promise<NewKey> {
  const token = BEGINNING + newToken()
  const { result } = await perform(newsroom, 'make-key', async (tx, now) => {
    const accountId = newsroom.actor.staff?.accountId
    if (!accountId)
      throw new OnrecordError('refused', 'A key acts for an account.', { remedy: 'Make it in the studio.' })
    if (scopes.length === 0) throw new OnrecordError('bad-input', 'A key without a scope could do nothing.')
    if (expiresAt !== null && expiresAt <= now) throw new OnrecordError('bad-input', 'That end is past already.')
    const key: ApiKey = {
      id: newId(newsroom, 'api-key'),
      name: name.trim(),
      accountId,
      scopes: [...new Set(scopes)],
      madeAt: now,
      expiresAt,
      usedOn: null,
      revokedAt: null,
    }
    await insertApiKey(tx, key, hashOfToken(token))
    return { result: key, subject: key.id, detail: { scopes: key.scopes.join(' ') } }
  })
  return { key: result, token }
}

/** Lets a key open nothing any more, at once. @throws OnrecordError `not-found` when it did not anyway */
export async function revokeKey(newsroom: Newsroom, id: ApiKeyId): Promise<void> {
  await perform(newsroom, 'revoke-key', async (tx, now) => {
    if (!(await revokeApiKey(tx, id, now)))
      throw new OnrecordError('not-found', 'There is no such key that still opens anything.')
    return { result: undefined, subject: id }
  })
}
