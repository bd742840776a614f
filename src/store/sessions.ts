import type { AccountId, SessionId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** One device on which somebody is signed in. */
export interface Session {
  readonly id: SessionId
  readonly accountId: AccountId
  /** "Firefox on Linux", for the person themselves. */
  readonly device: string
  readonly beganAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  /** When they last showed who they are: some acts want that to be minutes ago. */
  readonly confirmedAt: Instant
}

/** The session whose token has this hash, if it has not ended; expired ones are as good as gone. */
export async function sessionByToken(db: NewsroomDb, tokenHash: string, now: Instant): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toSession(row)
}

/** The devices on which somebody is signed in, newest first. */
export async function sessionsOf(db: NewsroomDb, accountId: AccountId, now: Instant): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('began_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toSession)
}

/** Begins a session. Only the hash of its token is kept. */
export async function insertSession(tx: NewsroomTx, session: Session, tokenHash: string): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      token_hash: tokenHash,
      account_id: session.accountId,
      device: session.device,
      began_at: session.beganAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
      confirmed_at: session.confirmedAt,
    })
    .execute()
}

/** Lets a session that is in use go on, until `expiresAt`. */
export async function prolongSession(
  tx: NewsroomTx,
  { id, seenAt, expiresAt }: Pick<Session, 'id' | 'seenAt' | 'expiresAt'>,
): Promise<void> {
  await tx.updateTable('sessions').set({ seen_at: seenAt, expires_at: expiresAt }).where('id', '=', id).execute()
}

/** Notes that whoever is signed in has shown again who they are. */
export async function confirmSession(tx: NewsroomTx, id: SessionId, now: Instant): Promise<void> {
  await tx.updateTable('sessions').set({ confirmed_at: now }).where('id', '=', id).execute()
}

/** Whose devices are to be told that they are signed out for good: all of an account, or one of them. */
interface Ended {
  readonly accountId: AccountId
  readonly id?: SessionId
  readonly now: Instant
}

/**
 * Ends sessions of an account on purpose, and keeps that they were: their devices destroy what they hold. @returns how
 * many there were
 */
export async function revokeSessions(tx: NewsroomTx, { accountId, id, now }: Ended): Promise<number> {
  const all = tx.selectFrom('sessions').select('token_hash').where('account_id', '=', accountId)
  const ended = await (id === undefined ? all : all.where('id', '=', id)).execute()
  for (const { token_hash } of ended) {
    await tx.insertInto('ended_sessions').values({ token_hash, account_id: accountId, ended_at: now }).execute()
    await tx.deleteFrom('sessions').where('token_hash', '=', token_hash).execute()
  }
  return ended.length
}

/** The account whose session with this token was ended on purpose. One that only expired is nobody's. */
export async function revokedAccount(db: NewsroomDb, tokenHash: string): Promise<AccountId | null> {
  const row = await db
    .selectFrom('ended_sessions')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return (row?.account_id as AccountId | undefined) ?? null
}

/** Lets the other devices of an account sign in anew, as after an expiry: they keep what they hold. */
export async function expireOtherSessions(tx: NewsroomTx, accountId: AccountId, except: SessionId): Promise<void> {
  await tx.deleteFrom('sessions').where('account_id', '=', accountId).where('id', '!=', except).execute()
}

/** Forgets which sessions were ended before a time. */
export async function forgetEndedSessions(tx: NewsroomTx, before: Instant): Promise<void> {
  await tx.deleteFrom('ended_sessions').where('ended_at', '<', before).execute()
}

/** Forgets sessions that have expired. */
export async function forgetExpiredSessions(tx: NewsroomTx, now: Instant): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<=', now).execute()
}

const toSession = (row: {
  id: string
  account_id: string
  device: string
  began_at: string
  seen_at: string
  expires_at: string
  confirmed_at: string
}): Session => ({
  id: row.id as SessionId,
  accountId: row.account_id as AccountId,
  device: row.device,
  beganAt: row.began_at as Instant,
  seenAt: row.seen_at as Instant,
  expiresAt: row.expires_at as Instant,
  confirmedAt: row.confirmed_at as Instant,
})
