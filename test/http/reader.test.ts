import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { Listening } from '../../src/http/listener.ts'
import type { Press } from '../../src/press/press.ts'
import { aChange, aPage, aPress, FakeEdition } from '../press/builders.ts'
import { ask, listenWith, type Reply, seen } from './clients.ts'

const STORY = '/2024/07/29/tinzaouaten'

let edition: FakeEdition
let press: Press
let listening: Listening
let faults: unknown[]
const get = (target: string, headers: Record<string, string | string[]> = {}) =>
  ask(listening.port, target, { headers })

beforeEach(async () => {
  edition = new FakeEdition()
  edition.pages.set('/', aPage({ body: 'Home. '.repeat(200), tags: ['list:site:en'] }))
  edition.pages.set(STORY, aPage())
  press = aPress(edition)
  faults = []
  listening = await listenWith(press, faults)
})
afterEach(() => listening.close())

/** An answer but for the hour it was given at. */
const without = (reply: Reply, ...names: string[]) => {
  const headers = Object.entries(reply.headers).filter(([name]) => !['date', ...names].includes(name))
  return { status: reply.status, headers: Object.fromEntries(headers), bytes: reply.bytes.toString('base64') }
}

describe('a reader', () => {
  it('gets a page, with all that keeps it safe and new', async () => {
    const reply = await get(STORY, { 'accept-encoding': 'br' })
    expect(reply.status).toBe(200)
    expect(seen(reply)).toBe(aPage().body)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      'content-encoding': 'br',
      'content-length': String(reply.bytes.length),
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
    expect(reply.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA='; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('gets the same text in any encoding, from memory and not', async () => {
    for (const path of [STORY, STORY, '/', '/']) {
      for (const encoding of ['br', 'gzip', 'identity']) {
        const reply = await get(path, { 'accept-encoding': encoding })
        expect(reply.headers['content-encoding'] ?? 'identity').toBe(encoding)
        expect(seen(reply)).toBe(edition.pages.get(path)?.body)
      }
    }
    expect(edition.asked).toEqual([STORY, '/'])
  })

  it.each(['br', 'gzip', 'identity'])('gets the head of a page alone when that is asked for (%s)', async (encoding) => {
    const headers = { 'accept-encoding': encoding }
    const whole = await get(STORY, headers)
    const head = await ask(listening.port, STORY, { method: 'HEAD', headers })
    expect(head.bytes.length).toBe(0)
    expect({ ...without(head), bytes: '' }).toEqual({ ...without(whole), bytes: '' })
  })

  it('who has the page already is told so in every encoding', async () => {
    const etag = (await get(STORY)).headers.etag ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{16}"$/)
    const named = [etag, etag.slice(2), `"other", ${etag}`, '*', `W/"x",${etag.slice(2)}`]
    for (const line of named) {
      for (const encoding of ['br', 'gzip', 'identity']) {
        const reply = await get(STORY, { 'if-none-match': line, 'accept-encoding': encoding })
        expect([reply.status, reply.bytes.length]).toEqual([304, 0])
        expect(reply.headers.etag).toBe(etag)
        expect(reply.headers['content-length']).toBeUndefined()
      }
    }
    for (const line of ['"other"', 'W/""', '', etag.slice(3, -1), `"${etag}"`]) {
      expect((await get(STORY, { 'if-none-match': line })).status).toBe(200)
    }
  })

  it('is sent on from an old address', async () => {
    edition.pages.set('/?p=12', aPage({ status: 301, location: STORY, body: '' }))
    edition.pages.set('/2012/old', aPage({ status: 301, location: '/fr/2024/07/29/déjà', body: '', tags: [] }))
    const reply = await get('/2012/old', { 'accept-encoding': 'br' })
    expect([reply.status, reply.headers.location]).toEqual([301, '/fr/2024/07/29/d%C3%A9j%C3%A0'])
    expect([reply.headers['content-length'], reply.headers['content-encoding']]).toEqual(['0', undefined])
  })

  it('is sent on from an address with slashes too many, and not where that leads nowhere', async () => {
    edition.pages.set('/old', aPage({ status: 301, location: STORY, body: '' }))
    for (const target of [`${STORY}/`, `/${STORY}`, `//2024//07/29/tinzaouaten//?utm_source=x`]) {
      const reply = await get(target)
      expect([reply.status, reply.headers.location]).toEqual([308, STORY])
    }
    expect((await get('/old/')).headers.location).toBe(STORY)
    expect((await get('/nothing/')).status).toBe(404)
    expect((await get('//example.org/')).status).toBe(404)
    expect((await get('/\\example.org/')).status).toBe(404)
  })

  it('reaches a page whose address is sent whole, or with letters percent-encoded', async () => {
    edition.pages.set('/déjà', aPage())
    const targets = [
      'http://example.org' + STORY,
      STORY.replace('tin', '%74in'),
      '/d%C3%A9j%C3%A0',
      '/d%c3%a9j%C3%A0?x',
    ]
    for (const target of targets) expect((await get(target)).status).toBe(200)
    expect((await get('http://example.org?x')).status).toBe(200)
  })

  it('gets the one and same answer wherever there is nothing', async () => {
    const targets = [
      '/nothing',
      '/nothing',
      '/2024/07/29/nothing',
      '/wp-login.php',
      '/a%2Fb',
      '/nothing?x=1',
      '/nothing/',
    ]
    const replies = await Promise.all(targets.map((target) => get(target, { 'accept-encoding': 'br' })))
    const [first, ...others] = replies.map((reply) => without(reply))
    expect(first?.status).toBe(404)
    for (const other of others) expect(other).toEqual(first)
  })

  it('sees a correction with the next request', async () => {
    const before = await get(STORY)
    edition.pages.set(STORY, aPage({ body: 'Corrected.' }))
    press.changed([aChange({ tags: ['story:sty_1'] })])
    const after = await get(STORY, { 'if-none-match': before.headers.etag ?? '' })
    expect([after.status, seen(after)]).toEqual([200, 'Corrected.'])
  })

  it('gets a page from before when the edition cannot be asked, and is told', async () => {
    await get(STORY)
    press.changed([aChange({ tags: ['story:sty_1'] })])
    edition.failure = new OnrecordError('database-unavailable', 'The database does not answer.')
    for (const encoding of ['br', 'gzip', 'identity']) {
      const reply = await get(STORY, { 'accept-encoding': encoding })
      expect([reply.status, seen(reply)]).toEqual([200, aPage().body])
      expect(reply.headers['cache-status']).toBe('onrecord; hit; detail=stale')
    }
  })
})

describe('no header, cookie or query', () => {
  it('changes a byte of any answer', async () => {
    const paths = [STORY, '/', '/nothing']
    const expected = new Map<string, unknown>()
    for (const path of paths) expected.set(path, without(await get(path, { 'accept-encoding': 'br' })))
    const aName = fc.constantFrom(
      'cookie',
      'accept-language',
      'user-agent',
      'range',
      'if-modified-since',
      'accept',
      'authorization',
      'x-forwarded-host',
      'forwarded',
      'save-data',
      'expect',
      'if-match',
      'if-range',
      'te',
      'x-anything',
    ) // prettier-ignore
    const aValue = fc.constantFrom('a=b', 'fr', 'bytes=0-1', 'Thu, 01 Jan 2099 00:00:00 GMT', 'application/json', 'x')
    const aQuery = fc.webQueryParameters({ size: 'small' })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.dictionary(aName, aValue),
        aQuery,
        async (path, headers, query) => {
          const reply = await get(`${path}?${query}`, { ...headers, 'accept-encoding': 'br' })
          expect(without(reply)).toEqual(expected.get(path))
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('a request that no reader makes', () => {
  it.each(['/%', '/%zz', '/%ff', '/%C3%28', '/a%00b', '/a%0d%0aSet-Cookie:x', `/${'x'.repeat(3_000)}`])(
    'is refused when its address is malformed (%s)',
    async (target) => {
      const reply = await get(target)
      expect([reply.status, seen(reply)]).toEqual([400, '<title>Error 400</title>'])
      expect(reply.headers['cache-control']).toBe('no-store')
      expect(edition.asked).toEqual([])
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'is refused when it wants to do something (%s)',
    async (method) => {
      for (const target of [STORY, '/nothing', '/%']) {
        const reply = await ask(listening.port, target, { method, body: 'x'.repeat(100) })
        expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD'])
      }
    },
  )

  it('may carry a body, which nobody reads', async () => {
    const reply = await ask(listening.port, STORY, { body: 'x'.repeat(200_000) })
    expect([reply.status, seen(reply)]).toEqual([200, aPage().body])
  })
})

describe('a failure', () => {
  it('of the database is a 503 that asks to come back, and is reported', async () => {
    edition.failure = new OnrecordError('database-unavailable', 'The database does not answer.')
    const reply = await get(STORY)
    expect([reply.status, seen(reply)]).toEqual([503, '<title>Error 503</title>'])
    expect(reply.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' })
    expect(faults).toEqual([edition.failure])
  })

  it('that nobody expected is a 500 that shows nothing of it', async () => {
    edition.failure = new TypeError('secret is not a function')
    const reply = await get(STORY)
    expect(reply.status).toBe(500)
    expect(seen(reply)).not.toContain('secret')
    expect(faults).toEqual([edition.failure])
  })
})

describe('whoever watches the server', () => {
  it('is told that it is ready once readers get the home page', async () => {
    edition.failure = new OnrecordError('database-unavailable', 'The database does not answer.')
    expect((await get('/-/ready')).status).toBe(503)
    edition.failure = undefined
    const reply = await get('/-/ready')
    expect([reply.status, seen(reply), reply.headers['cache-control']]).toEqual([200, 'ok\n', 'no-store'])
  })
})
