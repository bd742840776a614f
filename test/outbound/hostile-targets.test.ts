import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedFetch } from '../../src/outbound/guarded-fetch.ts'
import { INTERNET } from '../../src/outbound/internet.ts'
import { isPublicAddress } from '../../src/outbound/public-address.ts'
import { aServer } from './a-server.ts'
import { HOSTILE_TARGETS } from './hostile-targets.ts'

describe('an address that somebody asks us to capture', () => {
  let server: Awaited<ReturnType<typeof aServer>>
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())

  // The real rule for addresses and the real resolver; only the port is let in, so that it is not what saves us.
  const reach = (address: string) =>
    guardedFetch(
      address.replaceAll('PORT', String(server.port)),
      { timeoutMs: 3_000, maxBytes: 1_000 },
      {
        ...INTERNET,
        extraPorts: new Set([server.port]),
      },
    )

  it.each(HOSTILE_TARGETS)('does not reach this machine as %j', async (address) => {
    await expect(reach(address)).rejects.toMatchObject({ code: /^(?:refused|bad-input)$/ })
    expect(server.visits).toHaveLength(0)
  })

  it('would have reached the server, had nobody guarded it', async () => {
    const open = { ...INTERNET, mayReach: () => true, extraPorts: new Set([server.port]) }
    const limits = { timeoutMs: 3_000, maxBytes: 1_000 }
    for (const host of ['127.1', '2130706433', 'localhost', '0']) {
      await guardedFetch(`http://${host}:${server.port}/`, limits, open)
    }
    expect(server.visits).toHaveLength(4)
  })
})

describe('a public server', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '198.20.0.1'])(
    'may stand at %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each(['2606:2800:21f:cb07::1', '2001:4860:4860::8888', '2a00:1450:4001::1', '64:ff9b::8.8.8.8'])(
    'may stand at %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each(['', 'example.org', '127.0.0.1 ', '1.2.3', '::ffff:8.8.8.8', '[2606::1]', '2606::1%eth0'])(
    'does not stand at %j',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
})
