import { randomBytes } from 'node:crypto'
import { makeId, type SessionId } from '../src/ids.ts'
import { hashOfToken, newToken } from '../src/newsroom/token.ts'
import type { Grant } from '../src/staff/role.ts'
import { insertAccount } from '../src/store/accounts.ts'
import { inTransaction, type NewsroomDb } from '../src/store/newsroom-db.ts'
import { insertSession } from '../src/store/sessions.ts'
import { instantOf } from '../src/time.ts'

/** An account and a session in the database, as entering would leave them. */
export async function signedIn(db: NewsroomDb, name: string, grants: readonly Grant[]) {
  const accountId = makeId('account', randomBytes(16))
  const token = newToken()
  const now = instantOf(new Date('2024-07-01T00:00:00Z'))
  const ends = instantOf(new Date('2099-01-01T00:00:00Z'))
  await inTransaction(db, async (tx) => {
    await insertAccount(tx, {
      id: accountId,
      name,
      email: null,
      language: 'en',
      state: 'active',
      createdAt: now,
      seenOn: null,
      grants,
    })
    const id: SessionId = makeId('session', randomBytes(16))
    // Confirmed in a time to come: a test of acts that want it lately sets it back.
    const session = { id, accountId, device: 'a test', beganAt: now, seenAt: now, expiresAt: ends, confirmedAt: ends }
    await insertSession(tx, session, hashOfToken(token))
  })
  return { accountId, token }
}
