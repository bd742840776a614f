import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch, guardedFetchIfChanged, PAGE_LIMITS } from '../../src/outbound/guarded-fetch.ts'
import { aServer, networkWith } from './a-server.ts'

const servers: { close: () => Promise<void> }[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function aRunningServer(...answer: Parameters<typeof aServer>) {
  const server = await aServer(...answer)
  servers.push(server)
  const fetch = (path: string, limits = PAGE_LIMITS, network = networkWith(server.port)) =>
    guardedFetch(path.startsWith('http') ? path : `http://statement.test:${server.port}${path}`, limits, network)
  return { ...server, fetch }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('a page that is captured', () => {
  it('comes as it is, with what the server calls it and where it was found', async () => {
    const { fetch, port } = await aRunningServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('at least 20'),
    )
    expect({ ...(await fetch('/a?b=c#d')), bytes: null }).toEqual({
      url: `http://statement.test:${port}/a?b=c`,
      statedType: 'text/plain',
      bytes: null,
    })
    expect(text((await fetch('/a')).bytes)).toBe('at least 20')
  })

  it('is asked for under its own name, without cookies and without a word about us', async () => {
    const { fetch, visits, port } = await aRunningServer((request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/next', 'set-cookie': 'who=me' }).end()
        : response.end('page'),
    )
    await fetch('/')
    expect(visits.map(({ url }) => url)).toEqual(['/', '/next'])
    const [, second] = visits
    expect(Object.keys(second?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
    expect(second?.headers.host).toBe(`statement.test:${port}`)
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is unpacked when it comes packed with %s', async (encoding, pack) => {
    const { fetch } = await aRunningServer((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('a statement')),
    )
    expect(text((await fetch('/')).bytes)).toBe('a statement')
  })

  it('is followed through five redirects and not through six', async () => {
    const { fetch } = await aRunningServer((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('arrived')
      else response.writeHead(301, { location: `/${left - 1}` }).end()
    })
    expect(text((await fetch('/5')).bytes)).toBe('arrived')
    await expect(fetch('/6')).rejects.toMatchObject({ code: 'fetch-failed' })
  })
})

const FEED = '<rss/>'

async function aFeed(...answer: Parameters<typeof aServer>) {
  const server = await aRunningServer(...answer)
  const at = (path: string) => `http://statement.test:${server.port}${path}`
  const network = networkWith(server.port)
  return {
    ...server,
    at,
    ask: (path: string, known: Parameters<typeof guardedFetchIfChanged>[1] = null) =>
      guardedFetchIfChanged(at(path), known, { network }),
  }
}

describe('an address that is asked again and again', () => {
  it('answers with what its server calls this state, and says when told that again that nothing has changed', async () => {
    const { ask, at, visits } = await aFeed((request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"a"', 'last-modified': 'Mon, 29 Jul 2024 06:00:00 GMT' }).end(FEED)
    })
    const first = await ask('/feed')
    expect(text(first?.page.bytes ?? new Uint8Array())).toBe(FEED)
    expect(first?.state).toEqual({ url: at('/feed'), etag: '"a"', lastModified: 'Mon, 29 Jul 2024 06:00:00 GMT' })
    expect(await ask('/feed', first?.state)).toBeNull()
    expect(visits[0]?.headers['if-none-match']).toBeUndefined()
    expect(visits[1]?.headers['if-modified-since']).toBe('Mon, 29 Jul 2024 06:00:00 GMT')
  })

  it('is told of a state where that was found, behind a redirect, and at no other address', async () => {
    const { ask, at, visits } = await aFeed((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end()
      else if (request.headers['if-none-match'] === '"b"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"b"' }).end(FEED)
    })
    const { state = null } = (await ask('/old')) ?? {}
    expect(state?.url).toBe(at('/new'))
    expect(await ask('/old', state)).toBeNull()
    expect(visits.map(({ url, headers }) => [url, headers['if-none-match']])).toEqual([
      ['/old', undefined],
      ['/new', undefined],
      ['/old', undefined],
      ['/new', '"b"'],
    ])
  })

  it('is fetched whole each time where its server names no state, or one that cannot be sent back', async () => {
    const { ask } = await aFeed((_, response) => response.writeHead(200, { etag: 'x'.repeat(501) }).end(FEED))
    expect((await ask('/feed'))?.state).toBeNull()
  })

  it('has failed when it says that nothing has changed to somebody who has nothing', async () => {
    const { ask } = await aFeed((_, response) => response.writeHead(304).end())
    await expect(ask('/feed')).rejects.toMatchObject({ code: 'fetch-failed', message: /304/ })
  })

  it('is guarded like every other address', async () => {
    await expect(guardedFetchIfChanged('http://169.254.169.254/latest/meta-data/', null)).rejects.toMatchObject({
      code: 'refused',
    })
  })
})

describe('a server that means no good', () => {
  const small = { timeoutMs: 5_000, maxBytes: 10_000 }

  it('cannot send more than was allowed', async () => {
    const { fetch } = await aRunningServer((_, response) => {
      const send = () => {
        while (response.write('x'.repeat(1_000)));
      }
      response.on('drain', send)
      send()
    })
    await expect(fetch('/', small)).rejects.toMatchObject({ code: 'fetch-failed', message: /larger than/ })
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('cannot send a little %s that unpacks into a lot', async (encoding, bomb) => {
    const { fetch } = await aRunningServer((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    )
    await expect(fetch('/', small)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  it('cannot pack a page twice, or in a way of its own', async () => {
    const { fetch } = await aRunningServer((request, response) =>
      response
        .writeHead(200, { 'content-encoding': decodeURIComponent(request.url?.slice(1) ?? '') })
        .end(gzipSync(gzipSync('x'))),
    )
    for (const encoding of ['gzip,%20gzip', 'zstd', 'compress']) {
      await expect(fetch(`/${encoding}`)).rejects.toMatchObject({ code: 'fetch-failed' })
    }
  })

  it.each(['headers', 'body'])('cannot keep us waiting for its %s', async (part) => {
    const { fetch } = await aRunningServer((_, response) => {
      if (part === 'body') response.write('a beginning')
    })
    await expect(fetch('/', { ...small, timeoutMs: 200 })).rejects.toMatchObject({
      code: 'fetch-failed',
      message: /in time/,
    })
  })

  it('cannot hold us by a name that is never found', async () => {
    const { fetch, port } = await aRunningServer()
    const slow = networkWith(port, { resolve: () => new Promise(() => undefined) })
    await expect(fetch('/', { ...small, timeoutMs: 200 }, slow)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  it('is told apart from a page that is not there', async () => {
    const { fetch } = await aRunningServer((_, response) => response.writeHead(404).end('no'))
    await expect(fetch('/')).rejects.toMatchObject({ code: 'fetch-failed', message: /404/ })
  })

  it.each([
    'http://127.0.0.2:PORT/',
    'http://[::1]:PORT/',
    '//0x7f.2:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://someone:secret@statement.test:PORT/',
    'http://statement.test:22/',
    'file:///etc/passwd',
    'gopher://statement.test:PORT/',
    'data:text/html,hello',
  ])('cannot send us on to %s', async (place) => {
    const { fetch, visits, port } = await aRunningServer((_, response) =>
      response.writeHead(302, { location: place.replace('PORT', String(port)) }).end(),
    )
    await expect(fetch('/')).rejects.toMatchObject({ code: /^(?:refused|bad-input)$/ })
    expect(visits).toHaveLength(1)
  })
})

describe('a name', () => {
  it('is looked up once, and the connection goes where that answer said', async () => {
    const server = await aRunningServer()
    const answers = [['127.0.0.1'], ['127.0.0.2']]
    let asked = 0
    const rebinding = networkWith(server.port, {
      resolve: async () => {
        asked += 1
        return answers.shift() ?? ['127.0.0.3']
      },
    })
    await server.fetch('/', PAGE_LIMITS, rebinding)
    expect(asked).toBe(1)
    expect(server.visits[0]?.reachedAt).toBe('127.0.0.1')
  })

  it('is refused when only one of its addresses is not public', async () => {
    const server = await aRunningServer()
    const mixed = networkWith(server.port, { resolve: async () => ['127.0.0.1', '10.0.0.1'] })
    await expect(server.fetch('/', PAGE_LIMITS, mixed)).rejects.toMatchObject({ code: 'refused' })
    expect(server.visits).toHaveLength(0)
  })
})
