import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { searchRoute } from '../../src/http/search-route.ts'
import { takeTurns } from '../../src/http/take-turns.ts'
import { aPage, aPress, FakeEdition } from '../press/builders.ts'
import { ask, seen } from './clients.ts'

const found = aPage({ body: 'Twelve stories. '.repeat(100), kept: false })
const busy = aPage({ body: 'The search is busy.', status: 503, kept: false })

let listening: Listening
let asked: string[] = []
/** Questions wait here while a test holds the search up. */
let gate: Promise<void> = Promise.resolve()
const faults: unknown[] = []

const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })
const onFault = (error: unknown) => faults.push(error)

const get = (target: string, headers: Record<string, string> = {}) => ask(listening.port, target, { headers })

beforeEach(async () => {
  asked = []
  gate = Promise.resolve()
  const search = {
    answer: async (path: string, query: URLSearchParams) => {
      asked.push(`${path} ${query.get('q')}`)
      await gate
      return found
    },
    busy: async () => busy,
  }
  const routes = [searchRoute(search, takeTurns({ atOnce: 2, waiting: 1 }))]
  const answer = answerReaders({ press: aPress(new FakeEdition()), routes, errorPage, onFault })
  listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault })
})
afterEach(() => listening.close())

describe('the search', () => {
  it('is answered in any language and encoding, and kept by nobody', async () => {
    for (const target of ['/search?q=mali', '/fr/search?q=mali&kind=stories']) {
      for (const encoding of ['br', 'gzip', 'identity']) {
        const reply = await get(target, { 'accept-encoding': encoding })
        expect(reply.headers['content-encoding'] ?? 'identity').toBe(encoding)
        expect(reply.headers['cache-control']).toBe('no-store')
        expect(seen(reply)).toBe(found.body)
      }
    }
  })

  it('leaves its empty form to the pages that are kept', async () => {
    await get('/search')
    await get('/search?utm_source=mail')
    expect(asked).toEqual([])
  })

  it('lets two work and one wait, and tells others to come back', async () => {
    const open = Promise.withResolvers<void>()
    gate = open.promise
    const replies = ['a', 'b', 'c', 'd'].map((word) => get(`/search?q=${word}`))
    const refused = await Promise.race(replies)
    expect(refused.status).toBe(503)
    expect(refused.headers['retry-after']).toBe('5')
    expect(refused.headers['cache-control']).toBe('no-store')
    expect(seen(refused)).toBe(busy.body)
    open.resolve()
    const all = await Promise.all(replies)
    expect(all.filter(({ status }) => status === 200)).toHaveLength(3)
    expect((await get('/search?q=again')).status).toBe(200)
    expect(faults).toEqual([])
  })

  it('goes on after a question that failed', async () => {
    gate = Promise.reject(new Error('the disk is away'))
    gate.catch(() => undefined)
    for (const word of ['a', 'b', 'c']) expect((await get(`/search?q=${word}`)).status).toBe(500)
    gate = Promise.resolve()
    expect((await get('/search?q=mali')).status).toBe(200)
    faults.length = 0
  })
})
