import type { AccountId } from '../ids.ts'
import { allAccounts, updateAccount } from '../store/accounts.ts'
import { allApiKeys, revokeApiKey } from '../store/api-keys.ts'
import { forgetChallenges } from '../store/challenges.ts'
import { openInvitations, withdrawInvitations } from '../store/invitations.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { closeAllPreviewLinks } from '../store/preview-links.ts'
import { revokeSessions } from '../store/sessions.ts'
import { setStudioLock, studioLock } from '../store/studio-lock.ts'
import { noteUpkeep } from '../store/upkeep.ts'
import type { Instant } from '../time.ts'
import { record } from './act.ts'
import { accountCalled } from './entering/find-account.ts'
import type { Newsroom } from './newsroom.ts'
import { OnrecordError } from '../errors.ts'

/** What was closed. */
export interface Closed {
  readonly sessions: number
  readonly keys: number
  readonly previews: number
  readonly invitations: number
  /** The names of those who can come in no more. */
  readonly suspended: readonly string[]
}

/**
 * Somebody may have got in: every session, key, preview link and invitation ends at once, and nothing can be changed in the
 * studio, nor does anything go out by itself, until it is unlocked on the server. What readers have stays as it is.
 *
 * @param suspend names of those who are to come in no more, whatever ways in they have
 * @throws OnrecordError `not-found` for a name that nobody has; then nothing was done
 */
export async function panic(
  newsroom: Newsroom,
  { reason, suspend }: { readonly reason: string; readonly suspend: readonly string[] },
): Promise<Closed> {
  const { result } = await record(newsroom, 'panic', async (tx, now) => {
    const closed = await closeEverything(tx, suspend, now)
    await setStudioLock(tx, { since: now, reason })
    const { suspended, ...counts } = closed
    await noteUpkeep(tx, { kind: 'panic', at: now, isDone: true, detail: counts })
    return { result: closed, subject: null, detail: { ...counts, suspended: suspended.length } }
  })
  return result
}

async function closeEverything(tx: NewsroomTx, suspend: readonly string[], now: Instant): Promise<Closed> {
  const taken: AccountId[] = []
  for (const name of suspend) taken.push((await somebody(tx, name)).id)
  let sessions = 0
  const accounts = await allAccounts(tx)
  for (const { id } of accounts) sessions += await revokeSessions(tx, { accountId: id, now })
  let keys = 0
  for (const { id, revokedAt } of await allApiKeys(tx)) {
    if (revokedAt === null && (await revokeApiKey(tx, id, now))) keys += 1
  }
  const invitations = (await openInvitations(tx, now)).length
  await withdrawInvitations(tx, 'every', now)
  await forgetChallenges(tx)
  for (const id of taken) await updateAccount(tx, id, { state: 'suspended' })
  return { sessions, keys, previews: await closeAllPreviewLinks(tx, now), invitations, suspended: [...suspend] }
}

async function somebody(tx: NewsroomTx, name: string) {
  const account = await accountCalled(tx, name)
  if (account) return account
  throw new OnrecordError('not-found', `Nobody here is called “${name}”, so nothing was done.`, {
    remedy: './onrecord user list shows everybody.',
  })
}

/** Lets staff work again. Whoever was signed out signs in anew; keys and links have to be made again. @returns was it locked? */
export async function unlockStudio(newsroom: Newsroom): Promise<boolean> {
  const { result } = await record(newsroom, 'unlock-studio', async (tx) => {
    const wasLocked = (await studioLock(tx)) !== null
    await setStudioLock(tx, null)
    return { result: wasLocked, subject: null }
  })
  return result
}
