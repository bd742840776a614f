import { OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import { type Account, countOwners, replaceGrants, updateAccount } from '../../store/accounts.ts'
import type { Grant } from '../../staff/role.ts'
import { withdrawInvitations } from '../../store/invitations.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { closePreviewLinksOf } from '../../store/preview-links.ts'
import { revokeSessions } from '../../store/sessions.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { findAccount } from './find-account.ts'
import { assertGrants } from './invite.ts'

/**
 * Lets somebody in no more, at once and on every device, nor anybody by an invitation or a preview link that they made.
 * What they wrote stays, and so do their ways in, for the day they are restored.
 *
 * @throws OnrecordError `not-found`, `refused` for the only owner
 */
export async function suspendAccount(newsroom: Newsroom, accountId: AccountId): Promise<void> {
  await perform(newsroom, 'suspend-account', async (tx, now) => {
    const account = await findAccount(tx, accountId)
    if (account.state === 'active') await assertAnotherOwner(tx, account)
    await updateAccount(tx, accountId, { state: 'suspended' })
    await withdrawInvitations(tx, { accountId }, now)
    await withdrawInvitations(tx, { by: accountId }, now)
    await closePreviewLinksOf(tx, accountId, now)
    await revokeSessions(tx, { accountId, now })
    return { result: undefined, subject: accountId }
  })
}

/** Lets somebody in again, with the ways in that they had. @throws OnrecordError `not-found` */
export async function restoreAccount(newsroom: Newsroom, accountId: AccountId): Promise<void> {
  await perform(newsroom, 'restore-account', async (tx) => {
    await findAccount(tx, accountId)
    await updateAccount(tx, accountId, { state: 'active' })
    return { result: undefined, subject: accountId }
  })
}

/**
 * Changes what somebody is trusted with. They have to sign in again: no open screen goes on with what they had.
 *
 * @throws OnrecordError `not-found`, `bad-input`, `refused` where nobody else is an owner
 */
export async function changeGrants(newsroom: Newsroom, accountId: AccountId, grants: readonly Grant[]): Promise<void> {
  await perform(newsroom, 'change-grants', async (tx, now) => {
    const account = await findAccount(tx, accountId)
    await assertGrants(tx, grants)
    if (!grants.some(({ role }) => role === 'owner')) {
      await assertAnotherOwner(tx, account)
      await withdrawInvitations(tx, { by: accountId }, now)
    }
    await replaceGrants(tx, accountId, grants)
    await revokeSessions(tx, { accountId, now })
    return { result: undefined, subject: accountId, detail: { roles: grants.map(({ role }) => role).join(' ') } }
  })
}

/** A newsroom without an owner could be entered by nobody who may change that. */
async function assertAnotherOwner(tx: NewsroomTx, { grants, state }: Account): Promise<void> {
  if (state === 'suspended' || !grants.some(({ role }) => role === 'owner') || (await countOwners(tx)) > 1) return
  throw new OnrecordError('refused', 'This is the only owner.', { remedy: 'Make somebody else an owner first.' })
}
