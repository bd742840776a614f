import { mkdir, writeFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { anyFormOf, QUERY } from '../any-form.ts'
import { aContent, aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { sendRaw } from '../http/clients.ts'
import { signedIn } from '../signed-in.ts'
import { asOwnPage } from '../studio-caller.ts'
import type { Reply } from './reader-site.ts'
import { EVERY } from './who-may.ts'
import { HERE, openWholeHouse, type WholeHouse } from './whole-house.ts'

const sqlite = databases.filter(({ kind }) => kind === 'sqlite')

/** What no answer says, whoever gets it: what answers, how it is made, and what went wrong inside. */
function indiscretions({ headers, text }: Pick<Reply, 'headers' | 'text'>): string[] {
  const faults: string[] = []
  for (const name of ['server', 'x-powered-by', 'via', 'x-aspnet-version', 'x-runtime', 'x-debug']) {
    if (headers[name] !== undefined) faults.push(`says ${name}`)
  }
  if (/\n\s+at .+:\d+:\d+|node_modules|\/src\/\w|SQLITE_|kysely|ZodError/.test(text)) faults.push('shows its inside')
  return faults
}

const policyFaults = (headers: IncomingHttpHeaders): string[] => {
  const policy = String(headers['content-security-policy'])
  const faults = /unsafe|\bhttps?:|data:.*script|\*/.test(policy.replace(/frame-ancestors \*/, '')) ? [policy] : []
  if (!policy.startsWith("default-src 'none'") || !policy.includes('frame-ancestors ')) faults.push(`policy ${policy}`)
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('may be guessed')
  return faults
}

function studioFaults({ headers, text }: Reply, { isPrivate }: { readonly isPrivate: boolean }): string[] {
  const faults = [...policyFaults(headers), ...indiscretions({ headers, text })]
  if (headers['referrer-policy'] !== 'no-referrer') faults.push('tells where it was linked from')
  if (headers['cross-origin-resource-policy'] !== 'same-origin') faults.push('may be taken by other sites')
  if (headers['cross-origin-opener-policy'] !== 'same-origin') faults.push('may be held by who opened it')
  if (!String(headers['x-robots-tag']).includes('noindex')) faults.push('may be indexed')
  if (isPrivate && headers['cache-control'] !== 'no-store') faults.push(`kept: ${headers['cache-control']}`)
  for (const cookie of headers['set-cookie'] ?? []) {
    const isRight =
      /^__Host-onrecord(?:=[^;]*; Path=\/; Max-Age=\d+; HttpOnly|-request=[^;]*; Path=\/; Max-Age=\d+); SameSite=Strict; Secure$/
    if (!isRight.test(cookie)) faults.push(`cookie ${cookie}`)
  }
  return faults
}

describe.each(sqlite)('whatever answers', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let house: WholeHouse
  let storyId: StoryId
  let token: string
  let preview: string

  beforeAll(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    storyId = (await createStory(newsroom, draft)).id
    await publishStory(newsroom, { storyId, revision: null })
    token = (await signedIn(dbs.newsroom, 'Ona', [{ role: 'owner', deskId: null }], newsroom.now())).token
    house = await openWholeHouse(dbs, newsroom)
    await mkdir(join(house.folder, 'uploads'), { recursive: true })
    await writeFile(join(house.folder, 'uploads', 'upl_nothing.part'), 'kept')
    const made = await house.ask(`/studio/api/stories/${storyId}/preview-links`, {
      method: 'POST',
      headers: { ...own(), 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'the lawyer' }),
    })
    preview = new URL((JSON.parse(made.text) as { url: string }).url).pathname
  })
  afterAll(async () => {
    await house.close()
    await dbs.close()
  })

  const own = () => ({ origin: HERE, ...asOwnPage(token, '__Host-onrecord') })

  it('of the studio’s API is for nobody else, whoever asks, whatever comes of it', async () => {
    const wrong: string[] = []
    for (const { key, endpoint } of EVERY) {
      // Without a body to refuse, these would do what they are for, and sign out.
      const isOwn = endpoint.may === 'signed-in' || endpoint.may === 'anyone'
      if (isOwn && !key.startsWith('GET ') && endpoint.body === undefined) continue
      const [method = '', path = ''] = key.split(' ')
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === 'storyId' ? storyId : anyFormOf(endpoint.params?.shape[name] as z.ZodType),
      )
      const body = endpoint.body === undefined ? {} : { body: 'no JSON' }
      for (const headers of [own(), { origin: HERE }]) {
        const reply = await house.ask(`/studio/api${filled}${endpoint.query ? `?${QUERY}` : ''}`, {
          method,
          headers,
          ...body,
        })
        wrong.push(...studioFaults(reply, { isPrivate: true }).map((fault) => `${key} ${reply.status}: ${fault}`))
      }
    }
    expect(wrong).toEqual([])
  })

  it('of the studio besides: pages, files, previews, what is not there, and what comes and goes', async () => {
    const wrong: string[] = []
    const asked = [
      ...[
        '/studio',
        '/studio/',
        '/studio/stories',
        '/studio/sw.js',
        '/studio/nothing.js',
        '/studio/assets/nothing.js',
      ].map((path) => ({ path, isPrivate: false })),
      ...[
        '/studio/api',
        '/studio/api/nothing',
        '/studio/api/openapi.json',
        preview,
        '/studio/preview/nothing',
        `${preview}/media/nothing.jpg`,
        `/studio/api/stories/${storyId}/preview/page`,
        `/studio/api/stories/${storyId}/preview/card`,
        `/studio/api/stories/${storyId}/preview/media/nothing.jpg`,
      ].map((path) => ({ path, isPrivate: true })),
    ]
    for (const { path, isPrivate } of asked) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']) {
        const reply = await house.ask(path, { method, headers: own() })
        wrong.push(...studioFaults(reply, { isPrivate }).map((fault) => `${method} ${path} ${reply.status}: ${fault}`))
      }
    }
    expect(wrong).toEqual([])
  })

  it('of the studio in its own words: pages of the shell run their own files alone, previews run nothing', async () => {
    const shell = String((await house.ask('/studio')).headers['content-security-policy'])
    const page = String((await house.ask(preview)).headers['content-security-policy'])
    const framed = await house.ask(`/studio/api/stories/${storyId}/preview/page?as=screen`, { headers: own() })
    expect(framed.text).toContain('<html')
    expect([shell, page].map((policy) => policy.includes("frame-ancestors 'none'"))).toEqual([true, true])
    expect(page).not.toContain('script-src')
    expect(framed.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  })

  it('of readers’ pages, in whatever way they are asked for', async () => {
    const wrong: string[] = []
    const paths = (
      '/ /nothing /search /search?q=army /report /report?about=/ /oembed /oembed?url=x /feeds/rss.xml /record /data ' +
      '/data/nothing /media/nothing.jpg /media/cards/nothing.png /robots.txt /sitemap.xml /text /-/ready /edition.db /%ff ' +
      '/?a=b // /INDEX /2024/07/29/nothing/ /favicon.ico'
    ).split(' ')
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
        const reply = await house.ask(path, {
          method,
          headers: { cookie: `__Host-onrecord=${token}` },
          ...(method === 'POST' && { body: 'a=b' }),
        })
        const faults = [...policyFaults(reply.headers), ...indiscretions(reply)]
        if (reply.headers['set-cookie'] !== undefined) faults.push('a cookie')
        if (reply.headers['referrer-policy'] === undefined) faults.push('tells the whole address')
        wrong.push(...faults.map((fault) => `${method} ${path} ${reply.status}: ${fault}`))
      }
    }
    expect(wrong).toEqual([])
  })

  it('of requests that are none: a status, and nothing of what is behind it', async () => {
    const raw = [
      'GET / HTTP/1.1\r\n\r\n',
      'NONSENSE\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
      `GET /studio/api/session HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      'POST /studio/api/entering/password HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
      'GET /studio/api/session HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    ]
    for (const request of raw) {
      const answer = await sendRaw(house.port, request)
      expect([request.slice(0, 30), /^HTTP\/1\.1 4\d\d /.test(answer)]).toEqual([request.slice(0, 30), true])
      expect(answer).not.toMatch(/^(?:server|x-powered-by):|node_modules|\n\s+at /im)
    }
    expect(house.lines.filter((line) => !line.includes('"msg":"the studio refused a request"'))).toEqual([])
  })
})
