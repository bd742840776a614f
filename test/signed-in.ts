import { randomBytes } from 'node:crypto'
import { makeId, type SessionId } from '../src/ids.ts'
import { sessionEnd } from '../src/newsroom/entering/session-life.ts'
import { hashOfToken, newToken } from '../src/newsroom/token.ts'
import type { Grant } from '../src/staff/role.ts'
import { insertAccount } from '../src/store/accounts.ts'
import { inTransaction, type NewsroomDb } from '../src/store/newsroom-db.ts'
import { insertSession } from '../src/store/sessions.ts'
import { type Instant, instantOf } from '../src/time.ts'

/** An account and a session in the database, as entering at that time would leave them. */
export async function signedIn(
  db: NewsroomDb,
  name: string,
  grants: readonly Grant[],
  now: Instant = instantOf(new Date()),
) {
  const accountId = makeId('account', randomBytes(16))
  const token = newToken()
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
    const expiresAt = sessionEnd(now, now)
    const session = { id, accountId, device: 'a test', beganAt: now, seenAt: now, expiresAt, confirmedAt: now }
    await insertSession(tx, session, hashOfToken(token))
  })
  return { accountId, token }
}
