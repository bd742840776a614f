import { OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import { accountById, hasOwner, insertAccount } from '../../store/accounts.ts'
import { type Invitation, openInvitation, useInvitation, withdrawInvitations } from '../../store/invitations.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import type { Language } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { perform } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { hashOfToken } from '../token.ts'
import { type Begun, beginSession } from './begin-session.ts'
import type { Door } from './door.ts'
import { assertNameIsFree } from './find-account.ts'
import { askForNewPasskey, askForNewTotp, type NewFactor, provenFactor } from './new-factor.ts'
import { inTheNameOf } from './own-actor.ts'
import { isAhead } from './session-life.ts'

/**
 * What a link is for, for whoever has it.
 *
 * @throws OnrecordError `not-found` when it was used, was taken back or has expired: which of these is nobody's business
 */
export async function readInvitation({ db, now }: Newsroom, token: string): Promise<Invitation> {
  const invitation = await openInvitation(db, hashOfToken(token), now())
  if (invitation && !isAhead(invitation.at, now())) return invitation
  throw new OnrecordError('not-found', 'This link is no longer good: it was used, taken back, or has expired.', {
    remedy:
      'Ask an owner of the newsroom for a new one; on the server, `./onrecord user link` makes the first owner’s.',
  })
}

const purposeOf = ({ id }: Invitation): string => `accept ${id}`

/** What the browser needs to make a passkey for an account that will be there once it was made. */
export async function askInvitedForPasskey(newsroom: Newsroom, given: Given, origin: string) {
  return askForNewPasskey(newsroom, await wantedBy(newsroom, given), { origin, known: [] })
}

/** A secret for the app of somebody who comes in with a password. */
export const askInvitedForTotp = async (newsroom: Newsroom, given: Given) =>
  askForNewTotp(newsroom, await wantedBy(newsroom, given))

interface Given {
  readonly token: string
  readonly name: string
}

async function wantedBy(newsroom: Newsroom, { token, name }: Given) {
  const invitation = await readInvitation(newsroom, token)
  // Said before a passkey is made: one for an account that is not to be would stay on the device.
  if (invitation.accountId === null) await assertNameIsFree(newsroom.db, { name, email: invitation.email }, null)
  // Chosen before there is an account: the passkey carries it.
  const accountId = invitation.accountId ?? newId(newsroom, 'account')
  return {
    accountId,
    name: invitation.accountId === null ? name : (invitation.name ?? name),
    purpose: purposeOf(invitation),
  }
}

export interface Acceptance {
  readonly token: string
  /** As colleagues call them: a pen name will do. A reset leaves the name as it is. */
  readonly name: string
  readonly language: Language
  readonly factor: NewFactor
}

/**
 * Makes the account, or opens it again, once its way in has proven to work; and lets its owner in.
 *
 * @returns recovery codes, to be shown once, where the way in is a password
 * @throws OnrecordError `not-found`, `refused`, `bad-input`; nothing is changed then, and the link stays good
 */
export async function acceptInvitation(
  newsroom: Newsroom,
  { token, name, language, factor }: Acceptance,
  door: Door,
): Promise<Begun & { readonly recoveryCodes: readonly string[] | null }> {
  const invitation = await readInvitation(newsroom, token)
  const { origin } = door
  const proven = await provenFactor(newsroom, factor, { purpose: purposeOf(invitation), origin, name })
  const { accountId } = proven
  const actor = inTheNameOf(newsroom, { id: accountId, grants: invitation.grants })
  const { result } = await perform(actor, 'accept-invitation', async (tx, now) => {
    if (!(await useInvitation(tx, invitation.id, now))) {
      throw new OnrecordError('not-found', 'This link was used a moment ago.')
    }
    if (invitation.accountId === null) await makeAccount(tx, { invitation, accountId, name, language, now })
    else await assertMayComeBack(tx, invitation.accountId)
    const recoveryCodes = await proven.keep(tx, now)
    const begun = await beginSession(newsroom, tx, { accountId, door, now })
    return {
      result: { ...begun, recoveryCodes },
      subject: accountId,
      detail: { kind: invitation.kind, invitation: invitation.id, by: factor.kind },
    }
  })
  return result
}

interface Made {
  readonly invitation: Invitation
  readonly accountId: AccountId
  readonly name: string
  readonly language: Language
  readonly now: Instant
}

async function makeAccount(tx: NewsroomTx, { invitation, accountId, name, language, now }: Made): Promise<void> {
  const { kind, email, grants } = invitation
  if (kind === 'first-owner') {
    if (await hasOwner(tx)) throw new OnrecordError('refused', 'This newsroom has an owner already.')
    await withdrawInvitations(tx, { kind }, now)
  }
  await assertNameIsFree(tx, { name, email }, null)
  await insertAccount(tx, {
    id: accountId,
    name,
    email,
    language,
    state: 'active',
    createdAt: now,
    seenOn: null,
    grants,
  })
}

async function assertMayComeBack(tx: NewsroomTx, accountId: AccountId): Promise<void> {
  const account = await accountById(tx, accountId)
  if (account?.state !== 'active') throw new OnrecordError('refused', 'This account is suspended.')
}
