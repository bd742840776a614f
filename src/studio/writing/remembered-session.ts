import type { StoryId } from '../../ids.ts'
import { NoConnection } from '../api/api.ts'
import { asking, queries } from '../api/queries.ts'
import type { Session } from '../api/session.ts'
import { giveUpDevice } from '../entering/give-up-device.ts'
import { openRow, sealRow } from './journal-cipher.ts'
import { journalOnDisk } from './journal-idb.ts'
import type { AccountId } from '../../ids.ts'

/** Whose journal to open where the server cannot be asked. */
const ACCOUNT = 'onrecord-account'
const SESSION = 'session' as StoryId

const place = (account: AccountId) => ({ account, storyId: SESSION, part: 'server', number: 0 }) as const

/**
 * Who is signed in: as the server says, and without a line as it last said on this device, so that the studio opens. The
 * server judges every request anew once it can be reached.
 *
 * @throws ApiProblem, NoConnection where nobody was signed in here
 */
export async function knownSession(): Promise<Session> {
  const question = asking('GET /session', {})
  const known = queries.getQueryData<Session>(question.queryKey)
  if (known) return noted(known)
  try {
    const session = await queries.fetchQuery({ ...question, retry: false })
    // A device whose session was ended on purpose goes on with nothing; a page of its own follows.
    if (session.revoked) await giveUpDevice(session.revoked)
    return noted(session)
  } catch (error) {
    const remembered = error instanceof NoConnection ? await recall().catch(() => null) : null
    if (!remembered) throw error
    queries.setQueryData(question.queryKey, remembered)
    return remembered
  }
}

/** Removes whose journal would be opened without a line. */
export function forgetSession(account: AccountId): void {
  if (localStorage.getItem(ACCOUNT) === account) localStorage.removeItem(ACCOUNT)
}

let rememberedFor: AccountId | null = null

function noted(session: Session): Session {
  const account = session.me?.accountId ?? null
  if (account === null || account === rememberedFor) return session
  rememberedFor = account
  void remember(session, account).catch(() => undefined)
  return session
}

async function remember(session: Session, account: AccountId): Promise<void> {
  const row = await sealRow(await journalOnDisk.keyOf(account), place(account), session)
  await journalOnDisk.apply({ account, storyId: SESSION, put: [row], remove: [], stepsUpTo: 0 })
  localStorage.setItem(ACCOUNT, account)
}

async function recall(): Promise<Session | null> {
  const account = localStorage.getItem(ACCOUNT) as AccountId | null
  if (!account || !(await journalOnDisk.accounts()).includes(account)) return null
  const [row] = await journalOnDisk.rowsOf(account, SESSION)
  const session = row && (await openRow(await journalOnDisk.keyOf(account), row))
  return (session as Session | undefined) ?? null
}
