import { isIPv4 } from 'node:net'
import { clientAddress, firstWords, type IsTrustedProxy } from '../client-address.ts'

/**
 * The network a request comes from, for counting wrong tries: an IPv4 address, or the first half of an IPv6 address,
 * which is one line's. Behind proxies of one's own it is what they say; nobody else is believed.
 *
 * @param peer the other end of the connection; undefined where there is none
 * @param forwarded the header `X-Forwarded-For`
 */
export function networkOf(peer: string | undefined, forwarded: string | null, isTrusted: IsTrustedProxy): string {
  const address = clientAddress(peer, forwarded, isTrusted)
  if (address === null) return 'unknown'
  return isIPv4(address) ? address : firstWords(address, 4)
}
