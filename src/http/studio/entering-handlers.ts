import {
  acceptInvitation,
  askInvitedForPasskey,
  askInvitedForTotp,
  readInvitation,
} from '../../newsroom/entering/accept-invitation.ts'
import { askForPasskey, enterWithPasskey, enterWithPassword } from '../../newsroom/entering/enter.ts'
import { leave } from '../../newsroom/entering/own-account.ts'
import { readNewspaper } from '../../store/house.ts'
import type { ENTERING_ENDPOINTS } from '../contract/entering.ts'
import type { Handlers } from './answer-endpoint.ts'
import { doorOf } from './door-of.ts'
import { secondFactorJson } from './second-factor-json.ts'
import { requestTokenOf } from './request-token.ts'
import { requestCookie, SESSION_COOKIE_SECONDS, sessionCookie } from './session-cookie.ts'
import type { Visit } from './visit.ts'

/** Hands the browser its session. */
function signIn({ headers, origin }: Visit, token: string): void {
  headers.append('set-cookie', sessionCookie(origin, token, SESSION_COOKIE_SECONDS))
  headers.append('set-cookie', requestCookie(origin, requestTokenOf(token), SESSION_COOKIE_SECONDS))
}

/** Takes the session from the browser. */
export function signOut({ headers, origin }: Visit): void {
  headers.append('set-cookie', sessionCookie(origin, '', 0))
  headers.append('set-cookie', requestCookie(origin, '', 0))
}

/** Coming in: invitations, passkeys, passwords, recovery. */
export const enteringHandlers: Handlers<typeof ENTERING_ENDPOINTS> = {
  'POST /entering/invitation': async ({ body }, { newsroom }) => {
    const { kind, name, grants, expiresAt } = await readInvitation(newsroom, body.token)
    const paper = await readNewspaper(newsroom.db)
    return { kind, name, grants: [...grants], expiresAt, paper: paper?.name ?? null }
  },
  'POST /entering/invitation/passkey': async ({ body }, { newsroom, origin }) => {
    const { challengeId, options } = await askInvitedForPasskey(newsroom, body, origin)
    return { challengeId, options: { ...options }, origin }
  },
  'POST /entering/invitation/second-factor': async ({ body }, { newsroom }) =>
    secondFactorJson(await askInvitedForTotp(newsroom, body)),
  'POST /entering/invitation/accept': async ({ body }, visit) => {
    const { accountId, token, recoveryCodes } = await acceptInvitation(visit.newsroom, body, doorOf(visit))
    signIn(visit, token)
    return { accountId, recoveryCodes: recoveryCodes && [...recoveryCodes] }
  },
  'POST /entering/passkey/ask': async (_, visit) => {
    const { challengeId, options } = await askForPasskey(visit.newsroom, doorOf(visit))
    return { challengeId, options: { ...options }, origin: visit.origin }
  },
  'POST /entering/passkey': async ({ body }, visit) => {
    const { accountId, token } = await enterWithPasskey(visit.newsroom, body, doorOf(visit))
    signIn(visit, token)
    return { accountId }
  },
  'POST /entering/password': async ({ body }, visit) => {
    const { accountId, token } = await enterWithPassword(visit.newsroom, body, doorOf(visit))
    signIn(visit, token)
    return { accountId }
  },
  'POST /entering/leave': async (_, visit) => {
    signOut(visit)
    const { visitor, newsroom } = visit
    if (!visitor?.session) return { wasSignedIn: false }
    await leave(newsroom, visitor.account.id, visitor.session.id)
    return { wasSignedIn: true }
  },
}
