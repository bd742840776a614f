import type { AccountId, ApiKeyId } from '../ids.ts'
import type { Scope } from '../staff/role.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { StaffTables } from './staff-tables.ts'

/** A key by which a program acts in somebody's name, within its scopes. Its token is known to nobody here. */
export interface ApiKey {
  readonly id: ApiKeyId
  readonly name: string
  readonly accountId: AccountId
  readonly scopes: readonly Scope[]
  readonly madeAt: Instant
  readonly expiresAt: Instant | null
  readonly usedOn: LocalDate | null
  readonly revokedAt: Instant | null
}

/** The key whose token has this hash, if it was neither revoked nor has expired. */
export async function apiKeyByToken(db: NewsroomDb, tokenHash: string, now: Instant): Promise<ApiKey | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const key = row && toApiKey(row)
  return key && (key.expiresAt === null || key.expiresAt > now) ? key : undefined
}

/** Keeps a key under the hash of its token. */
export async function insertApiKey(tx: NewsroomTx, key: ApiKey, tokenHash: string): Promise<void> {
  await tx
    .insertInto('api_keys')
    .values({
      id: key.id,
      token_hash: tokenHash,
      name: key.name,
      account_id: key.accountId,
      scopes: JSON.stringify(key.scopes),
      made_at: key.madeAt,
      expires_at: key.expiresAt,
      used_on: key.usedOn,
      revoked_at: key.revokedAt,
    })
    .execute()
}

/** Every key there ever was, the newest first. */
export async function allApiKeys(db: NewsroomDb): Promise<ApiKey[]> {
  const rows = await db.selectFrom('api_keys').selectAll().orderBy('made_at', 'desc').orderBy('id').execute()
  return rows.map(toApiKey)
}

/** Revokes a key. @returns whether it was good until now */
export async function revokeApiKey(tx: NewsroomTx, id: ApiKeyId, now: Instant): Promise<boolean> {
  const revoked = await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return revoked.length > 0
}

/** Revokes every key that acts for somebody. */
export async function revokeApiKeysOf(tx: NewsroomTx, accountId: AccountId, now: Instant): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Notes the day on which a key was used, and no more than that. */
export async function noteKeyUse(db: NewsroomDb, id: ApiKeyId, day: LocalDate): Promise<void> {
  await db.updateTable('api_keys').set({ used_on: day }).where('id', '=', id).execute()
}

const toApiKey = (row: StaffTables['api_keys']): ApiKey => ({
  id: row.id as ApiKeyId,
  name: row.name,
  accountId: row.account_id as AccountId,
  scopes: JSON.parse(row.scopes) as Scope[],
  madeAt: row.made_at as Instant,
  expiresAt: row.expires_at as Instant | null,
  usedOn: row.used_on as LocalDate | null,
  revokedAt: row.revoked_at as Instant | null,
})
