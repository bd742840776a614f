import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelServer, type ModelSettings } from '../../src/outbound/model-server.ts'
import { aServer, networkWith } from './a-server.ts'

describe('a language model that is asked', () => {
  let server: Awaited<ReturnType<typeof aServer>>
  let answer: (path: string, body: string) => { status?: number; body?: string; headers?: Record<string, string> }

  beforeEach(async () => {
    answer = () => ({ body: '{"claims":[]}' })
    server = await aServer((request, response) => {
      void text(request).then((said) => {
        const { status = 200, body = '', headers = {} } = answer(request.url ?? '', said)
        return response.writeHead(status, headers).end(body)
      })
    })
  })
  afterEach(() => server.close())

  const settings = (more: Partial<ModelSettings> = {}): ModelSettings => ({
    url: `http://127.0.0.1:${server.port}/v1/desk?mode=plain`,
    key: null,
    timeoutMs: 2_000,
    isPrivate: true,
    ...more,
  })

  it('gets JSON at its own address, with the key where one is set, and gives JSON back', async () => {
    answer = (path, body) => ({ body: JSON.stringify({ path, body }) })
    expect(await modelServer(settings()).ask('{"text":"é"}')).toEqual({
      path: '/v1/desk?mode=plain',
      body: '{"text":"é"}',
    })
    await modelServer(settings({ key: 's3cret' })).ask('{}')
    expect(server.visits.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer s3cret'])
    expect(server.visits[0]?.headers['content-type']).toContain('application/json')
    expect(server.visits[0]?.headers.cookie).toBeUndefined()
  })

  it('is named by its host and port, without path or key', () => {
    const { host } = modelServer(settings({ url: 'https://model.example.org/desk', key: 's3cret' }))
    expect(host).toBe('model.example.org')
  })

  it('on this machine is not reached unless that was allowed', async () => {
    await expect(modelServer(settings({ isPrivate: false })).ask('{}')).rejects.toMatchObject({ code: 'refused' })
    expect(server.visits).toEqual([])
  })

  it('that was allowed at one port is reached at no other', async () => {
    const other = await aServer()
    answer = () => ({ status: 307, headers: { location: `http://127.0.0.1:${other.port}/` } })
    await expect(modelServer(settings()).ask('{}')).rejects.toMatchObject({ code: 'fetch-failed' })
    expect(other.visits).toEqual([])
    await other.close()
  })

  it('with a name that leads home is refused as well', async () => {
    const url = `http://statement.test:${server.port}/`
    const network = networkWith(server.port, { mayReach: () => false })
    await expect(modelServer(settings({ url, isPrivate: false }), network).ask('{}')).rejects.toMatchObject({
      code: 'refused',
      remedy: expect.stringContaining('ONRECORD_DESK_PROVIDER_PRIVATE'),
    })
  })

  it.each([
    ['an error', { status: 500 }, /status 500/],
    ['no JSON', { body: 'Sure! Here are the claims:' }, /no JSON/],
    ['nothing', { body: '' }, /no JSON/],
    ['more than two megabytes', { body: `"${'a'.repeat(2_000_001)}"` }, /larger than 2 MB/],
  ])('that answers with %s is told as that, in our words', async (_, told, message) => {
    answer = () => told
    const asking = modelServer(settings({ key: 's3cret' })).ask('{}')
    await expect(asking).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringMatching(message) })
    await expect(asking).rejects.not.toThrow('s3cret')
  })
})
