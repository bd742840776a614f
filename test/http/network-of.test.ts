import { describe, expect, it } from 'vitest'
import { networkOf } from '../../src/http/studio/network-of.ts'

describe('the network that a try to come in is counted for', () => {
  it.each([
    ['a public address', '203.0.114.9', null, '203.0.114.9'],
    ['what one’s own proxy says', '127.0.0.1', '198.41.0.4', '198.41.0.4'],
    ['the nearest proxy’s word alone', '10.0.0.2', '1.2.3.4, 198.41.0.4', '198.41.0.4'],
    ['IPv4 written as IPv6', '::ffff:127.0.0.1', '::ffff:198.41.0.4', '198.41.0.4'],
    ['one line of IPv6', '2a00:1450:4001:82b:abcd::7', null, '2a00:1450:4001:82b'],
    ['one line of IPv6 with zeros left out', '2a00:1450::9', null, '2a00:1450:0:0'],
    ['a proxy that says nothing', '127.0.0.1', null, '127.0.0.1'],
    ['a proxy that says nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['no connection', undefined, null, 'unknown'],
  ])('is that of %s', (_, peer, forwarded, network) => {
    expect(networkOf(peer, forwarded)).toBe(network)
  })

  it('is not what a stranger says of themselves', () => {
    expect(networkOf('198.41.0.4', '1.2.3.4')).toBe('198.41.0.4')
  })
})
