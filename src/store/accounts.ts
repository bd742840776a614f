import type { AccountId, DeskId } from '../ids.ts'
import type { Grant, Role } from '../staff/role.ts'
import type { Language } from '../story/story.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Somebody who works here. */
export interface Account {
  readonly id: AccountId
  /** As colleagues call them: a pen name will do. */
  readonly name: string
  readonly email: string | null
  /** The language they have the studio in. */
  readonly language: Language
  readonly state: 'active' | 'suspended'
  readonly createdAt: Instant
  /** The day they were last here; null for never. */
  readonly seenOn: LocalDate | null
  readonly grants: readonly Grant[]
}

/** An account with what it is trusted with; undefined when there is none with this id. */
export async function accountById(db: NewsroomDb, id: AccountId): Promise<Account | undefined> {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAccount(row, await grantsOf(db, id))
}

/** Everybody, in the order in which they came. */
export async function allAccounts(db: NewsroomDb): Promise<Account[]> {
  const rows = await db.selectFrom('accounts').selectAll().orderBy('created_at').orderBy('id').execute()
  return Promise.all(rows.map(async (row) => toAccount(row, await grantsOf(db, row.id as AccountId))))
}

/** By what words everybody can be found. */
export const namesAndMails = async (db: NewsroomDb): Promise<readonly Pick<Account, 'id' | 'name' | 'email'>[]> => {
  const rows = await db.selectFrom('accounts').select(['id', 'name', 'email']).orderBy('id').execute()
  return rows.map(({ id, name, email }) => ({ id: id as AccountId, name, email }))
}

/** How many owners may come in. */
export async function countOwners(db: NewsroomDb): Promise<number> {
  const row = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select((select) => select.fn.countAll<number>().as('owners'))
    .where('grants.role', '=', 'owner')
    .where('accounts.state', '=', 'active')
    .executeTakeFirstOrThrow()
  return row.owners
}

/** What accounts are called, by id; ids that are no account's are left out. */
export async function accountNames(db: NewsroomDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Has anybody the house itself? Before that nobody can be invited. */
export async function hasOwner(db: NewsroomDb): Promise<boolean> {
  const row = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account_id')
    .select('accounts.id')
    .where('grants.role', '=', 'owner')
    .where('accounts.state', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds an account with its grants. The mail address, if there is one, must be free. */
export async function insertAccount(tx: NewsroomTx, account: Account): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({
      id: account.id,
      name: account.name,
      email: account.email,
      language: account.language,
      state: account.state,
      created_at: account.createdAt,
      seen_on: account.seenOn,
    })
    .execute()
  await replaceGrants(tx, account.id, account.grants)
}

/** Changes what somebody is called, the language they have the studio in, or whether they may come in. */
export async function updateAccount(
  tx: NewsroomTx,
  id: AccountId,
  change: Partial<Pick<Account, 'name' | 'language' | 'state'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx.updateTable('accounts').set(change).where('id', '=', id).execute()
}

/** Notes the day on which somebody was here, and no more than that. */
export async function noteSeen(tx: NewsroomTx, id: AccountId, day: LocalDate): Promise<void> {
  await tx.updateTable('accounts').set({ seen_on: day }).where('id', '=', id).execute()
}

/** What the account is trusted with from now on. */
export async function replaceGrants(tx: NewsroomTx, id: AccountId, grants: readonly Grant[]): Promise<void> {
  await tx.deleteFrom('grants').where('account_id', '=', id).execute()
  if (grants.length === 0) return
  await tx
    .insertInto('grants')
    .values(grants.map(({ role, deskId }) => ({ account_id: id, role, desk_id: deskId ?? '' })))
    .onConflict((conflict) => conflict.columns(['account_id', 'role', 'desk_id']).doNothing())
    .execute()
}

async function grantsOf(db: NewsroomDb, id: AccountId): Promise<Grant[]> {
  const rows = await db
    .selectFrom('grants')
    .select(['role', 'desk_id'])
    .where('account_id', '=', id)
    .orderBy('role')
    .orderBy('desk_id')
    .execute()
  return rows.map(({ role, desk_id }) => ({
    role: role as Role,
    deskId: desk_id === '' ? null : (desk_id as DeskId),
  }))
}

const toAccount = (
  row: {
    id: string
    name: string
    email: string | null
    language: string
    state: string
    created_at: string
    seen_on: string | null
  },
  grants: readonly Grant[],
): Account => ({
  id: row.id as AccountId,
  name: row.name,
  email: row.email,
  language: row.language,
  state: row.state === 'suspended' ? 'suspended' : 'active',
  createdAt: row.created_at as Instant,
  seenOn: row.seen_on as LocalDate | null,
  grants,
})
