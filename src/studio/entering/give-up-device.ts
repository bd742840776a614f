import type { AccountId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { whenRevoked } from '../api/revoked.ts'

/** How the other tabs of this browser learn of it. */
const CHANNEL = 'onrecord-revoked'

let isGivenUp = false

/** Is this page on its way out, with nothing to hold it up? */
export const isGivingUp = (): boolean => isGivenUp

/**
 * Somebody has ended this session on purpose: everything that this device keeps of the account is destroyed, here and in
 * the other tabs, and the sign-in says so. A page of its own follows, so that nothing stays in memory.
 */
export async function giveUpDevice(account: AccountId): Promise<void> {
  if (isGivenUp) return
  isGivenUp = true
  new BroadcastChannel(CHANNEL).postMessage(account)
  const isDestroyed = await destroyed(account)
  // The cookie goes last: until then the server tells it anew to a page that was interrupted here.
  if (isDestroyed) await api('POST /entering/leave', {}).catch(() => undefined)
  goToSignIn(isDestroyed)
}

/** From now on this page does it whenever the server, or another tab, says so. */
export function watchForRevocation(): void {
  whenRevoked(() => void askWhose())
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<AccountId>) => {
    if (isGivenUp) return
    isGivenUp = true
    void destroyed(data).then(goToSignIn)
  })
}

async function askWhose(): Promise<void> {
  const { revoked } = await api('GET /session', {}).catch(() => ({ revoked: null }))
  if (revoked !== null) await giveUpDevice(revoked)
}

async function destroyed(account: AccountId): Promise<boolean> {
  try {
    const { closeJournal, destroyJournal } = await import('../writing/journal.ts')
    const { forgetSession } = await import('../writing/remembered-session.ts')
    closeJournal(account)
    forgetSession(account)
    await destroyJournal(account)
    return true
  } catch {
    return false
  }
}

const goToSignIn = (isDestroyed: boolean): void =>
  location.replace(`/studio/enter?ended=${isDestroyed ? 'destroyed' : 'left'}`)
