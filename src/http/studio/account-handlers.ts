import { OnrecordError } from '../../errors.ts'
import {
  askToConfirm,
  changeOwnAccount,
  confirmIdentity,
  leave,
  leaveEverywhere,
  type Self,
} from '../../newsroom/entering/own-account.ts'
import {
  addFactor,
  askForOwnPasskey,
  askForOwnTotp,
  makeRecoveryCodes,
  nameOwnPasskey,
  removeOwnPasskey,
  removeOwnPassword,
} from '../../newsroom/entering/own-factors.ts'
import { passkeysOf } from '../../store/passkeys.ts'
import { passwordOf, recoveryCodesLeft } from '../../store/passwords.ts'
import { sessionsOf } from '../../store/sessions.ts'
import type { ACCOUNT_ENDPOINTS } from '../contract/account.ts'
import type { Handlers } from './answer-endpoint.ts'
import { doorOf } from './door-of.ts'
import { signOut } from './entering-handlers.ts'
import { secondFactorJson } from './second-factor-json.ts'
import type { Visit } from './visit.ts'

/** Whoever is signed in, on this device. @throws OnrecordError `forbidden` for a key: it has no account of its own */
function selfOf({ visitor }: Visit): Self {
  if (visitor?.session) return { account: visitor.account, sessionId: visitor.session.id }
  throw new OnrecordError('forbidden', 'No API key may do this; it needs a person.')
}

const done = { done: true } as const

/** One’s own account: factors, devices, language. */
export const accountHandlers: Handlers<typeof ACCOUNT_ENDPOINTS> = {
  'GET /account': async (_, visit) => accountJson(visit),
  'PATCH /account': async ({ body: { name, language } }, visit) => {
    const change = { ...(name !== undefined && { name }), ...(language !== undefined && { language }) }
    await changeOwnAccount(visit.newsroom, selfOf(visit).account.id, change)
    return done
  },
  'POST /account/confirm/ask': async (_, visit) => {
    const { challengeId, options } = await askToConfirm(visit.newsroom, selfOf(visit), doorOf(visit))
    return { challengeId, options: { ...options }, origin: visit.origin }
  },
  'POST /account/confirm': async ({ body }, visit) => {
    await confirmIdentity(visit.newsroom, selfOf(visit), body, doorOf(visit))
    return done
  },
  'POST /account/passkeys/ask': async (_, visit) => {
    const { challengeId, options } = await askForOwnPasskey(visit.newsroom, selfOf(visit), visit.origin)
    return { challengeId, options: { ...options }, origin: visit.origin }
  },
  'POST /account/passkeys': async ({ body: factor }, visit) => {
    await addFactor(visit.newsroom, selfOf(visit), { factor, origin: visit.origin })
    return done
  },
  'PATCH /account/passkeys/{passkeyId}': async ({ params, body }, visit) => {
    await nameOwnPasskey(visit.newsroom, selfOf(visit), { id: params.passkeyId, name: body.name })
    return done
  },
  'DELETE /account/passkeys/{passkeyId}': async ({ params }, visit) => {
    await removeOwnPasskey(visit.newsroom, selfOf(visit), params.passkeyId)
    return done
  },
  'POST /account/second-factor': async (_, visit) =>
    secondFactorJson(await askForOwnTotp(visit.newsroom, selfOf(visit))),
  'PUT /account/password': async ({ body: factor }, visit) => {
    const codes = await addFactor(visit.newsroom, selfOf(visit), { factor, origin: visit.origin })
    return { recoveryCodes: [...(codes ?? [])] }
  },
  'DELETE /account/password': async (_, visit) => {
    await removeOwnPassword(visit.newsroom, selfOf(visit))
    return done
  },
  'POST /account/recovery-codes': async (_, visit) => ({
    recoveryCodes: [...(await makeRecoveryCodes(visit.newsroom, selfOf(visit)))],
  }),
  'DELETE /account/devices/{sessionId}': async ({ params }, visit) => {
    const { account, sessionId } = selfOf(visit)
    await leave(visit.newsroom, account.id, params.sessionId)
    if (params.sessionId === sessionId) signOut(visit)
    return done
  },
  'POST /account/leave-everywhere': async (_, visit) => {
    await leaveEverywhere(visit.newsroom, selfOf(visit).account.id)
    signOut(visit)
    return done
  },
}

async function accountJson(visit: Visit) {
  const { account, sessionId } = selfOf(visit)
  const { db, now } = visit.newsroom
  const password = await passwordOf(db, account.id)
  const devices = await sessionsOf(db, account.id, now())
  return {
    name: account.name,
    email: account.email,
    language: account.language,
    passkeys: await passkeysOf(db, account.id),
    password: password ? { setAt: password.setAt, recoveryCodesLeft: await recoveryCodesLeft(db, account.id) } : null,
    devices: devices.map(({ id, device, beganAt, seenAt }) => ({
      id,
      name: device,
      beganAt,
      seenAt,
      isThis: id === sessionId,
    })),
  }
}
