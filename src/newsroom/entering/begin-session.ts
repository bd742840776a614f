import type { AccountId, SessionId } from '../../ids.ts'
import { noteSeen } from '../../store/accounts.ts'
import type { NewsroomDb, NewsroomTx } from '../../store/newsroom-db.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import {
  forgetEndedSessions,
  forgetExpiredSessions,
  insertSession,
  prolongSession,
  type Session,
} from '../../store/sessions.ts'
import { type Instant, instantOf, type LocalDate } from '../../time.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { hashOfToken, newToken } from '../token.ts'
import type { Door } from './door.ts'
import { sessionEnd } from './session-life.ts'

/** So long a device that comes back is told that somebody has ended its session. */
const TOLD_MS = 90 * 24 * 60 * 60 * 1000
/** No more often than this is it noted that a session is in use: its list shows days. */
const NOTED_EVERY_MS = 24 * 60 * 60 * 1000

const after = (now: Instant, ms: number): Instant => instantOf(new Date(Date.parse(now) + ms))
const dayOf = (now: Instant): LocalDate => now.slice(0, 10) as LocalDate

/** A session that has begun, with the token that the browser alone will have. */
export interface Begun {
  readonly accountId: AccountId
  readonly sessionId: SessionId
  readonly token: string
}

/** Signs a device in. */
export async function beginSession(
  newsroom: Newsroom,
  tx: NewsroomTx,
  { accountId, door, now }: { readonly accountId: AccountId; readonly door: Door; readonly now: Instant },
): Promise<Begun> {
  const token = newToken()
  const sessionId = newId(newsroom, 'session')
  await forgetExpiredSessions(tx, now)
  await forgetEndedSessions(tx, after(now, -TOLD_MS))
  await insertSession(
    tx,
    {
      id: sessionId,
      accountId,
      device: door.device,
      beganAt: now,
      seenAt: now,
      expiresAt: sessionEnd(now, now),
      confirmedAt: now,
    },
    hashOfToken(token),
  )
  await noteSeen(tx, accountId, dayOf(now))
  return { accountId, sessionId, token }
}

/** Lets a session that is in use go on, as long as sessions may; written down once a day. */
export async function keepSession(db: NewsroomDb, session: Session, now: Instant): Promise<void> {
  const expiresAt = sessionEnd(session.beganAt, now)
  if (Date.parse(expiresAt) - Date.parse(session.expiresAt) < NOTED_EVERY_MS) return
  await inTransaction(db, async (tx) => {
    await prolongSession(tx, { id: session.id, seenAt: now, expiresAt })
    await noteSeen(tx, session.accountId, dayOf(now))
  })
}
