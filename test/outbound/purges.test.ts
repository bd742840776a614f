import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import { cachesIn } from '../../src/outbound/purges/all-caches.ts'
import { cloudflareCache } from '../../src/outbound/purges/cloudflare.ts'
import { fastlyCache } from '../../src/outbound/purges/fastly.ts'
import type { Purge, PurgedCache } from '../../src/outbound/purges/purge.ts'
import { varnishCache } from '../../src/outbound/purges/varnish.ts'
import { aServer } from './a-server.ts'

const SECRET = 'a-token-that-nobody-may-see'

interface Told {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

const servers: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** A cache on this machine that writes down what it is told. */
async function aCache(answer: Answer = {}) {
  const told: Told[] = []
  const server = await aServer((request, response) => {
    void text(request).then((body) => {
      told.push({ method: request.method, url: request.url, headers: request.headers, body })
      const { status = 200, headers = { 'onrecord-purged': '1' }, body: sent = '{"success":true}' } = answer
      return response.writeHead(status, headers).end(sent)
    })
  })
  servers.push(server)
  return { told, base: `http://127.0.0.1:${server.port}` }
}

const tags = (count: number, of: string) => Array.from({ length: count }, (_, at) => `${of}:${at}`)
const changes = (changed: string[], withdrawn: string[] = []): Purge => ({ kind: 'tags', changed, withdrawn })

describe('a Varnish', () => {
  it('is told with its key what is withdrawn first, then what has changed, in lines that it takes', async () => {
    const { told, base } = await aCache()
    await varnishCache(base, { key: SECRET }).purge(changes(tags(150, 'list'), ['story:a', 'picture:b']))
    expect(told.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(3).fill('PURGE /'))
    expect(told.map(({ headers }) => headers['onrecord-purge-key'])).toEqual(Array(3).fill(SECRET))
    expect(told[0]?.headers['onrecord-purge-tags']).toBe('story:a picture:b')
    const renewed = told.slice(1).map(({ headers }) => String(headers['onrecord-renew-tags']))
    expect(renewed.join(' ').split(' ')).toEqual(tags(150, 'list'))
    expect(Math.max(...renewed.map((line) => line.length))).toBeLessThan(8_000)
  })

  it('is told to drop everything in one word', async () => {
    const { told, base } = await aCache()
    await varnishCache(base, { key: null }).purge({ kind: 'everything' })
    expect(told.map(({ headers }) => [headers['onrecord-purge-everything'], headers['onrecord-purge-key']])).toEqual([
      ['yes', undefined],
    ])
  })

  it('has heard nothing when something else answered in its place', async () => {
    const { base } = await aCache({ headers: {} })
    await expect(varnishCache(base, { key: null }).purge({ kind: 'everything' })).rejects.toMatchObject({
      code: 'fetch-failed',
      remedy: expect.stringContaining('onrecord.vcl'),
    })
  })
})

describe('Fastly', () => {
  it('drops at most 256 keys a request: for good what is withdrawn, softly what has changed', async () => {
    const { told, base } = await aCache()
    await fastlyCache({ service: 'SU1', token: SECRET }, { base }).purge(changes(tags(300, 'list'), ['story:a']))
    expect(told.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(3).fill('POST /service/SU1/purge'))
    expect(told.map(({ headers }) => headers['fastly-key'])).toEqual(Array(3).fill(SECRET))
    expect(told.map(({ headers }) => headers['fastly-soft-purge'])).toEqual([undefined, '1', '1'])
    const keys = told.map(({ body }) => (JSON.parse(body) as { surrogate_keys: string[] }).surrogate_keys)
    expect(keys.map(({ length }) => length)).toEqual([1, 256, 44])
    expect(keys.flat()).toEqual(['story:a', ...tags(300, 'list')])
  })

  it('drops everything where it is told so', async () => {
    const { told, base } = await aCache()
    await fastlyCache({ service: 'SU1', token: SECRET }, { base }).purge({ kind: 'everything' })
    expect(told.map(({ url }) => url)).toEqual(['/service/SU1/purge_all'])
  })
})

describe('Cloudflare', () => {
  it('drops at most 30 tags a request, each once', async () => {
    const { told, base } = await aCache()
    const cache = cloudflareCache({ zone: 'z1', token: SECRET }, { base })
    await cache.purge(changes([...tags(40, 'list'), 'story:a'], ['story:a']))
    expect(told.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(2).fill('POST /zones/z1/purge_cache'))
    expect(told.map(({ headers }) => headers.authorization)).toEqual(Array(2).fill(`Bearer ${SECRET}`))
    expect(told.flatMap(({ body }) => (JSON.parse(body) as { tags: string[] }).tags)).toEqual([
      'story:a',
      ...tags(40, 'list'),
    ])
  })

  it('drops everything where it is told so, or would have to be asked too often', async () => {
    const { told, base } = await aCache()
    const cache = cloudflareCache({ zone: 'z1', token: SECRET }, { base })
    await cache.purge({ kind: 'everything' })
    await cache.purge(changes(tags(301, 'list')))
    expect(told.map(({ body }) => body)).toEqual(Array(2).fill('{"purge_everything":true}'))
  })

  it('has dropped nothing when it says so with a status of success', async () => {
    const { base } = await aCache({ body: '{"success":false,"errors":[{"message":"no such plan"}]}' })
    const cache = cloudflareCache({ zone: 'z1', token: SECRET }, { base })
    await expect(cache.purge({ kind: 'everything' })).rejects.toMatchObject({ code: 'fetch-failed' })
  })
})

const all: [string, (base: string) => PurgedCache][] = [
  ['varnish', (base) => varnishCache(base, { key: SECRET })],
  ['fastly', (base) => fastlyCache({ service: 's', token: SECRET }, { base })],
  ['cloudflare', (base) => cloudflareCache({ zone: 'z', token: SECRET }, { base })],
]

describe.each(all)('what went wrong with %s', (_, cacheAt) => {
  const failureOf = async (answer: Answer): Promise<OnrecordError> => {
    const { base } = await aCache(answer)
    const failure: unknown = await cacheAt(base)
      .purge(changes(['story:a']))
      .catch((error: unknown) => error)
    if (!(failure instanceof OnrecordError)) throw new Error('It did not fail as it should.')
    return failure
  }

  it.each([401, 403])('with status %i is said to be a matter of the key, which is not said', async (status) => {
    const failure = await failureOf({ status, body: SECRET })
    expect([failure.code, failure.remedy]).toEqual(['refused', expect.stringMatching(/ONRECORD_\w+_(?:KEY|TOKEN)/)])
    expect(`${failure.message} ${failure.remedy} ${failure.stack}`).not.toContain(SECRET)
  })

  it.each([307, 404, 429, 500, 503])('with status %i is tried again, and is said in our own words', async (status) => {
    const failure = await failureOf({ status, headers: { location: 'http://127.0.0.1:1/' }, body: SECRET })
    expect([failure.code, failure.message]).toEqual(['fetch-failed', expect.stringContaining(String(status))])
    expect(`${failure.message} ${failure.remedy} ${failure.stack}`).not.toContain(SECRET)
  })

  it('is said of one that is not there', async () => {
    const gone = await aServer()
    await gone.close()
    await expect(cacheAt(`http://127.0.0.1:${gone.port}`).purge({ kind: 'everything' })).rejects.toMatchObject({
      code: 'fetch-failed',
      remedy: expect.stringContaining('cache list'),
    })
  })
})

describe('the caches that are set', () => {
  it('have names that say where they are, and no secret', () => {
    const caches = cachesIn({
      varnish: { urls: ['http://10.0.0.5:6081', 'http://10.0.0.6:6081'], key: SECRET },
      fastly: { service: 'SU1', token: SECRET },
      cloudflare: { zone: 'z1', token: SECRET },
    })
    expect(caches.map(({ name }) => name)).toEqual([
      'varnish http://10.0.0.5:6081',
      'varnish http://10.0.0.6:6081',
      'fastly SU1',
      'cloudflare z1',
    ])
    expect(cachesIn(null)).toEqual([])
  })

  it('are sent no token without encryption', () => {
    const base = 'http://api.example'
    expect(() => fastlyCache({ service: 's', token: SECRET }, { base })).toThrow(OnrecordError)
    expect(() => cloudflareCache({ zone: 'z', token: SECRET }, { base })).toThrow(OnrecordError)
  })
})
