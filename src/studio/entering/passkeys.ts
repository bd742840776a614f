import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import type { AnswerTo, AskedOf } from '../api/api.ts'

/** What the server asks of a passkey. */
export type AskedOfPasskey = AnswerTo<'POST /entering/passkey/ask'>

type Signed = Extract<AskedOf<'POST /account/confirm'>['body'], { kind: 'passkey' }>
type Made = Extract<AskedOf<'POST /entering/invitation/accept'>['body']['factor'], { kind: 'passkey' }>

/** Why a device could not do it, so that a screen can say what to do. */
export class PasskeyFailure extends Error {
  override readonly name = 'PasskeyFailure'
  readonly why: 'unsupported' | 'cancelled' | 'wrong-host' | 'known' | 'failed'
  /** The address at which passkeys work. */
  readonly origin: string

  constructor(why: PasskeyFailure['why'], origin: string, cause?: unknown) {
    super(why, { cause })
    this.why = why
    this.origin = origin
  }
}

/** Makes a passkey on this device, or on one beside it. @throws PasskeyFailure */
export async function makePasskey({ options, origin, challengeId }: AskedOfPasskey, name: string): Promise<Made> {
  assertPossible(origin)
  // Made by the library's other half on the server; the contract hands it through unread.
  const given: unknown = options
  const optionsJSON = given as Parameters<typeof startRegistration>[0]['optionsJSON']
  try {
    const { id, response } = await startRegistration({ optionsJSON })
    const { clientDataJSON, attestationObject, transports = [] } = response
    return { kind: 'passkey', challengeId, name, answer: { id, clientDataJSON, attestationObject, transports } }
  } catch (error) {
    throw failureOf(error, origin)
  }
}

/** Lets a passkey sign what the server has said. @throws PasskeyFailure */
export async function signWithPasskey({ options, origin, challengeId }: AskedOfPasskey): Promise<Signed> {
  assertPossible(origin)
  // Made by the library's other half on the server; the contract hands it through unread.
  const given: unknown = options
  const optionsJSON = given as Parameters<typeof startAuthentication>[0]['optionsJSON']
  try {
    const { id, response } = await startAuthentication({ optionsJSON })
    const { clientDataJSON, authenticatorData, signature } = response
    return { kind: 'passkey', challengeId, answer: { id, clientDataJSON, authenticatorData, signature } }
  } catch (error) {
    throw failureOf(error, origin)
  }
}

function assertPossible(origin: string): void {
  if (location.origin !== origin) throw new PasskeyFailure('wrong-host', origin)
  if (!browserSupportsWebAuthn()) throw new PasskeyFailure('unsupported', origin)
}

/** A number is no name that a passkey could belong to; on one's own machine there is a name beside it. */
function wrongName(origin: string, cause: unknown): PasskeyFailure {
  const named = origin.replace(/127\.0\.0\.1|\[::1\]/, 'localhost')
  return new PasskeyFailure(named === location.origin ? 'unsupported' : 'wrong-host', named, cause)
}

function failureOf(error: unknown, origin: string): PasskeyFailure {
  const name = error instanceof Error ? error.name : ''
  const code = error instanceof WebAuthnError ? error.code : ''
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError') {
    return new PasskeyFailure('known', origin, error)
  }
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return wrongName(origin, error)
  if (name === 'NotAllowedError' || name === 'AbortError') return new PasskeyFailure('cancelled', origin, error)
  return new PasskeyFailure('failed', origin, error)
}
