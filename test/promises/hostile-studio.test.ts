import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ALL_ENDPOINTS } from '../../src/http/contract/all-endpoints.ts'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import { type Listening, listen } from '../../src/http/listener.ts'
import { isForStudio } from '../../src/http/studio/is-for-studio.ts'
import { studioListener } from '../../src/http/studio/studio-app.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aContent, aNewspaper } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { type Ask, ask, sendRaw } from '../http/clients.ts'
import { asOwnPage, aStudio, type Caller, type TestStudio } from '../studio-caller.ts'

const sqlite = databases.filter(({ kind }) => kind === 'sqlite')
const SECRET = 'nobody may read this file'
const MINE = 'http://localhost'

/** Endpoints that are sent JSON. */
const TOLD = (Object.entries(ALL_ENDPOINTS) as [string, Endpoint][]).flatMap(([key, { body }]) =>
  body === undefined || body === 'bytes' ? [] : [{ key, body }],
)

/** What a body may hold, as far as it is an object. */
const fieldsOf = (body: z.ZodType): string[] => ('shape' in body ? Object.keys(body.shape as object) : ['kind'])

const as = (caller: Caller) => ({ origin: MINE, ...asOwnPage(caller.token) })

const words = async (port: number, target: string, how: Ask) => {
  const { status, headers, bytes } = await ask(port, target, how)
  return { status, headers, text: bytes.toString() }
}

const nested = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000)

describe.each(sqlite)('whatever is asked of the studio', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let owner: Caller
  let folder: string
  let storyId: string
  const listening: Listening[] = []

  beforeAll(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-hostile-'))
    await mkdir(join(folder, 'shell', 'assets'), { recursive: true })
    await writeFile(join(folder, 'secrets.json'), SECRET)
    await writeFile(join(folder, 'shell', 'index.html'), '<title>the shell</title>')
    studio = aStudio(dbs, { dataFolder: folder, shellFolder: join(folder, 'shell') })
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    storyId = (await createStory(studio.newsroom, draft)).id
    owner = await studio.staff('Ona', 'owner')
  })
  afterAll(async () => {
    for (const one of listening) await one.close()
    await rm(folder, { recursive: true, force: true })
    await dbs.close()
    if (studio.faults.length > 0) throw new AggregateError(studio.faults)
  })

  /** The studio on a port of its own, found under this address. */
  async function portOf(studioUrl: string | null): Promise<number> {
    const answer = studioListener({ ...studio.house, studioUrl, siteUrl: () => studioUrl ?? 'http://localhost:4700' })
    const onFault = (error: unknown) => void studio.faults.push(error)
    const one = await listen({
      host: '127.0.0.1',
      port: 0,
      onFault,
      answer: (request, response) =>
        isForStudio(request.url ?? '') ? answer(request, response) : void response.writeHead(404).end('readers'),
    })
    listening.push(one)
    return one.port
  }

  it('takes no body that is too large, however it comes', async () => {
    const port = await portOf(MINE)
    const body = JSON.stringify({ name: 'x'.repeat(9_000_000) })
    const sent = await words(port, '/studio/api/account', { method: 'PATCH', headers: as(owner), body })
    expect([sent.status, sent.text]).toEqual([422, expect.stringContaining('too large')])
    const { cookie, 'x-onrecord-request': own } = as(owner)
    const shown = `Cookie: ${cookie}\r\nX-Onrecord-Request: ${own}`
    const lying = await sendRaw(
      port,
      `PATCH /studio/api/account HTTP/1.1\r\nHost: localhost\r\nOrigin: ${MINE}\r\n${shown}\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n{}`,
    )
    expect(lying).toContain('422')
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const chunked = await sendRaw(
      port,
      `PATCH /studio/api/account HTTP/1.1\r\nHost: localhost\r\nOrigin: ${MINE}\r\n${shown}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk.repeat(140)}0\r\n\r\n`,
    )
    expect(chunked).toContain('422')
  })

  it('falls over no body: nested without end, no UTF-8, no object, or said to be another kind', async () => {
    const deep = `${'{"a":['.repeat(10_000)}${']}'.repeat(10_000)}`
    const bodies = (fields: readonly string[]): (string | Uint8Array<ArrayBuffer>)[] => [
      `{${fields.map((field) => `"${field}":${deep}`).join(',')}}`,
      `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}`,
      new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d]),
      'null',
      '[]',
      '1e999',
      '"\\ud800"',
      '',
    ]
    const fell: string[] = []
    for (const { key, body } of TOLD) {
      const [method = '', path = ''] = key.split(' ')
      const address = path.replace('{storyId}', storyId).replaceAll(/\{(\w+)\}/g, 'about')
      for (const sent of bodies(fieldsOf(body))) {
        const type =
          typeof sent === 'string' && sent.length < 100 ? 'multipart/form-data; boundary=x' : 'application/json'
        const response = await studio.app.request(`${MINE}/studio/api${address}?language=en`, {
          method,
          headers: { ...as(owner), 'content-type': type },
          body: sent,
        })
        if (response.status >= 500) fell.push(`${key} ${response.status}: ${String(sent).slice(0, 40)}`)
      }
    }
    expect(fell).toEqual([])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBe(undefined)
  })

  it('falls over no nesting where any content is taken for what it is', async () => {
    const lists = nested(
      '{"type":"list","attrs":{"ordered":false,"start":1},"content":[{"type":"listItem","content":[',
      ']}]}',
    )
    const doc = `{"type":"doc","version":2,"content":[${lists}]}`
    const content = `{"kicker":null,"headline":"x","standfirst":"","dateline":null,"sectionIds":[],"bylines":[],"keywords":[],"body":${doc}}`
    const margin = '{"comments":[],"suggestions":[]}'
    const any = nested('{"a":[', ']}')
    const sent = [
      ['PUT', '/paper/pages/about/en', `{"title":"x","body":${doc}}`],
      ['PUT', '/paper/pages/about/en', `{"title":"x","body":${any}}`],
      [
        'PUT',
        `/stories/${storyId}/working-copy`,
        `{"base":0,"content":${content},"margin":${margin},"device":"d","saveId":"s"}`,
      ],
      ['POST', `/stories/${storyId}/side-copies`, `{"base":0,"content":${content},"margin":${margin},"device":"d"}`],
      ['POST', '/record/claims', `{"claim":${any}}`],
      ['POST', '/record/claims', `{"claim":{"eventId":"evt_a","sourceId":"src_a","proposition":${any}}}`],
      ...['event', 'actor', 'place', 'source', 'document', 'victim-group'].flatMap((type) => [
        ['POST', `/record/${type}s`, `{"content":${any}}`],
        ['POST', `/record/${type}s`, `{"content":{"names":${any},"slug":"x","about":${any},"kind":${any}}}`],
      ]),
      ['POST', '/record/entries/evt_a/amend', `{"rev":1,"reason":"x","content":${any}}`],
    ]
    for (const [method = '', path = '', body = ''] of sent) {
      const headers = { ...as(owner), 'content-type': 'application/json' }
      const response = await studio.app.request(`${MINE}/studio/api${path}`, { method, headers, body })
      expect([path, response.status >= 400 && response.status < 500, await response.text()]).toEqual([
        path,
        true,
        expect.any(String),
      ])
    }
  })

  it('leads along no path to anything but its own files', async () => {
    const port = await portOf(MINE)
    const up = ['..', '%2e%2e', '..%2f', '%2e%2e%2f', '..%5c', '%252e%252e%252f', '....//', '..;', '.%00.']
    const targets = [
      ...up.flatMap((way) => [
        `/studio/${way}/secrets.json`,
        `/studio/assets/${way}/${way}/secrets.json`,
        `/studio/assets/${way}${way}secrets.json`,
        `/studio/api/${way}/${way}/secrets.json`,
        `/studio/api/stories/${way}`,
        `/studio/preview/${way}/media/${way}secrets.json`,
        `/studio/api/stories/${storyId}/preview/media/${way}${way}secrets.json`,
      ]),
      '//studio/api/account',
      '/studio//api/account',
      '/studio/api//account',
      '/%73tudio/api/account',
      '/STUDIO/api/account',
      '/studio/api/account/',
      '/studio/api/account%00',
      '/studio/api/account%0d%0aSet-Cookie:%20a=b',
      '/studio/api/account;x',
      '/studio/%ff%fe',
      '/studio/api/stories/%ff',
      'http://localhost/studio/api/account',
      '*',
      `/studio/${'a/'.repeat(5_000)}`,
    ]
    const faults: string[] = []
    for (const target of targets) {
      const raw = await sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
      if (raw.startsWith('HTTP/1.1 5') || raw.includes(SECRET) || /set-cookie: a=b/i.test(raw)) faults.push(target)
      if (raw.includes('"devices"')) faults.push(`${target}: let in`)
    }
    expect(faults).toEqual([])
  })

  it('lets no other site read or try, by whatever method', async () => {
    const port = await portOf(MINE)
    const from = { ...as(owner), origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const method of ['OPTIONS', 'HEAD', 'GET', 'TRACE', 'PROPFIND', 'DELETE', 'PUT']) {
      for (const target of [
        '/studio/api/session',
        '/studio/api/keys',
        '/studio',
        '/studio/preview/x',
        '/studio/sw.js',
      ]) {
        const { status, headers } = await words(port, target, { method, headers: from })
        expect([target, method, status < 500]).toEqual([target, method, true])
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
        expect(headers['set-cookie']).toBe(undefined)
      }
    }
  })

  it('keeps no answer of its API anywhere, and lets no browser guess what it is', async () => {
    for (const target of ['/session', '/account', '/nothing', '/stories/sty_nothing']) {
      const response = await studio.app.request(`${MINE}/studio/api${target}`, { headers: as(owner) })
      expect([target, response.headers.get('cache-control')]).toEqual([target, 'no-store'])
      expect([target, response.headers.get('x-content-type-options')]).toEqual([target, 'nosniff'])
    }
  })

  it('makes links and passkeys for the address that is set, whatever host a request names', async () => {
    const port = await portOf('https://desk.example')
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example;proto=http',
      origin: 'https://desk.example',
      ...asOwnPage(owner.token, '__Host-onrecord'),
    }
    const post = async (path: string, body: object) =>
      (await words(port, `/studio/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).text
    const grants = [{ role: 'reporter', deskId: null }]
    expect(await post('/team/invitations', { name: 'Ida', email: null, grants })).toContain(
      '"https://desk.example/studio/',
    )
    expect(await post(`/stories/${storyId}/preview-links`, { label: 'the lawyer' })).toContain(
      '"https://desk.example/studio/preview/',
    )
    const passkey = await post('/entering/passkey/ask', {})
    expect(passkey).toContain('"origin":"https://desk.example"')
    expect(passkey).toContain('"rpId":"desk.example"')
  })

  it('believes a request of its host only where that is this machine, as long as no address is set', async () => {
    const port = await portOf(null)
    const passkey = (host: string, origin = `http://${host}`) =>
      words(port, '/studio/api/entering/passkey/ask', { method: 'POST', headers: { host, origin } })
    expect((await passkey(`localhost:${port}`)).text).toContain(`"origin":"http://localhost:${port}"`)
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '192.168.1.5',
      'xlocalhost',
    ]) {
      const { status, text } = await passkey(host)
      expect([host, status, text]).toEqual([host, 403, expect.stringContaining('ONRECORD_STUDIO_URL')])
    }
    const raw = (host: string) =>
      sendRaw(port, `GET /studio/api/session HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    for (const host of ['a b', 'a/../b', '@', 'a@localhost', '[::', '\u00e9'])
      expect(await raw(host)).toMatch(/^HTTP\/1\.1 400/)
  })

  it('takes over https a session of that cookie alone which no neighbouring host can set, and none of two', async () => {
    const port = await portOf('https://desk.example')
    const who = async (cookie: string) =>
      (await words(port, '/studio/api/account', { headers: { origin: 'https://desk.example', cookie } })).status
    const { token } = owner
    const other = await studio.staff('Other', 'reporter')
    expect(await who(`__Host-onrecord=${token}`)).toBe(200)
    expect(await who(`a=b; __Host-onrecord=${token}; c=d`)).toBe(200)
    expect(await who(`onrecord=${token}`)).toBe(401)
    expect(await who(`__host-onrecord=${token}`)).toBe(401)
    expect(await who(`__Host-onrecord=${other.token}; __Host-onrecord=${token}`)).toBe(401)
    expect(await who(`__Host-onrecord=${token}; __Host-onrecord=${token}`)).toBe(200)
  })

  it('hands out cookies that no other site sends and, over https, no other host has; a script reads the one that opens nothing', async () => {
    for (const [studioUrl, start, more] of [
      ['https://desk.example', '__Host-onrecord', '; Secure'],
      [MINE, 'onrecord', ''],
    ] as const) {
      const flags = [
        `${start}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict${more}`,
        `${start}-request=; Path=/; Max-Age=0; SameSite=Strict${more}`,
      ]
      // As a proxy that speaks TLS sends it on: what it says of the scheme is not what decides.
      const headers = { host: 'localhost', origin: studioUrl, 'x-forwarded-proto': 'gopher' }
      const left = await words(await portOf(studioUrl), '/studio/api/entering/leave', { method: 'POST', headers })
      expect(left.headers['set-cookie']).toEqual(flags)
    }
  })
})
