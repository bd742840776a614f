import { createHmac, randomBytes } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { isPublicAddress } from '../outbound/public-address.ts'
import { firstWords } from './client-address.ts'

/** From all readers together: so many at once, then one a minute. */
const BURST = 10
const ONE_MORE_EVERY_MS = 60_000

/** From one network: so many in a quarter of an hour, which is also how long anything of it is remembered. */
const FROM_ONE_NETWORK = 5
const REMEMBERED_MS = 15 * 60_000

/** How many reports are taken, and from where, without knowing anybody. */
export interface ReportLimits {
  /**
   * May one more report come in? One that may is counted.
   *
   * @param address where the request comes from, as `clientAddress` says it; a network's own limit holds for public
   *   addresses only, since any other is a proxy's and says nothing of the reader
   */
  admit(address: string | null): boolean
  /** How many networks are remembered just now. */
  readonly remembered: number
}

/**
 * Limits without a trace: of a network (IPv4 /24, IPv6 /48) a hash under a key that this process made by chance is
 * held in memory, for a quarter of an hour, and only when it has sent a report. It is never written down or logged.
 * There are never more of them than reports that were let in.
 */
export function reportLimits(nowMs: () => number = Date.now): ReportLimits {
  const key = randomBytes(32)
  const times = new Map<string, number[]>()
  let room = BURST
  let countedAt = nowMs()

  const forgetOld = (now: number) => {
    for (const [network, at] of times) {
      const recent = at.filter((ms) => now - ms < REMEMBERED_MS)
      if (recent.length === 0) times.delete(network)
      else times.set(network, recent)
    }
  }
  const refill = (now: number) => {
    const more = Math.floor((now - countedAt) / ONE_MORE_EVERY_MS)
    if (more <= 0) return
    room = Math.min(BURST, room + more)
    countedAt += more * ONE_MORE_EVERY_MS
  }
  return {
    admit: (address) => {
      const now = nowMs()
      forgetOld(now)
      refill(now)
      const network = networkOf(address)
      const hash = network === null ? null : createHmac('sha256', key).update(network).digest('base64')
      const before = (hash !== null && times.get(hash)) || []
      if (room === 0 || before.length >= FROM_ONE_NETWORK) return false
      room -= 1
      if (hash !== null) {
        times.set(hash, [...before, now])
        setTimeout(() => forgetOld(nowMs()), REMEMBERED_MS + 1_000).unref()
      }
      return true
    },
    get remembered() {
      return times.size
    },
  }
}

/** The network of a public address; null for any other. */
function networkOf(address: string | null): string | null {
  if (address === null || !isPublicAddress(address)) return null
  return isIPv4(address) ? address.split('.').slice(0, 3).join('.') : firstWords(address, 3)
}
