import { OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import { readChallenge, takeChallenge } from '../../store/challenges.ts'
import { readNewspaper } from '../../store/house.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { insertPasskey, type Passkey, passkeyById } from '../../store/passkeys.ts'
import { replaceRecoveryCodes, writePassword } from '../../store/passwords.ts'
import type { Instant } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { keepChallenge } from './challenges.ts'
import { checkRegistration, type NewPasskeyAnswer, registrationOptions } from './passkey-check.ts'
import { assertGoodPassword, hashPassword } from './passwords.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { closeSecret, openSecret } from './sealed-secret.ts'
import { newTotpSecret, stepOfCode, totpWords } from './totp.ts'

/** A way in that somebody wants from now on, with the proof that it works. */
export type NewFactor =
  | { readonly kind: 'passkey'; readonly challengeId: string; readonly answer: NewPasskeyAnswer; readonly name: string }
  | { readonly kind: 'password'; readonly challengeId: string; readonly password: string; readonly code: string }

/** A way in that was proven to work, and is kept with the act that it belongs to. */
export interface ProvenFactor {
  readonly accountId: AccountId
  /** @returns recovery codes, to be shown once, where it is a password */
  keep(tx: NewsroomTx, now: Instant): Promise<readonly string[] | null>
}

/** For whom a way in is made, and by what: an invitation's and an account's own are told apart. */
interface Wanted {
  readonly accountId: AccountId
  readonly name: string
  readonly purpose: string
}

const paperName = async ({ db }: Newsroom): Promise<string> => (await readNewspaper(db))?.name ?? 'Onrecord'

/** What a browser needs to make a passkey. */
export async function askForNewPasskey(
  newsroom: Newsroom,
  { accountId, name, purpose }: Wanted,
  { origin, known }: { readonly origin: string; readonly known: readonly Passkey[] },
) {
  const paper = await paperName(newsroom)
  const options = await registrationOptions({ origin, accountId, name, paper, known })
  const challenge = { challenge: options.challenge, purpose: `${purpose} by passkey`, accountId }
  return { challengeId: await keepChallenge(newsroom, challenge), options }
}

/** A secret for an app; it counts from when a code made of it comes back. */
export async function askForNewTotp(newsroom: Newsroom, { accountId, name, purpose }: Wanted) {
  const secret = newTotpSecret()
  const challenge = closeSecret(secret, newsroom.auditKey, accountId)
  const challengeId = await keepChallenge(newsroom, { challenge, purpose: `${purpose} by password`, accountId })
  return { challengeId, ...totpWords(secret, { issuer: await paperName(newsroom), account: name }) }
}

/**
 * Judges a new way in before it is kept.
 *
 * @throws OnrecordError `refused` when it does not prove to work, `bad-input` for a password that is easily guessed
 */
export async function provenFactor(
  newsroom: Newsroom,
  factor: NewFactor,
  given: { readonly purpose: string; readonly origin: string; readonly name: string },
): Promise<ProvenFactor> {
  return factor.kind === 'passkey' ? provenPasskey(newsroom, factor, given) : provenPassword(newsroom, factor, given)
}

async function provenPasskey(
  newsroom: Newsroom,
  { challengeId, answer, name }: Extract<NewFactor, { kind: 'passkey' }>,
  { purpose, origin }: { readonly purpose: string; readonly origin: string },
): Promise<ProvenFactor> {
  const asked = { id: challengeId, purpose: `${purpose} by passkey`, now: newsroom.now() }
  const challenge = await takeChallenge(newsroom.db, asked)
  const made = challenge && (await checkRegistration(answer, { origin, challenge: challenge.challenge }))
  const accountId = challenge?.accountId
  if (!accountId || !made) {
    throw new OnrecordError('refused', 'The passkey was not made for here, or it came too late.', {
      remedy: 'Try again, under the address at which the studio is reached.',
    })
  }
  return {
    accountId,
    keep: async (tx, now) => {
      if (await passkeyById(tx, made.id)) throw new OnrecordError('refused', 'This passkey is known here already.')
      await insertPasskey(tx, { ...made, accountId, name, addedAt: now, usedOn: null })
      return null
    },
  }
}

async function provenPassword(
  newsroom: Newsroom,
  { challengeId, password, code }: Extract<NewFactor, { kind: 'password' }>,
  { purpose, name }: { readonly purpose: string; readonly name: string },
): Promise<ProvenFactor> {
  const { db, auditKey } = newsroom
  await assertGoodPassword(password, [name, (await readNewspaper(db))?.name ?? ''])
  const asked = { id: challengeId, purpose: `${purpose} by password`, now: newsroom.now() }
  // Left where it is until a code of it is right: whoever mistypes does not have to scan it again.
  const challenge = await readChallenge(db, asked)
  const accountId = challenge?.accountId
  const secret = accountId && openSecret(challenge.challenge, auditKey, accountId)
  if (!accountId || !secret) throw tooLate()
  const totpStep = stepOfCode(secret, code.replaceAll(' ', ''), newsroom.now())
  if (totpStep === undefined) {
    throw new OnrecordError('refused', 'This is not the code that the app shows now.', {
      remedy: 'Wait for the next code. If none fits, set the clock of the device with the app.',
    })
  }
  const hash = await hashPassword(password)
  return {
    accountId,
    keep: async (tx, now) => {
      if (!(await takeChallenge(tx, asked))) throw tooLate()
      await writePassword(tx, { accountId, hash, totpSecret: challenge.challenge, totpStep, setAt: now })
      return renewRecoveryCodes(newsroom, tx, accountId)
    },
  }
}

/** @returns the new codes; what is kept of them is a hash */
export async function renewRecoveryCodes(
  { auditKey }: Newsroom,
  tx: NewsroomTx,
  accountId: AccountId,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => hashOfRecoveryCode(code, auditKey))
  await replaceRecoveryCodes(tx, accountId, hashes)
  return codes
}

const tooLate = (): OnrecordError =>
  new OnrecordError('refused', 'The code to scan is no longer good.', { remedy: 'Begin again with a new one.' })
