import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { oembedRoute } from '../../src/http/oembed-route.ts'
import { answerReaders } from '../../src/http/reader.ts'
import type { OEmbedQuestion } from '../../src/press/load/load-embed.ts'
import { aPress, FakeEdition } from '../press/builders.ts'
import { ask, seen } from './clients.ts'

const EVENT = 'https://sahel.example/record/tinzaouaten'

let listening: Listening
let asked: OEmbedQuestion[]
const get = (query: string) => ask(listening.port, `/oembed?${query}`)

const oembed = async (question: OEmbedQuestion) => {
  asked.push(question)
  return question.url === EVENT ? { version: '1.0', type: 'rich', html: '<iframe></iframe>' } : undefined
}
const onFault = (error: unknown) => {
  throw error
}
const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })

beforeEach(async () => {
  asked = []
  const answer = answerReaders({ press: aPress(new FakeEdition()), routes: [oembedRoute(oembed)], errorPage, onFault })
  listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault })
})
afterEach(() => listening.close())

describe('oEmbed', () => {
  it('answers for an event of ours, for the room that the other page has, and is kept by nobody', async () => {
    const reply = await get(`url=${encodeURIComponent(EVENT)}&format=json&maxwidth=400&maxheight=300`)
    expect([reply.status, reply.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(seen(reply))).toMatchObject({ version: '1.0', type: 'rich' })
    expect(asked).toEqual([{ url: EVENT, maxWidth: 400, maxHeight: 300 }])
  })

  it.each([
    ['url=https%3A%2F%2Felsewhere.example%2F', 404],
    [`url=${encodeURIComponent(EVENT)}&format=xml`, 501],
    ['format=json', 400],
    [`url=${encodeURIComponent(EVENT)}&maxwidth=wide`, 400],
    [`url=${encodeURIComponent(EVENT)}${'x'.repeat(2_001)}`, 400],
  ])('answers %s with %i, in JSON', async (query, status) => {
    const reply = await get(query)
    expect(reply.status).toBe(status)
    expect(Object.keys(JSON.parse(seen(reply)) as object)).toEqual(['error'])
  })
})
