import { OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import { type Account, accountById } from '../../store/accounts.ts'
import { takeChallenge } from '../../store/challenges.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { notePasskeyUse, passkeyById } from '../../store/passkeys.ts'
import { passwordOf, takeRecoveryCode, takeTotpStep } from '../../store/passwords.ts'
import type { Instant, LocalDate } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Door } from './door.ts'
import { checkAuthentication, type PasskeyAnswer } from './passkey-check.ts'
import { isPassword } from './passwords.ts'
import { hashOfRecoveryCode } from './recovery-codes.ts'
import { openSecret } from './sealed-secret.ts'
import { stepOfCode } from './totp.ts'

/** By what somebody shows who they are. A code is one from the app, or a recovery code. */
export type Proof =
  | { readonly kind: 'passkey'; readonly challengeId: string; readonly answer: PasskeyAnswer }
  | { readonly kind: 'password'; readonly password: string; readonly code: string }

/** Somebody who has shown who they are, as far as can be seen before the transaction. */
export interface Proven {
  readonly account: Account
  readonly by: 'passkey' | 'password' | 'recovery-code'
  /**
   * Takes what can be used once: the code, the passkey's count.
   *
   * @returns false when it was used before, or never was one
   */
  take(tx: NewsroomTx, now: Instant): Promise<boolean>
}

/** One answer for everything that is wrong: it says nothing of who has an account, and of what is right about a try. */
export const notProven = (): OnrecordError =>
  new OnrecordError('forbidden', 'That did not let you in: something of it is not right.', {
    remedy: 'Try again. Whoever has lost their way in gets a new link from an owner of the newsroom.',
  })

/** Judges a passkey that signed a challenge made for this purpose. The challenge is used up, whatever comes of it. */
export async function provenByPasskey(
  newsroom: Newsroom,
  { challengeId, answer }: Extract<Proof, { kind: 'passkey' }>,
  { purpose, door }: { readonly purpose: string; readonly door: Door },
): Promise<Proven | undefined> {
  const { db } = newsroom
  const asked = await takeChallenge(db, { id: challengeId, purpose, now: newsroom.now() })
  const passkey = await passkeyById(db, answer.id)
  const account = passkey && (await accountById(db, passkey.accountId))
  if (!asked || !passkey || account?.state !== 'active') return undefined
  const counter = await checkAuthentication(answer, { origin: door.origin, challenge: asked.challenge, passkey })
  if (counter === undefined) return undefined
  return {
    account,
    by: 'passkey',
    take: async (tx, now) => {
      const still = await passkeyById(tx, passkey.id)
      // Removed while it signed, or signed twice with one count: a copy of the key is about.
      if (!still || (counter > 0 && counter <= still.counter)) return false
      await notePasskeyUse(tx, { id: passkey.id, counter, usedOn: now.slice(0, 10) as LocalDate })
      return true
    },
  }
}

/** What stands in the place of an account that there is not, so that the same work is done for it. */
const NOBODY = 'acc_nobody' as AccountId

/**
 * Judges a password with a code. Everything is looked at in every case, so that an account that there is not takes as
 * long as one that there is.
 */
export async function provenByPassword(
  newsroom: Newsroom,
  { password, code }: Extract<Proof, { kind: 'password' }>,
  account: Account | undefined,
): Promise<Proven | undefined> {
  const id = account?.id ?? NOBODY
  const kept = await passwordOf(newsroom.db, id)
  const isRight = await isPassword(kept?.hash ?? null, password)
  const secret = kept && openSecret(kept.totpSecret, newsroom.auditKey, id)
  const step = secret && stepOfCode(secret, code.replaceAll(' ', ''), newsroom.now())
  if (!isRight || account?.state !== 'active') return undefined
  if (step !== undefined) return { account, by: 'password', take: (tx) => takeTotpStep(tx, id, step) }
  const hash = hashOfRecoveryCode(code, newsroom.auditKey)
  return { account, by: 'recovery-code', take: (tx, now) => takeRecoveryCode(tx, { accountId: id, hash, now }) }
}
