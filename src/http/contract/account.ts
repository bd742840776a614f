import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { asked, newPasskey, newPassword, passkeyProof, passwordProof, recoveryCodes, secondFactor } from './entering.ts'
import { line, named } from './shapes.ts'

const passkey = z.object({
  id: z.string(),
  name: z.string(),
  /** Is it copied to one’s other devices by whoever keeps it? */
  isSynced: z.boolean(),
  addedAt: z.string(),
  usedOn: z.string().nullable(),
})

const device = z.object({
  id: idOf('session'),
  name: z.string(),
  beganAt: z.string(),
  seenAt: z.string(),
  isThis: z.boolean(),
})

const passkeyId = named('passkeyId', z.string().min(1).max(2000))
const done = z.object({ done: z.literal(true) })

/** One’s own account: factors, devices, language. */
export const ACCOUNT_ENDPOINTS = endpoints({
  'GET /account': {
    summary: 'One’s own account: ways in, and the devices that are signed in.',
    may: 'signed-in',
    answer: z.object({
      name: z.string(),
      email: z.string().nullable(),
      language: z.string(),
      passkeys: z.array(passkey),
      password: z.object({ setAt: z.string(), recoveryCodesLeft: z.number() }).nullable(),
      devices: z.array(device),
    }),
  },
  'PATCH /account': {
    summary: 'Changes what colleagues call one, or the language of the studio.',
    may: 'signed-in',
    body: z.object({ name: line(80).optional(), language: z.enum(['en', 'fr']).optional() }),
    answer: done,
  },
  'POST /account/confirm/ask': {
    summary: 'Begins to confirm by passkey who one is.',
    may: 'signed-in',
    answer: asked,
  },
  'POST /account/confirm': {
    summary: 'Confirms who one is: what needs that may be done for ten minutes.',
    may: 'signed-in',
    body: z.discriminatedUnion('kind', [passkeyProof, passwordProof]),
    answer: done,
  },
  'POST /account/passkeys/ask': {
    summary: 'Begins to make one more passkey.',
    may: 'signed-in',
    confirmed: true,
    answer: asked,
  },
  'POST /account/passkeys': {
    summary: 'Adds a passkey. Other devices have to sign in again.',
    may: 'signed-in',
    confirmed: true,
    body: newPasskey,
    answer: done,
  },
  'PATCH /account/passkeys/{passkeyId}': {
    summary: 'Calls a passkey something else.',
    may: 'signed-in',
    params: passkeyId,
    body: z.object({ name: line(60) }),
    answer: done,
  },
  'DELETE /account/passkeys/{passkeyId}': {
    summary: 'Takes a passkey away; never the only way in. Other devices have to sign in again.',
    may: 'signed-in',
    confirmed: true,
    params: passkeyId,
    answer: done,
  },
  'POST /account/second-factor': {
    summary: 'Begins to set up a password with an app.',
    may: 'signed-in',
    confirmed: true,
    answer: secondFactor,
  },
  'PUT /account/password': {
    summary: 'Sets the password with its app, in the place of those there were. Other devices have to sign in again.',
    may: 'signed-in',
    confirmed: true,
    body: newPassword,
    answer: z.object({ recoveryCodes }),
  },
  'DELETE /account/password': {
    summary: 'Takes the password away, with its app and recovery codes; never the only way in.',
    may: 'signed-in',
    confirmed: true,
    answer: done,
  },
  'POST /account/recovery-codes': {
    summary: 'Makes new recovery codes; the old ones are worth nothing from then on.',
    may: 'signed-in',
    confirmed: true,
    answer: z.object({ recoveryCodes }),
  },
  'DELETE /account/devices/{sessionId}': {
    summary: 'Signs one of one’s own devices out.',
    may: 'signed-in',
    params: named('sessionId', idOf('session')),
    answer: done,
  },
  'POST /account/leave-everywhere': {
    summary: 'Signs every device of one’s own out, this one too.',
    may: 'signed-in',
    answer: done,
  },
})
