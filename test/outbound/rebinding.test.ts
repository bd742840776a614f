import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardedFetch } from '../../src/outbound/guarded-fetch.ts'
import { isPublicAddress } from '../../src/outbound/public-address.ts'
import { aServer } from './a-server.ts'
import { aNameServer, type NameAnswer } from './name-server.ts'

const PUBLIC = '93.184.215.14'
const LIMITS = { timeoutMs: 20_000, maxBytes: 10_000 }

/** The server that stands in these tests is inside: nothing may ever be asked of it. */
describe('a name server that means no good', () => {
  let inside: Awaited<ReturnType<typeof aServer>>
  const closing: (() => Promise<void>)[] = []
  beforeEach(async () => {
    inside = await aServer()
    closing.push(inside.close)
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  /** Fetches from `rebinding.test`, with the real rule for addresses; only the port is let in. */
  async function fetching(answer: (name: string, before: number) => NameAnswer): Promise<unknown> {
    const names = await aNameServer(answer)
    closing.push(names.close)
    const network = names.network({ extraPorts: new Set([inside.port]) })
    const fetched = guardedFetch(`http://rebinding.test:${inside.port}/`, LIMITS, network)
    return fetched.then(
      () => null,
      (error: unknown) => error,
    )
  }

  it.each([
    ['names this machine', { addresses: ['127.0.0.1'] }],
    ['names this machine in IPv6', { addresses: ['::1'] }],
    ['names this machine beside a public server', { addresses: [PUBLIC, '127.0.0.1'] }],
    ['names it first', { addresses: ['127.0.0.1', PUBLIC] }],
    ['names a public server in IPv4 and this machine in IPv6', { addresses: [PUBLIC, '::1'] }],
    ['names the machine’s keys', { addresses: ['169.254.169.254'] }],
    ['names our network among many', { addresses: [PUBLIC, '8.8.8.8', '1.1.1.1', '10.0.0.1'] }],
    ['hides an IPv4 address in an IPv6 one', { addresses: ['::ffff:7f00:1'] }],
    ['hides it in a translated one', { addresses: ['64:ff9b::7f00:1'] }],
    ['leads on to another name', { through: ['inner.test'], addresses: ['127.0.0.1'] }],
    ['leads on and on', { through: ['a.test', 'b.test', 'localhost'], addresses: ['127.0.0.1'] }],
    ['names nowhere', { addresses: ['0.0.0.0'] }],
  ])('gets us nowhere when it %s', async (_, answer) => {
    const failure = await fetching(() => answer)
    expect(failure).toMatchObject({ code: 'refused' })
    expect(inside.visits).toEqual([])
  })

  it('gets us nowhere with a name that has no address', async () => {
    expect(await fetching(() => ({ addresses: [] }))).toMatchObject({ code: 'fetch-failed' })
  })

  it('is asked once, and what it would say the second time is never heard', async () => {
    // 127.0.0.3, where nobody listens, plays the public server; the second answer would be the machine inside.
    const names = await aNameServer((_, before) => ({ addresses: [before === 0 ? '127.0.0.3' : '127.0.0.1'] }))
    closing.push(names.close)
    const network = names.network({
      extraPorts: new Set([inside.port]),
      mayReach: (address) => address === '127.0.0.3' || isPublicAddress(address),
    })
    const fetched = guardedFetch(`http://rebinding.test:${inside.port}/`, LIMITS, network)
    await expect(fetched).rejects.toMatchObject({ code: 'fetch-failed' })
    expect([names.asked, inside.visits]).toEqual([['rebinding.test'], []])
  })

  it('does not choose where a connection goes that was allowed: it goes to the address that was looked at', async () => {
    const names = await aNameServer((_, before) => ({ addresses: [before === 0 ? '127.0.0.1' : '127.0.0.2'] }))
    closing.push(names.close)
    const looked: string[] = []
    const network = names.network({
      extraPorts: new Set([inside.port]),
      mayReach: (address) => looked.push(address) > 0 && address === '127.0.0.1',
    })
    await guardedFetch(`http://rebinding.test:${inside.port}/`, LIMITS, network)
    expect(inside.visits.map(({ reachedAt }) => reachedAt)).toEqual(looked)
  })

  it('cannot change its mind between an address and where that leads on to the same name', async () => {
    const names = await aNameServer((_, before) => ({ addresses: [before === 0 ? '127.0.0.1' : '127.0.0.2'] }))
    const outside = await aServer((_, response) => response.writeHead(302, { location: '/again' }).end())
    closing.push(names.close, outside.close)
    const network = names.network({
      extraPorts: new Set([outside.port]),
      mayReach: (address) => address === '127.0.0.1' || isPublicAddress(address),
    })
    await expect(guardedFetch(`http://rebinding.test:${outside.port}/`, LIMITS, network)).rejects.toMatchObject({
      code: 'refused',
    })
    expect(outside.visits.map(({ url }) => url)).toEqual(['/'])
  })
})
