import type { AccountId } from '../ids.ts'
import { allAccounts } from '../store/accounts.ts'
import { revokeSessions } from '../store/sessions.ts'
import { record } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Signs somebody out on every device, or with null everybody; they may sign in again.
 *
 * @returns how many devices were signed in
 */
export async function endSessions(newsroom: Newsroom, accountId: AccountId | null): Promise<number> {
  const { result } = await record(newsroom, 'end-sessions', async (tx, now) => {
    const ids = accountId === null ? (await allAccounts(tx)).map(({ id }) => id) : [accountId]
    let ended = 0
    for (const id of ids) ended += await revokeSessions(tx, { accountId: id, now })
    return { result: ended, subject: accountId, detail: { sessions: ended } }
  })
  return result
}
