import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress, firstWords, trustedProxies } from '../../src/http/client-address.ts'
import { networkOf } from '../../src/http/studio/network-of.ts'

const loopback = trustedProxies(['loopback'])
const own = trustedProxies(['loopback', '10.0.0.0/8', 'fd00::/8', '198.51.100.7', '::ffff:172.16.0.0/108'])

const publicV4 = fc.ipV4().filter((address) => !/^(?:10|127|172|198)\./.test(address))
const forwardedGarbage = fc.oneof(
  fc.string(),
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom('unknown', '_hidden', '"[2001:db8::1]:99"', '', ' ', '127.0.0.1', '::1', 'for=1.2.3.4', '999.1.1.1'),
)

const write = (words: readonly number[]) => words.map((part) => part.toString(16)).join(':')

describe('the network that a try to come in is counted for', () => {
  it.each([
    ['a public address', '203.0.114.9', null, '203.0.114.9'],
    ['what one’s own proxy says', '127.0.0.1', '198.41.0.4', '198.41.0.4'],
    [
      'the first that is no proxy of one’s own, from the right',
      '10.0.0.2',
      '1.2.3.4, 198.41.0.4, 10.9.9.9',
      '198.41.0.4',
    ],
    ['a proxy in a network of IPv6', 'fd12::1', '198.41.0.4', '198.41.0.4'],
    ['a proxy that is one address', '198.51.100.7', '198.41.0.4', '198.41.0.4'],
    ['a network written as mapped addresses', '172.17.0.1', '198.41.0.4', '198.41.0.4'],
    ['IPv4 written as IPv6', '::ffff:127.0.0.1', '::ffff:198.41.0.4', '198.41.0.4'],
    ['IPv4 written as IPv6 in hexadecimal', '::ffff:7f00:1', '::FFFF:c629:4', '198.41.0.4'],
    ['an address with a port', '127.0.0.1', '198.41.0.4:55123', '198.41.0.4'],
    ['an address in brackets, with a port', '::1', '[2a00:1450:4001:82b::7]:443', '2a00:1450:4001:82b'],
    ['an address with a zone', 'fe80::1%eth0', null, 'fe80:0:0:0'],
    ['one line of IPv6', '2a00:1450:4001:82b:abcd::7', null, '2a00:1450:4001:82b'],
    ['one line of IPv6 with zeros left out', '2a00:1450::9', null, '2a00:1450:0:0'],
    ['a proxy that says nothing', '127.0.0.1', null, '127.0.0.1'],
    ['a proxy that says nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['proxies of one’s own and nobody else', '127.0.0.1', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
    ['no connection', undefined, '198.41.0.4', 'unknown'],
  ])('is that of %s', (_, peer, forwarded, network) => {
    expect(networkOf(peer, forwarded, own)).toBe(network)
  })

  it('is not what a stranger says of themselves, nor a machine of the same network that is no named proxy', () => {
    expect(networkOf('198.41.0.4', '1.2.3.4', own)).toBe('198.41.0.4')
    expect(networkOf('192.168.1.5', '1.2.3.4', own)).toBe('192.168.1.5')
    expect(networkOf('10.0.0.2', '1.2.3.4', loopback)).toBe('10.0.0.2')
  })

  it('changes with nothing that a client writes, as long as the nearest proxy adds what it sees', () => {
    fc.assert(
      fc.property(publicV4, fc.array(forwardedGarbage), (client, written) => {
        const forwarded = [...written, client].join(', ')
        expect(clientAddress('127.0.0.1', forwarded, loopback)).toBe(client)
        expect(clientAddress('::1', `${forwarded}, 10.1.2.3`, own)).toBe(client)
        expect(clientAddress(client, forwarded, own)).toBe(client)
      }),
    )
  })

  it('is one for a line of IPv6, whichever of its addresses is used and however it is written', () => {
    const word = fc.integer({ min: 0, max: 0xffff })
    const line = fc.tuple(fc.integer({ min: 0x2000, max: 0x3fff }), word, word, word)
    const rest = fc.tuple(word, word, word, word)
    fc.assert(
      fc.property(line, rest, rest, fc.boolean(), (first, one, other, isUpper) => {
        const [a, b] = [write([...first, ...one]), write([...first, ...other]).replace(/(?::0)+$/, '::')]
        const given = isUpper ? b.toUpperCase() : b
        if (!isIPv6(given)) return
        expect(networkOf(given, null, loopback)).toBe(networkOf(a, null, loopback))
        expect(networkOf(a, null, loopback)).toBe(write(first))
      }),
    )
  })

  it('falls over nothing that stands in the header or at the other end', () => {
    fc.assert(
      fc.property(
        fc.oneof(forwardedGarbage, fc.constantFrom('::1%', '%', '[::1', '::ffff:1.2.3.4%a', ':::')),
        forwardedGarbage,
        (peer, said) => {
          expect(networkOf(peer, said, own)).toMatch(/^(?:unknown|[\d.]+|[\da-f:]+)$/)
        },
      ),
    )
  })

  it('fills the words of an address that were left out', () => {
    expect(firstWords('::', 4)).toBe('0:0:0:0')
    expect(firstWords('2001::5', 8)).toBe('2001:0:0:0:0:0:0:5')
  })
})
