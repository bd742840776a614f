import { OnrecordError } from '../../errors.ts'
import type { AccountId, InvitationId } from '../../ids.ts'
import type { Grant } from '../../staff/role.ts'
import { hasOwner } from '../../store/accounts.ts'
import { allDesks } from '../../store/desks.ts'
import { type Invitation, insertInvitation, withdrawInvitations } from '../../store/invitations.ts'
import type { NewsroomDb, NewsroomTx } from '../../store/newsroom-db.ts'
import { type Instant, instantOf } from '../../time.ts'
import { perform } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { hashOfToken, newToken } from '../token.ts'
import { assertNameIsFree } from './find-account.ts'

const HOUR_MS = 60 * 60 * 1000

/** How long a link is good for, in hours. */
const GOOD_FOR: Readonly<Record<Invitation['kind'], number>> = { 'first-owner': 24, invitation: 7 * 24, reset: 1 }

/** An invitation with the token of its link, which is known now and never again. */
export interface NewInvitation {
  readonly invitation: Invitation
  readonly token: string
}

/** Where a link leads. What stands behind the # is sent to no server and stands in no log. */
export const welcomeAddress = (studio: string, token: string): string => `${studio}/studio/welcome#${token}`

/** Somebody to be let in, and what they will be trusted with. */
export interface Invited {
  readonly name: string
  readonly email: string | null
  readonly grants: readonly Grant[]
}

/**
 * Makes a link by which somebody makes themselves an account, good once and for a week.
 *
 * @throws OnrecordError `bad-input` for roles that there are not, `refused` for a name that somebody has
 */
export async function invite(newsroom: Newsroom, invited: Invited): Promise<NewInvitation> {
  const { result } = await perform(newsroom, 'invite', async (tx, now) => {
    await assertGrants(tx, invited.grants)
    await assertNameIsFree(tx, invited, null)
    const made = await makeInvitation(newsroom, tx, { kind: 'invitation', accountId: null, ...invited, now })
    return {
      result: made,
      subject: made.invitation.id,
      detail: { roles: invited.grants.map(({ role }) => role).join(' ') },
    }
  })
  return result
}

/**
 * Makes the link by which the first owner comes in, and takes back those that were made before.
 *
 * @throws OnrecordError `refused` where there is an owner
 */
export async function inviteFirstOwner(newsroom: Newsroom): Promise<NewInvitation> {
  const { result } = await perform(newsroom, 'invite', async (tx, now) => {
    if (await hasOwner(tx)) {
      throw new OnrecordError('refused', 'This newsroom has an owner already.', {
        remedy: 'Whoever has lost their way in gets a link with `./onrecord user reset NAME`.',
      })
    }
    await withdrawInvitations(tx, { kind: 'first-owner' }, now)
    const grants: Grant[] = [{ role: 'owner', deskId: null }]
    const person = { name: null, email: null, accountId: null }
    const made = await makeInvitation(newsroom, tx, { kind: 'first-owner', ...person, grants, now })
    return { result: made, subject: made.invitation.id, detail: { roles: 'owner' } }
  })
  return result
}

/** Keeps an invitation, within the act that it belongs to. */
export async function makeInvitation(
  newsroom: Newsroom,
  tx: NewsroomTx,
  given: Pick<Invitation, 'kind' | 'name' | 'email' | 'grants'> & {
    readonly accountId: AccountId | null
    readonly now: Instant
  },
): Promise<NewInvitation> {
  const { now, ...what } = given
  const token = newToken()
  const invitation: Invitation = {
    id: newId(newsroom, 'invitation'),
    ...what,
    by: newsroom.actor.name,
    at: now,
    expiresAt: instantOf(new Date(Date.parse(now) + GOOD_FOR[what.kind] * HOUR_MS)),
    usedAt: null,
    withdrawnAt: null,
  }
  await insertInvitation(tx, invitation, hashOfToken(token))
  return { invitation, token }
}

/** Takes an invitation back. @throws OnrecordError `not-found` when it was used, has expired, or never was */
export async function withdrawInvitation(newsroom: Newsroom, id: InvitationId): Promise<void> {
  await perform(newsroom, 'withdraw-invitation', async (tx, now) => {
    if ((await withdrawInvitations(tx, { id }, now)) === 0) {
      throw new OnrecordError('not-found', 'There is no such invitation that could still be used.')
    }
    return { result: undefined, subject: id }
  })
}

/** @throws OnrecordError `bad-input` for no role at all, an owner of one desk, or a desk that there is not */
export async function assertGrants(db: NewsroomDb, grants: readonly Grant[]): Promise<void> {
  const desks = new Set((await allDesks(db)).map(({ id }) => id))
  const fault =
    grants.length === 0
      ? 'Somebody who works here has at least one role.'
      : grants.some(({ role, deskId }) => role === 'owner' && deskId !== null)
        ? 'An owner’s role is for the whole paper.'
        : grants.some(({ deskId }) => deskId !== null && !desks.has(deskId))
          ? 'There is no such desk.'
          : null
  if (fault !== null) throw new OnrecordError('bad-input', fault)
}
