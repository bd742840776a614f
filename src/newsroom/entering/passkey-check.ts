import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AccountId } from '../../ids.ts'
import type { Passkey } from '../../store/passkeys.ts'

/** What a browser sends of a passkey that it has just made; the fields are WebAuthn's, in base64url. */
export interface NewPasskeyAnswer {
  readonly id: string
  readonly clientDataJSON: string
  readonly attestationObject: string
  readonly transports: readonly string[]
}

/** What a browser sends when a passkey has signed. */
export interface PasskeyAnswer {
  readonly id: string
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
}

/** What both have around them and nothing here rests on. */
const around = (id: string) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const

/** The name to which passkeys are bound: the host alone. */
const rpIdOf = (origin: string): string => new URL(origin).hostname

/** EdDSA, ES256 and RS256 (COSE): what devices have, and what this runtime checks without an experiment. */
const ALGORITHMS = [-8, -7, -257] as const

/** What a browser needs to make a passkey: one that is found without a name, and asks for a finger or a PIN. */
export const registrationOptions = ({
  origin,
  accountId,
  name,
  paper,
  known,
}: {
  readonly origin: string
  readonly accountId: AccountId
  readonly name: string
  readonly paper: string
  readonly known: readonly Passkey[]
}) =>
  generateRegistrationOptions({
    rpName: paper,
    rpID: rpIdOf(origin),
    userName: name,
    userDisplayName: name,
    userID: new TextEncoder().encode(accountId),
    attestationType: 'none',
    supportedAlgorithmIDs: [...ALGORITHMS],
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What a browser needs to come in with a passkey; without known ones, it offers those it has. */
export const authenticationOptions = (origin: string, known: readonly Passkey[] = []) =>
  generateAuthenticationOptions({
    rpID: rpIdOf(origin),
    userVerification: 'required',
    allowCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
  })

/** What of a new passkey is kept; undefined when the answer does not prove one. */
export async function checkRegistration(
  { id, clientDataJSON, attestationObject, transports }: NewPasskeyAnswer,
  { origin, challenge }: { readonly origin: string; readonly challenge: string },
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports' | 'isSynced'> | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...around(id), response: { clientDataJSON, attestationObject, transports: [...transports] } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { credential, credentialBackedUp } = registrationInfo
    return {
      id: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isSynced: credentialBackedUp,
    }
  } catch {
    // Whatever is wrong with what a browser sent, it proves nothing.
    return undefined
  }
}

/** How often the passkey has signed now; undefined when the answer is not its own. */
export async function checkAuthentication(
  { id, ...response }: PasskeyAnswer,
  { origin, challenge, passkey }: { readonly origin: string; readonly challenge: string; readonly passkey: Passkey },
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...around(id), response },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
