import { OnrecordError } from '../../errors.ts'
import type { AccountId, SessionId } from '../../ids.ts'
import { type Account, updateAccount } from '../../store/accounts.ts'
import { confirmSession, revokeSessions } from '../../store/sessions.ts'
import type { Language } from '../../story/story.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { keepChallenge } from './challenges.ts'
import type { Door } from './door.ts'
import { assertNameIsFree } from './find-account.ts'
import { countedTry } from './limits.ts'
import { authenticationOptions } from './passkey-check.ts'
import { passkeysOf } from '../../store/passkeys.ts'
import { notProven, type Proof, provenByPasskey, provenByPassword } from './proof.ts'

/** Somebody on one device, who changes what is their own. */
export interface Self {
  readonly account: Account
  readonly sessionId: SessionId
}

/** Changes what colleagues call somebody, or the language they have the studio in. */
export async function changeOwnAccount(
  newsroom: Newsroom,
  accountId: AccountId,
  change: { readonly name?: string; readonly language?: Language },
): Promise<void> {
  await perform(newsroom, 'change-own-account', async (tx) => {
    if (change.name !== undefined) await assertNameIsFree(tx, { name: change.name, email: null }, accountId)
    await updateAccount(tx, accountId, change)
    return { result: undefined, subject: accountId, detail: { what: Object.keys(change).join(' ') } }
  })
}

/** Signs a device out for good: this one, or another of one's own. @throws OnrecordError `not-found` */
export async function leave(newsroom: Newsroom, accountId: AccountId, sessionId: SessionId): Promise<void> {
  await perform(newsroom, 'leave', async (tx, now) => {
    if ((await revokeSessions(tx, { accountId, id: sessionId, now })) === 0) {
      throw new OnrecordError('not-found', 'This device is signed out already.')
    }
    return { result: undefined, subject: sessionId }
  })
}

/** Signs every device of somebody out, this one too. */
export async function leaveEverywhere(newsroom: Newsroom, accountId: AccountId): Promise<void> {
  await perform(newsroom, 'leave-everywhere', async (tx, now) => {
    const devices = await revokeSessions(tx, { accountId, now })
    return { result: undefined, subject: accountId, detail: { devices } }
  })
}

const purposeOf = ({ sessionId }: Self): string => `confirm ${sessionId}`

/** What one's passkey has to sign to confirm who one is. */
export async function askToConfirm(newsroom: Newsroom, self: Self, door: Door) {
  const options = await authenticationOptions(door.origin, await passkeysOf(newsroom.db, self.account.id))
  const given = { challenge: options.challenge, purpose: purposeOf(self), accountId: self.account.id }
  return { challengeId: await keepChallenge(newsroom, given), options }
}

/**
 * Takes note that somebody has shown again who they are: what needs that may be done for some minutes.
 *
 * @throws OnrecordError `forbidden`, `too-many-tries`
 */
export async function confirmIdentity(newsroom: Newsroom, self: Self, proof: Proof, door: Door): Promise<void> {
  const { account, sessionId } = self
  const counted = await countedTry(newsroom, { who: account.id, network: door.network })
  const proven =
    proof.kind === 'passkey'
      ? await provenByPasskey(newsroom, proof, { purpose: purposeOf(self), door })
      : await provenByPassword(newsroom, proof, account)
  if (!proven || proven.account.id !== account.id) throw notProven()
  await perform(newsroom, 'confirm-identity', async (tx, now) => {
    if (!(await proven.take(tx, now))) throw notProven()
    await counted.forgive(tx)
    await confirmSession(tx, sessionId, now)
    return { result: undefined, subject: sessionId, detail: { by: proven.by } }
  })
}
