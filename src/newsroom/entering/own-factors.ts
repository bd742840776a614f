import { OnrecordError } from '../../errors.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { deletePasskeys, passkeysOf, renamePasskey } from '../../store/passkeys.ts'
import { deletePassword, passwordOf } from '../../store/passwords.ts'
import { expireOtherSessions } from '../../store/sessions.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { askForNewPasskey, askForNewTotp, type NewFactor, provenFactor, renewRecoveryCodes } from './new-factor.ts'
import type { Self } from './own-account.ts'

const wantedBy = ({ account }: Self) => ({
  accountId: account.id,
  name: account.name,
  purpose: `factor of ${account.id}`,
})

/** What the browser needs to make one more passkey. */
export const askForOwnPasskey = async (newsroom: Newsroom, self: Self, origin: string) =>
  askForNewPasskey(newsroom, wantedBy(self), { origin, known: await passkeysOf(newsroom.db, self.account.id) })

/** A secret for an app: the first one, or in the place of the one there is. */
export const askForOwnTotp = (newsroom: Newsroom, self: Self) => askForNewTotp(newsroom, wantedBy(self))

/**
 * Adds a way in: a passkey beside others, or a password in the place of the one there was. Other devices have to sign in
 * again.
 *
 * @returns recovery codes, to be shown once, where it is a password
 * @throws OnrecordError `refused`, `bad-input`
 */
export async function addFactor(
  newsroom: Newsroom,
  self: Self,
  { factor, origin }: { readonly factor: NewFactor; readonly origin: string },
): Promise<readonly string[] | null> {
  const { purpose, name, accountId } = wantedBy(self)
  const proven = await provenFactor(newsroom, factor, { purpose, origin, name })
  if (proven.accountId !== accountId) throw new OnrecordError('refused', 'This was begun by somebody else.')
  const act = factor.kind === 'passkey' ? 'add-passkey' : 'set-password'
  const { result } = await perform(newsroom, act, async (tx, now) => {
    const codes = await proven.keep(tx, now)
    await expireOtherSessions(tx, accountId, self.sessionId)
    return { result: codes, subject: accountId }
  })
  return result
}

/** Calls a passkey something else. @throws OnrecordError `not-found` */
export async function nameOwnPasskey(
  newsroom: Newsroom,
  { account }: Self,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await perform(newsroom, 'change-own-account', async (tx) => {
    if (!(await renamePasskey(tx, { accountId: account.id, id, name }))) throw noSuchPasskey()
    return { result: undefined, subject: account.id, detail: { what: 'passkey' } }
  })
}

/**
 * Takes a passkey away. Other devices have to sign in again.
 *
 * @throws OnrecordError `not-found`, `refused` for the only way in
 */
export async function removeOwnPasskey(newsroom: Newsroom, self: Self, id: string): Promise<void> {
  await perform(newsroom, 'remove-passkey', async (tx) => {
    if ((await deletePasskeys(tx, self.account.id, id)) === 0) throw noSuchPasskey()
    await afterRemoval(tx, self)
    return { result: undefined, subject: self.account.id }
  })
}

/**
 * Takes the password away, with its app and its recovery codes. Other devices have to sign in again.
 *
 * @throws OnrecordError `not-found`, `refused` for the only way in
 */
export async function removeOwnPassword(newsroom: Newsroom, self: Self): Promise<void> {
  await perform(newsroom, 'remove-password', async (tx) => {
    if (!(await deletePassword(tx, self.account.id))) throw noPassword()
    await afterRemoval(tx, self)
    return { result: undefined, subject: self.account.id }
  })
}

/** Makes new recovery codes; the old ones are worth nothing from then on. @throws OnrecordError `not-found` */
export async function makeRecoveryCodes(newsroom: Newsroom, { account }: Self): Promise<readonly string[]> {
  const { result } = await perform(newsroom, 'make-recovery-codes', async (tx) => {
    if (!(await passwordOf(tx, account.id))) throw noPassword()
    return { result: await renewRecoveryCodes(newsroom, tx, account.id), subject: account.id }
  })
  return result
}

async function afterRemoval(tx: NewsroomTx, { account, sessionId }: Self): Promise<void> {
  const isLast = (await passkeysOf(tx, account.id)).length === 0 && !(await passwordOf(tx, account.id))
  if (isLast) {
    throw new OnrecordError('refused', 'This is your only way in.', { remedy: 'Add another one first.' })
  }
  await expireOtherSessions(tx, account.id, sessionId)
}

const noSuchPasskey = () => new OnrecordError('not-found', 'You have no such passkey.')
const noPassword = () => new OnrecordError('not-found', 'You have no password.')
