import { isIPv4, isIPv6 } from 'node:net'
import { isPublicAddress } from '../../outbound/public-address.ts'

/**
 * The network a request comes from, for counting wrong tries: an IPv4 address, or the first half of an IPv6 address,
 * which is one line's. Behind a proxy of one's own it is what that proxy says; nobody else is believed.
 *
 * @param peer the other end of the connection; undefined where there is none
 * @param forwarded the header `X-Forwarded-For`, whose last address is the nearest proxy's word
 */
export function networkOf(peer: string | undefined, forwarded: string | null): string {
  const near = plain(peer ?? '')
  const told = plain(forwarded?.split(',').at(-1)?.trim() ?? '')
  const address = !isPublicAddress(near) && (isIPv4(told) || isIPv6(told)) ? told : near
  if (isIPv4(address)) return address
  return isIPv6(address) ? firstHalf(address) : 'unknown'
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** The first four words, written out. */
function firstHalf(address: string): string {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const words = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - words.length - behind.length
  return [...words, ...Array.from({ length: zeros }, () => '0'), ...behind].slice(0, 4).join(':')
}
