import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { grant } from './session.ts'
import { line } from './shapes.ts'

/** The languages that the studio speaks. */
const language = z.enum(['en', 'fr'])

/** Long enough for what browsers send of passkeys, and for nothing that would fill a memory. */
const base64url = z.string().max(20_000)

const secret = z.string().min(1).max(400)

/** A passkey that has signed. */
const signed = z.object({
  id: base64url,
  clientDataJSON: base64url,
  authenticatorData: base64url,
  signature: base64url,
})

/** A passkey that was just made. */
const made = z.object({
  id: base64url,
  clientDataJSON: base64url,
  attestationObject: base64url,
  transports: z.array(z.string().max(40)).max(10),
})

export const passkeyProof = z.object({ kind: z.literal('passkey'), challengeId: z.string(), answer: signed })
export const passwordProof = z.object({ kind: z.literal('password'), password: secret, code: secret })

export const newPasskey = z.object({
  kind: z.literal('passkey'),
  challengeId: z.string(),
  answer: made,
  name: line(60),
})
export const newPassword = z.object({
  kind: z.literal('password'),
  challengeId: z.string(),
  password: secret,
  code: secret,
})

/** What a passkey is asked, in the JSON form of WebAuthn; and the address it has to be asked under. */
export const asked = z.object({
  challengeId: z.string(),
  options: z.record(z.string(), z.unknown()),
  origin: z.string(),
})

/** A secret for an app that makes codes: to scan, and to copy by hand. */
export const secondFactor = z.object({
  challengeId: z.string(),
  secret: z.string(),
  uri: z.string(),
  /** The address as a QR code: modules along a side, and the dark ones as an SVG path. */
  qr: z.object({ size: z.number(), path: z.string() }),
})

export const recoveryCodes = z.array(z.string())

const token = z.object({ token: z.string().max(200) })

/** Coming in: invitations, passkeys, passwords, recovery. */
export const ENTERING_ENDPOINTS = endpoints({
  'POST /entering/invitation': {
    summary: 'What an invitation’s link is for. The link stays good.',
    may: 'anyone',
    body: token,
    answer: z.object({
      kind: z.enum(['first-owner', 'invitation', 'reset']),
      name: z.string().nullable(),
      grants: z.array(grant),
      expiresAt: z.string(),
      /** Null before the paper was named. */
      paper: z.string().nullable(),
    }),
  },
  'POST /entering/invitation/passkey': {
    summary: 'Begins to make a passkey for whoever is invited.',
    may: 'anyone',
    body: token.extend({ name: line(80) }),
    answer: asked,
  },
  'POST /entering/invitation/second-factor': {
    summary: 'Begins to set up a password with an app for whoever is invited.',
    may: 'anyone',
    body: token.extend({ name: line(80) }),
    answer: secondFactor,
  },
  'POST /entering/invitation/accept': {
    summary: 'Makes the account once its way in has proven to work, and signs its owner in. The link is used up.',
    may: 'anyone',
    body: token.extend({
      name: line(80),
      language,
      factor: z.discriminatedUnion('kind', [newPasskey, newPassword]),
    }),
    answer: z.object({ accountId: idOf('account'), recoveryCodes: recoveryCodes.nullable() }),
  },
  'POST /entering/passkey/ask': {
    summary: 'Begins to sign in with a passkey; no name is asked for.',
    may: 'anyone',
    answer: asked,
  },
  'POST /entering/passkey': {
    summary: 'Signs in with a passkey.',
    may: 'anyone',
    body: passkeyProof,
    answer: z.object({ accountId: idOf('account') }),
  },
  'POST /entering/password': {
    summary: 'Signs in with a name or mail address, a password, and a code from the app or a recovery code.',
    may: 'anyone',
    body: passwordProof.extend({ who: z.string().min(1).max(200) }),
    answer: z.object({ accountId: idOf('account') }),
  },
  'POST /entering/leave': {
    summary: 'Signs this device out. Done again, it does nothing.',
    may: 'anyone',
    answer: z.object({ wasSignedIn: z.boolean() }),
  },
})
