import { hashOfToken } from '../../newsroom/token.ts'
import { accountById } from '../../store/accounts.ts'
import { sessionByToken } from '../../store/sessions.ts'
import { cookieIn, SESSION_COOKIES } from './session-cookie.ts'
import type { StudioHouse, Visitor } from './visit.ts'

/** Who makes a request; null when nobody is signed in there, or their account is suspended. */
export async function whoAsks({ newsroom }: StudioHouse, request: Request): Promise<Visitor | null> {
  const token = cookieIn(request, SESSION_COOKIES)
  if (token === undefined) return null
  const session = await sessionByToken(newsroom.db, hashOfToken(token), newsroom.now())
  if (!session) return null
  const account = await accountById(newsroom.db, session.accountId)
  if (!account || account.state === 'suspended') return null
  return { account, session, staff: { accountId: account.id, grants: account.grants, scopes: null } }
}
