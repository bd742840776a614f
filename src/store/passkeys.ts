import type { AccountId } from '../ids.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { StaffTables } from './staff-tables.ts'

/** A key on somebody's device by which they come in. Only its public half is here. */
export interface Passkey {
  /** The credential's own id, base64url. */
  readonly id: string
  readonly accountId: AccountId
  /** COSE, base64url. */
  readonly publicKey: string
  /** How often it has signed, where the device counts. */
  readonly counter: number
  /** By which ways a browser may reach it: `internal`, `usb` … */
  readonly transports: readonly string[]
  /** What its owner calls it. */
  readonly name: string
  /** Is it copied to the owner's other devices by whoever keeps it? */
  readonly isSynced: boolean
  readonly addedAt: Instant
  readonly usedOn: LocalDate | null
}

/** The passkey with this credential id. */
export async function passkeyById(db: NewsroomDb, id: string): Promise<Passkey | undefined> {
  const row = await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPasskey(row)
}

/** Somebody's passkeys, in the order in which they were added. */
export async function passkeysOf(db: NewsroomDb, accountId: AccountId): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(toPasskey)
}

export async function insertPasskey(tx: NewsroomTx, passkey: Passkey): Promise<void> {
  await tx
    .insertInto('passkeys')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      name: passkey.name,
      is_synced: passkey.isSynced ? 1 : 0,
      added_at: passkey.addedAt,
      used_on: passkey.usedOn,
    })
    .execute()
}

/** Notes that a passkey was used: its new count, and the day. */
export async function notePasskeyUse(
  tx: NewsroomTx,
  { id, counter, usedOn }: Pick<Passkey, 'id' | 'counter'> & { readonly usedOn: LocalDate },
): Promise<void> {
  await tx.updateTable('passkeys').set({ counter, used_on: usedOn }).where('id', '=', id).execute()
}

/** @returns whether there was such a passkey of this account */
export async function renamePasskey(
  tx: NewsroomTx,
  { accountId, id, name }: Pick<Passkey, 'accountId' | 'id' | 'name'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes one of somebody's passkeys, or all of them. @returns how many there were */
export async function deletePasskeys(tx: NewsroomTx, accountId: AccountId, id?: string): Promise<number> {
  const all = tx.deleteFrom('passkeys').where('account_id', '=', accountId)
  const chosen = id === undefined ? all : all.where('id', '=', id)
  return Number((await chosen.executeTakeFirst()).numDeletedRows)
}

const toPasskey = (row: StaffTables['passkeys']): Passkey => ({
  id: row.id,
  accountId: row.account_id as AccountId,
  publicKey: row.public_key,
  counter: row.counter,
  transports: JSON.parse(row.transports) as string[],
  name: row.name,
  isSynced: row.is_synced === 1,
  addedAt: row.added_at as Instant,
  usedOn: row.used_on as LocalDate | null,
})
