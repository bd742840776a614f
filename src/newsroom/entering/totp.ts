import { randomBytes } from 'node:crypto'
import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp'
import type { Instant } from '../../time.ts'

/** As every app has it (RFC 6238): six digits, a new code each thirty seconds. */
const STEP_SECONDS = 30
const DIGITS = 6

/** A clock may be wrong by a step, and somebody types slowly. */
const STEPS_AROUND = 1

/** A new secret for a second factor: 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): Uint8Array => randomBytes(20)

/** The step of time that an instant falls in. */
const totpStepAt = (now: Instant): number => Math.floor(Date.parse(now) / 1000 / STEP_SECONDS)

/** The step whose code this is, of those around now; undefined when it is none of them. */
export function stepOfCode(secret: Uint8Array, code: string, now: Instant): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const step = totpStepAt(now)
  const around = [-STEPS_AROUND, 0, STEPS_AROUND].map((more) => step + more)
  return around.find((candidate) => verifyHOTP(secret, BigInt(candidate), DIGITS, code))
}

/** What an app is told: as an address to scan, and the secret alone to be copied by hand, in base 32. */
export function totpWords(
  secret: Uint8Array,
  { issuer, account }: { readonly issuer: string; readonly account: string },
) {
  const uri = createTOTPKeyURI(issuer, account, secret, STEP_SECONDS, DIGITS)
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' }
}
