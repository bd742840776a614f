import { OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import { revokeApiKeysOf } from '../../store/api-keys.ts'
import { withdrawInvitations } from '../../store/invitations.ts'
import { deletePasskeys } from '../../store/passkeys.ts'
import { deletePassword } from '../../store/passwords.ts'
import { closePreviewLinksOf } from '../../store/preview-links.ts'
import { revokeSessions } from '../../store/sessions.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { findAccount } from './find-account.ts'
import { makeInvitation, type NewInvitation } from './invite.ts'

/**
 * Closes every way into an account, with its API keys and the invitations and preview links it made, and makes one link,
 * good for an hour, by which its owner makes a new one: for somebody who has lost their keys, or had them taken.
 *
 * @throws OnrecordError `not-found`, `refused` for an account that is suspended
 */
export async function resetAccount(newsroom: Newsroom, accountId: AccountId): Promise<NewInvitation> {
  const { result } = await perform(newsroom, 'reset-account', async (tx, now) => {
    const { name, email, state } = await findAccount(tx, accountId)
    if (state === 'suspended') {
      throw new OnrecordError('refused', 'This account is suspended.', { remedy: 'Restore it first.' })
    }
    await withdrawInvitations(tx, { accountId }, now)
    await withdrawInvitations(tx, { by: accountId }, now)
    await closePreviewLinksOf(tx, accountId, now)
    await revokeApiKeysOf(tx, accountId, now)
    await revokeSessions(tx, { accountId, now })
    await deletePasskeys(tx, accountId)
    await deletePassword(tx, accountId)
    const made = await makeInvitation(newsroom, tx, { kind: 'reset', accountId, name, email, grants: [], now })
    return { result: made, subject: accountId, detail: { invitation: made.invitation.id } }
  })
  return result
}
