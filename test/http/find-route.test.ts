import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findRoute } from '../../src/http/find-route.ts'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { aPage, aPress, FakeEdition } from '../press/builders.ts'
import { ask, seen } from './clients.ts'

let listening: Listening
const get = (target: string, headers: Record<string, string> = {}) => ask(listening.port, target, { headers })

const found = aPage({ body: 'Events in Mali. '.repeat(100), kept: false })
const missing = aPage({ body: 'There is no page here.', status: 404, kept: false })

const find = async (path: string) => (path.endsWith('/find') ? found : missing)
const onFault = (error: unknown) => {
  throw error
}
const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })

beforeEach(async () => {
  const answer = answerReaders({ press: aPress(new FakeEdition()), routes: [findRoute(find)], errorPage, onFault })
  listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault })
})
afterEach(() => listening.close())

describe('a search of the record', () => {
  it('is answered in any language and encoding, and kept by nobody', async () => {
    for (const target of ['/record/find?place=mali', '/fr/record/find?place=mali']) {
      for (const encoding of ['br', 'gzip', 'identity']) {
        const reply = await get(target, { 'accept-encoding': encoding })
        expect(reply.headers['content-encoding'] ?? 'identity').toBe(encoding)
        expect(reply.headers['cache-control']).toBe('no-store')
        expect(seen(reply)).toBe(found.body)
      }
    }
  })

  it('has a page with words where a source is not known, like any other absence', async () => {
    const reply = await get('/record/source/nobody?after=2024-07-29~clm_1')
    expect(reply.status).toBe(404)
    expect(seen(reply)).toBe(missing.body)
  })
})
