import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedPost } from '../../src/outbound/guarded-post.ts'
import { aServer, networkWith } from './a-server.ts'

const servers: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const small = { timeoutMs: 200, maxBytes: 1_000 }

/** A server that is told something and answers with a status. */
async function aHub(status: number, headers: Record<string, string> = {}) {
  const told: { method: string | undefined; type: string | undefined; body: string }[] = []
  const server = await aServer((request, response) => {
    void text(request).then((body) => {
      told.push({ method: request.method, type: request.headers['content-type'], body })
      return response.writeHead(status, headers).end('thanks')
    })
  })
  servers.push(server)
  const post = (address: string, limits = small) =>
    guardedPost(address, { type: 'text/plain', body: 'a héadline' }, { limits, network: networkWith(server.port) })
  return { ...server, told, post, address: `http://statement.test:${server.port}/hub` }
}

describe('something posted to another server', () => {
  it('arrives whole, under its type, with nothing that says who sent it', async () => {
    const hub = await aHub(202)
    await hub.post(hub.address)
    expect(hub.told).toEqual([{ method: 'POST', type: 'text/plain', body: 'a héadline' }])
    expect(Object.keys(hub.visits[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
    ])
  })

  it.each([301, 307, 308])('does not follow where a status %i leads', async (status) => {
    const other = await aHub(200)
    const hub = await aHub(status, { location: other.address })
    await expect(hub.post(hub.address)).rejects.toMatchObject({ code: 'fetch-failed' })
    expect(other.told).toEqual([])
  })

  it.each([400, 403, 429, 500])('has failed when the answer is %i', async (status) => {
    const hub = await aHub(status)
    await expect(hub.post(hub.address)).rejects.toMatchObject({ code: 'fetch-failed', message: /status/ })
  })

  it.each(['http://127.0.0.2:PORT/', 'http://169.254.169.254/', 'http://[::1]:PORT/'])(
    'never goes to %s',
    async (place) => {
      const hub = await aHub(200)
      const address = place.replace('PORT', String(hub.port))
      await expect(hub.post(address)).rejects.toMatchObject({ code: /^(?:refused|bad-input)$/ })
      expect(hub.visits).toEqual([])
    },
  )

  it('does not wait for a server that never answers, nor read one that never ends', async () => {
    const mute = await aServer(() => undefined)
    const endless = await aServer((_, response) => {
      const send = () => {
        while (response.write('x'.repeat(1_000)));
      }
      response.on('drain', send)
      send()
    })
    servers.push(mute, endless)
    for (const { port } of [mute, endless]) {
      const posting = guardedPost(
        `http://statement.test:${port}/`,
        { type: 'text/plain', body: '' },
        { limits: small, network: networkWith(port) },
      )
      await expect(posting).rejects.toMatchObject({ code: 'fetch-failed' })
    }
  })
})
