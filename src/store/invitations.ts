import type { AccountId, InvitationId } from '../ids.ts'
import type { Grant } from '../staff/role.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { InvitationRow } from './staff-tables.ts'

/** A link that makes an account, or lets somebody into theirs again. Its token is known to nobody here. */
export interface Invitation {
  readonly id: InvitationId
  readonly kind: 'first-owner' | 'invitation' | 'reset'
  /** Whose account it opens again; null where it makes one. */
  readonly accountId: AccountId | null
  readonly name: string | null
  readonly email: string | null
  readonly grants: readonly Grant[]
  /** Who made it, as the audit names them. */
  readonly by: string
  readonly at: Instant
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
  readonly withdrawnAt: Instant | null
}

/** Keeps an invitation under the hash of its token. */
export async function insertInvitation(tx: NewsroomTx, invitation: Invitation, tokenHash: string): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({
      id: invitation.id,
      token_hash: tokenHash,
      kind: invitation.kind,
      account_id: invitation.accountId,
      name: invitation.name,
      email: invitation.email,
      grants: JSON.stringify(invitation.grants),
      by: invitation.by,
      at: invitation.at,
      expires_at: invitation.expiresAt,
      used_at: invitation.usedAt,
      withdrawn_at: invitation.withdrawnAt,
    })
    .execute()
}

/** The invitation whose token has this hash, if it can still be used. */
export async function openInvitation(db: NewsroomDb, tokenHash: string, now: Instant): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toInvitation(row)
}

/** Every invitation that can still be used, the oldest first. */
export async function openInvitations(db: NewsroomDb, now: Instant): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .selectAll()
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toInvitation)
}

/** Marks an invitation as used. @returns whether it could still be */
export async function useInvitation(tx: NewsroomTx, id: InvitationId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitations')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Which open invitations are meant: all, one, those of a kind, those that open one account again, or that somebody made. */
export type InvitationChoice =
  | 'every'
  | { readonly id: InvitationId }
  | { readonly kind: Invitation['kind'] }
  | { readonly accountId: AccountId }
  | { readonly by: AccountId }

/** Takes open invitations back. @returns how many */
export async function withdrawInvitations(tx: NewsroomTx, choice: InvitationChoice, now: Instant): Promise<number> {
  const open = tx
    .updateTable('invitations')
    .set({ withdrawn_at: now })
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  const chosen =
    choice === 'every'
      ? open
      : 'id' in choice
        ? open.where('id', '=', choice.id)
        : 'kind' in choice
          ? open.where('kind', '=', choice.kind)
          : 'by' in choice
            ? open.where('by', '=', choice.by)
            : open.where('account_id', '=', choice.accountId)
  return Number((await chosen.executeTakeFirst()).numUpdatedRows)
}

const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id as InvitationId,
  kind: row.kind as Invitation['kind'],
  accountId: row.account_id as AccountId | null,
  name: row.name,
  email: row.email,
  grants: JSON.parse(row.grants) as Grant[],
  by: row.by,
  at: row.at as Instant,
  expiresAt: row.expires_at as Instant,
  usedAt: row.used_at as Instant | null,
  withdrawnAt: row.withdrawn_at as Instant | null,
})
