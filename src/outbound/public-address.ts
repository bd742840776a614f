import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Address space that is nobody's public server: this machine, the network it stands in, cloud metadata, carriers' own
 * networks, groups of machines, examples and reserves. As of August 2026.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const CLOSED_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local: here clouds keep the keys of the machine (169.254.169.254).
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // One cloud answers for its machines at an address that looks public.
  ['168.63.129.16', 32],
] as const

/**
 * Inside 2000::/3, the only space given out to public servers, what is not one: protocol assignments and Teredo,
 * examples, 6to4 (which carries any IPv4 address).
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const CLOSED_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [network, bits] of CLOSED_V4) closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of CLOSED_V6) closed.addSubnet(network, bits, 'ipv6')

const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')

/** NAT64 (RFC 6052): an IPv4 address in the last 32 bits, for hosts that have IPv6 only. */
const nat64 = new BlockList()
nat64.addSubnet('64:ff9b::', 96, 'ipv6')

/**
 * May the newsroom's machine ask this address? Only where a public server can stand; an IPv4 address that hides in an
 * IPv6 one is judged as what it is, and mapped ones (`::ffff:…`) are never asked: no public server needs them.
 *
 * @param address an address as the resolver gives it, no name and no brackets
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  if (nat64.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address))
  return given.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** The IPv4 address in the last 32 bits. */
function lastFourBytes(address: string): string {
  // The address parser of the web writes every IPv6 address one way, in hexadecimal.
  const words = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':')
  const [high, low] = words.slice(-2).map((word) => Number.parseInt(word === '' ? '0' : word, 16))
  return [high ?? 0, low ?? 0].flatMap((word) => [word >> 8, word & 255]).join('.')
}
