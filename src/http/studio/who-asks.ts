import { keepSession } from '../../newsroom/entering/begin-session.ts'
import { isSessionGood } from '../../newsroom/entering/session-life.ts'
import { hashOfToken } from '../../newsroom/token.ts'
import { accountById } from '../../store/accounts.ts'
import { apiKeyByToken, noteKeyUse } from '../../store/api-keys.ts'
import { revokedAccount, sessionByToken } from '../../store/sessions.ts'
import type { AccountId } from '../../ids.ts'
import type { LocalDate } from '../../time.ts'
import { sessionTokenIn } from './session-cookie.ts'
import type { StudioHouse, Visitor } from './visit.ts'

/**
 * Who makes a request: a program with a key, or a person with a session. Null when nobody is signed in there, the key is
 * no longer good, or the account is suspended. A request with a key is never taken for the person beside it.
 */
export async function whoAsks(house: StudioHouse, request: Request, origin: string): Promise<Visitor | null> {
  const given = request.headers.get('authorization')
  if (given !== null) return whoseKey(house, given)
  const token = sessionTokenIn(request, origin)
  return token === undefined ? null : whoseSession(house, token)
}

/** Whose session it was, where a request comes with one that somebody has ended on purpose; its device has to know. */
export async function whoseRevoked(
  { newsroom }: StudioHouse,
  request: Request,
  origin: string,
): Promise<AccountId | null> {
  const token = request.headers.has('authorization') ? undefined : sessionTokenIn(request, origin)
  return token === undefined ? null : revokedAccount(newsroom.db, hashOfToken(token))
}

async function whoseSession({ newsroom: { db, now } }: StudioHouse, token: string): Promise<Visitor | null> {
  const session = await sessionByToken(db, hashOfToken(token), now())
  if (!session || !isSessionGood(session, now())) return null
  const account = await accountById(db, session.accountId)
  if (account?.state !== 'active') return null
  await keepSession(db, session, now())
  return { account, session, staff: { accountId: account.id, grants: account.grants, scopes: null } }
}

async function whoseKey({ newsroom: { db, now } }: StudioHouse, given: string): Promise<Visitor | null> {
  // RFC 6750, 2.1.
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(given)?.[1]
  const key = token === undefined ? undefined : await apiKeyByToken(db, hashOfToken(token), now())
  const account = key && (await accountById(db, key.accountId))
  if (!key || account?.state !== 'active') return null
  const today = now().slice(0, 10) as LocalDate
  if (key.usedOn !== today) await noteKeyUse(db, key.id, today)
  return { account, session: null, staff: { accountId: account.id, grants: account.grants, scopes: key.scopes } }
}
