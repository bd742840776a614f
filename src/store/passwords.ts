import type { AccountId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** The other way in: a password with a code from an app. */
export interface Password {
  readonly accountId: AccountId
  /** Argon2id, in PHC form. */
  readonly hash: string
  /** The second factor's secret, encrypted. */
  readonly totpSecret: string
  /** The last step of time whose code was used: none at or before it is taken again. */
  readonly totpStep: number
  readonly setAt: Instant
}

export async function passwordOf(db: NewsroomDb, accountId: AccountId): Promise<Password | undefined> {
  const row = await db.selectFrom('passwords').selectAll().where('account_id', '=', accountId).executeTakeFirst()
  return (
    row && {
      accountId: row.account_id as AccountId,
      hash: row.hash,
      totpSecret: row.totp_secret,
      totpStep: row.totp_step,
      setAt: row.set_at as Instant,
    }
  )
}

/** Sets somebody's password and second factor, in the place of those they had. */
export async function writePassword(tx: NewsroomTx, password: Password): Promise<void> {
  await tx.deleteFrom('passwords').where('account_id', '=', password.accountId).execute()
  await tx
    .insertInto('passwords')
    .values({
      account_id: password.accountId,
      hash: password.hash,
      totp_secret: password.totpSecret,
      totp_step: password.totpStep,
      set_at: password.setAt,
    })
    .execute()
}

/** A step that lies so far ahead (ten minutes) was noted by a clock that was wrong: it shuts nobody out until it has come. */
const AHEAD_STEPS = 20

/** Takes the code of a step. @returns false when that step, or a later one, was taken before */
export async function takeTotpStep(tx: NewsroomTx, accountId: AccountId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passwords')
    .set({ totp_step: step })
    .where('account_id', '=', accountId)
    .where((or) => or.or([or('totp_step', '<', step), or('totp_step', '>', step + AHEAD_STEPS)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes somebody's password with its second factor and its recovery codes. @returns whether there was one */
export async function deletePassword(tx: NewsroomTx, accountId: AccountId): Promise<boolean> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  const { numDeletedRows } = await tx.deleteFrom('passwords').where('account_id', '=', accountId).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Gives somebody new recovery codes; the old ones are worth nothing from now on. */
export async function replaceRecoveryCodes(
  tx: NewsroomTx,
  accountId: AccountId,
  hashes: readonly string[],
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  const rows = hashes.map((code_hash) => ({ account_id: accountId, code_hash, used_at: null }))
  await tx.insertInto('recovery_codes').values(rows).execute()
}

/** Takes a recovery code. @returns false when there is no such code, or it was used before */
export async function takeRecoveryCode(
  tx: NewsroomTx,
  { accountId, hash, now }: { readonly accountId: AccountId; readonly hash: string; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many recovery codes somebody has left. */
export async function recoveryCodesLeft(db: NewsroomDb, accountId: AccountId): Promise<number> {
  const row = await db
    .selectFrom('recovery_codes')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.left
}

/** Keeps a second factor's secret as it was closed anew. */
export async function replaceTotpSecret(tx: NewsroomTx, accountId: AccountId, totpSecret: string): Promise<void> {
  await tx.updateTable('passwords').set({ totp_secret: totpSecret }).where('account_id', '=', accountId).execute()
}

/** Takes somebody's recovery codes away. @returns whether there were any */
export async function forgetRecoveryCodes(tx: NewsroomTx, accountId: AccountId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recovery_codes')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
