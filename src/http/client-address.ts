import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** Is this the address of a proxy of one's own, which is believed when it says who asks? */
export type IsTrustedProxy = (address: string) => boolean

const LOOPBACK = ['127.0.0.0/8', '::1']

/**
 * The proxies that the operator has named.
 *
 * @param networks addresses and networks such as `10.0.0.0/8`; `loopback` is this machine
 */
export function trustedProxies(networks: readonly string[]): IsTrustedProxy {
  const list = new BlockList()
  for (const network of networks.flatMap((one) => (one === 'loopback' ? LOOPBACK : [one]))) {
    const [given = '', bits] = network.split('/')
    const address = plainAddress(given)
    if (address === null) continue
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    // A network of mapped addresses (::ffff:10.0.0.0/104) is one of IPv4, with its own count of bits.
    const size = bits === undefined ? null : Number(bits) - (family === 'ipv4' && isIPv6(given) ? 96 : 0)
    if (size === null) list.addAddress(address, family)
    else if (size >= 0) list.addSubnet(address, size, family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/**
 * Who asks, as far as those who are believed can say: `X-Forwarded-For` is read from its right end, where the nearest proxy
 * wrote, past each proxy of one's own, to the first that is none. What stands left of that anybody can have written.
 *
 * @param peer the other end of the connection; undefined where there is none
 * @param forwarded the header as it came
 * @returns an address in one way of writing; null where nobody can say
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | null | undefined,
  isTrusted: IsTrustedProxy,
): string | null {
  let address = plainAddress(peer ?? '')
  const told = (forwarded ?? '').split(',')
  while (address !== null && isTrusted(address)) {
    const next = plainAddress(told.pop() ?? '')
    // The proxy says nothing more, or nonsense: it is the last whom we know.
    if (next === null) break
    address = next
  }
  return address
}

/** An address as every part of the house writes it: no port, no brackets, no zone; IPv4 as IPv4. Null for anything else. */
function plainAddress(text: string): string | null {
  const trimmed = text.trim()
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed
  const address = bare.split('%')[0] ?? ''
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return null
  // The address parser of the web writes every IPv6 address one way, in hexadecimal.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(written)
  return mapped ? dotted(mapped[1] ?? '', mapped[2] ?? '') : written
}

const dotted = (high: string, low: string): string =>
  [high, low]
    .map((word) => Number.parseInt(word, 16))
    .flatMap((word) => [word >> 8, word & 255])
    .join('.')

/** The first words of an IPv6 address, as `clientAddress` writes it, with their zeros written out. */
export function firstWords(address: string, count: number): string {
  const [head = '', tail] = address.split('::')
  const words = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - words.length - behind.length
  return [...words, ...Array.from({ length: zeros }, () => '0'), ...behind].slice(0, count).join(':')
}
