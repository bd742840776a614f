import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientAddress, trustedProxies } from '../../src/http/client-address.ts'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { reportLimits } from '../../src/http/report-limits.ts'
import { reportRoute } from '../../src/http/report-route.ts'
import type { ReportSite } from '../../src/press/load/load-report.ts'
import type { NewReport } from '../../src/press/report-inbox.ts'
import type { StoryId } from '../../src/ids.ts'
import { aPage, aPress, FakeEdition } from '../press/builders.ts'
import { aContext } from '../site/paper.ts'
import { ask, seen, sendRaw } from './clients.ts'

const STORY = '/2024/07/29/two-tolls'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const COMPLETE = { about: STORY, kind: 'figure', text: 'It says 84, the list has 86 names.', contact: '', website: '' }

const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })

let listening: Listening
let left: NewReport[]
let faults: unknown[]
let inbox: 'open' | 'full' | 'broken'

const site: ReportSite = {
  context: aContext({ siteUrl: 'https://paper.example' }),
  isHere: true,
  safelyPath: '/about/contact-safely',
  pageAt: async (path) =>
    path === STORY ? { path: STORY, title: 'Two tolls <b>', storyId: 'sty_1' as StoryId } : null,
}

beforeEach(async () => {
  left = []
  faults = []
  inbox = 'open'
  const onFault = (error: unknown) => void faults.push(error)
  const route = reportRoute({
    open: async (path) => ({ ...site, isHere: path === '/report' }),
    leave: async (report) => {
      if (inbox === 'broken') throw new Error('disk')
      if (inbox === 'open') left.push(report)
      return inbox === 'open'
    },
    limits: reportLimits(),
    isTrustedProxy: trustedProxies(['loopback']),
    onFault,
    form: { maxBytes: 20_000, timeoutMs: 300 },
  })
  const edition = new FakeEdition()
  edition.pages.set('/', aPage())
  const answer = answerReaders({ press: aPress(edition), routes: [route], errorPage, onFault })
  listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault, graceMs: 500 })
})
afterEach(() => listening.close())

const get = (target: string) => ask(listening.port, target)
const post = (body: string, headers: Record<string, string> = FORM) =>
  ask(listening.port, '/report', { method: 'POST', headers, body })
const send = (fields: Partial<typeof COMPLETE>) => post(new URLSearchParams({ ...COMPLETE, ...fields }).toString())

describe('the form for a report', () => {
  it('names the page, asks for nothing about the reader, and is kept by nobody', async () => {
    const reply = await get(`/report?about=${STORY}`)
    expect(reply.status).toBe(200)
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    expect(reply.headers['set-cookie']).toBeUndefined()
    const page = seen(reply)
    expect(page).toContain('Two tolls &lt;b&gt;')
    expect(page).toContain('href="/about/contact-safely"')
    expect(page).not.toMatch(/<script|style="/)
  })

  it('is not there for a page that readers do not have, and says how to find the right one', async () => {
    const reply = await get('/report?about=/2024/07/29/a-draft')
    expect(reply.status).toBe(404)
    expect(seen(reply)).toContain('Every report is about one page')
    expect(seen(reply)).not.toContain('<form class="report"')
  })

  it('is there in the paper’s languages only, and takes no other method', async () => {
    expect((await get('/xx/report')).status).toBe(404)
    const reply = await ask(listening.port, '/report', { method: 'PUT' })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    expect((await ask(listening.port, '/', { method: 'POST' })).status).toBe(405)
  })
})

describe('a report that is sent', () => {
  it('is left for the newsroom, and the reader is thanked by an address that says nothing of it', async () => {
    const reply = await send({ contact: 'reader@example.org' })
    expect([reply.status, reply.headers.location]).toEqual([303, `/report?sent=${STORY}`])
    expect(left).toEqual([
      {
        about: STORY,
        storyId: 'sty_1',
        language: 'en',
        kind: 'figure',
        text: COMPLETE.text,
        contact: 'reader@example.org',
      },
    ])
    expect(seen(await get(`/report?sent=${STORY}`))).toContain('Your report has arrived')
  })

  it.each([
    { fields: { kind: '' }, why: 'Choose what is wrong' },
    { fields: { kind: 'praise' }, why: 'Choose what is wrong' },
    { fields: { text: 'wrong' }, why: 'at least 10 characters' },
    { fields: { text: 'é'.repeat(2_500) + 'a'.repeat(1_600) }, why: '4,100 characters' },
    { fields: { contact: 'x'.repeat(201) }, why: 'at most 200' },
    { fields: { about: '/2024/07/29/a-draft' }, why: 'Every report is about one page' },
  ])('comes back with what is missing, and with its text: $why', async ({ fields, why }) => {
    const reply = await send(fields)
    expect(reply.status).toBe(422)
    expect(seen(reply)).toContain(why)
    expect(seen(reply)).toContain(fields.text ?? COMPLETE.text)
    expect(left).toEqual([])
  })

  it('cannot put anything into the page that shows it again', async () => {
    const attack = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    const reply = await send({ kind: attack, text: attack, contact: attack.repeat(5), about: STORY })
    expect(seen(reply)).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>"/)
    expect(seen(reply)).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)')
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('that a machine wrote is thanked for and forgotten', async () => {
    expect((await send({ website: 'https://spam.example' })).status).toBe(303)
    expect(left).toEqual([])
  })

  it('that another site makes its readers send is refused', async () => {
    const body = new URLSearchParams(COMPLETE).toString()
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      expect((await post(body, { ...FORM, ...headers })).status).toBe(403)
    }
    expect(left).toEqual([])
    for (const headers of [
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { origin: 'https://paper.example' },
      { origin: `http://127.0.0.1:${listening.port}` },
    ]) {
      expect((await post(body, { ...FORM, ...headers })).status).toBe(303)
    }
  })

  it('that finds no room, or a broken disk, comes back with its text', async () => {
    for (const state of ['full', 'broken'] as const) {
      inbox = state
      const reply = await send({})
      expect([reply.status, reply.headers['retry-after']]).toEqual([503, '900'])
      expect(seen(reply)).toContain(COMPLETE.text)
    }
    expect(faults).toHaveLength(1)
  })

  it('after ten at once waits its turn; whoever sent it keeps the text', async () => {
    for (let count = 0; count < 10; count += 1) expect((await send({})).status).toBe(303)
    const reply = await send({})
    expect(reply.status).toBe(503)
    expect(seen(reply)).toContain(COMPLETE.text)
    expect(left).toHaveLength(10)
  })

  it('changes no page that is kept', async () => {
    const before = await get('/')
    await send({})
    await ask(listening.port, '/', { method: 'POST', headers: FORM, body: 'about=/' })
    const after = await get('/')
    expect([after.status, after.headers.etag, seen(after)]).toEqual([200, before.headers.etag, seen(before)])
  })
})

describe('a body that means no good', () => {
  it.each([
    ['is no form', '{}', { 'content-type': 'application/json' }, 415],
    ['is packed', 'a=b', { ...FORM, 'content-encoding': 'gzip' }, 415],
    ['is in another alphabet', 'a=b', { 'content-type': `${FORM['content-type']}; charset=utf-16` }, 415],
    ['is too large', `text=${'x'.repeat(20_000)}`, FORM, 413],
    ['is far too large', `text=${'x'.repeat(400_000)}`, FORM, 413],
    ['is not UTF-8', 'about=/&text=%ff%fe%fd', FORM, 400],
    ['holds bytes that are no text', 'text=\u0000\u0001', FORM, 400],
    ['says a thing twice', 'text=one&text=two', FORM, 400],
    ['has a thousand fields', 'a=b&'.repeat(1_000), FORM, 400],
    ['is empty', '', FORM, 422],
    ['makes a list of its text', 'text[]=long+enough+text&kind[]=fact', FORM, 422],
  ] as const)('%s: it is told so', async (_, body, headers, status) => {
    const reply = await post(body, headers)
    expect(reply.status).toBe(status)
    expect(left).toEqual([])
    expect(faults).toEqual([])
  })

  it('leaves out what no person types', async () => {
    await send({ text: 'It says\r\n84\u0000\u001b[31m, not 86.' })
    expect(left[0]?.text).toBe('It says\n84[31m, not 86.')
  })

  it('that never ends is cut, and keeps no other reader waiting', async () => {
    const head = 'POST /report HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    const slow = sendRaw(listening.port, `${head}Content-Length: 500\r\n\r\nabout=`)
    expect((await get('/')).status).toBe(200)
    expect(await slow).toContain('408 Request Timeout')
  })

  it('whose sender goes away half-way is no fault of ours', async () => {
    const head = 'POST /report HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    await new Promise<void>((resolve) => {
      const socket = connect(listening.port, '127.0.0.1', () =>
        socket.write(`${head}Content-Length: 500\r\n\r\nabout=`, () => socket.destroy()),
      )
      socket.on('close', () => resolve())
    })
    expect((await send({})).status).toBe(303)
    expect(faults).toEqual([])
  })

  it('comes at most thirty-two at a time', async () => {
    const head = 'POST /report HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    const waiting = Array.from({ length: 40 }, () =>
      sendRaw(listening.port, `${head}Content-Length: 500\r\n\r\nabout=`),
    )
    const answers = (await Promise.all(waiting)).map((text) => text.slice(9, 12)).toSorted()
    expect(answers.filter((status) => status === '503')).toHaveLength(8)
    expect(answers.filter((status) => status === '408')).toHaveLength(32)
  })
})

const written = (address: string) => clientAddress(address, null, () => false)

describe('limits on reports', () => {
  const MINUTE = 60_000

  it('let ten in at once from everywhere, then one a minute', () => {
    let now = 0
    const limits = reportLimits(() => now)
    const from = (number: number) => limits.admit(`11.0.${number}.1`)
    expect(Array.from({ length: 12 }, (_, number) => from(number)).filter(Boolean)).toHaveLength(10)
    now += MINUTE
    expect([from(20), from(21)]).toEqual([true, false])
    now += 60 * MINUTE
    expect(Array.from({ length: 12 }, (_, number) => from(30 + number)).filter(Boolean)).toHaveLength(10)
  })

  it('let five in from one network in a quarter of an hour, and then forget it', () => {
    let now = 0
    const limits = reportLimits(() => now)
    const admitted = (address: string) => Array.from({ length: 6 }, () => limits.admit(address)).filter(Boolean).length
    expect(admitted('11.0.0.1')).toBe(5)
    expect([limits.admit('11.0.0.200'), limits.admit(written('::ffff:11.0.0.9')), limits.admit('11.0.1.1')]).toEqual([
      false,
      false,
      true,
    ])
    expect(limits.remembered).toBe(2)
    now += 15 * MINUTE
    expect(limits.admit('11.0.0.1')).toBe(true)
    expect(limits.remembered).toBe(1)
  })

  it('know a network of IPv6 by its first 48 bits, however it is written', () => {
    const limits = reportLimits(() => 0)
    const same = ['2a00:1450:4007::1', '2a00:1450:4007:80e::200e', '2A00:1450:4007:ffff:1:2:3:4', '2a00:1450:4007:1::']
    expect(same.map((address) => limits.admit(written(address)))).toEqual([true, true, true, true])
    expect([limits.admit('2a00:1450:4007:9::9'), limits.admit('2a00:1450:4007::2')]).toEqual([true, false])
    expect(limits.admit('2a00:1450:4008::1')).toBe(true)
  })

  it('hold a proxy on this machine or this network for no reader at all', () => {
    const limits = reportLimits(() => 0)
    expect(Array.from({ length: 10 }, () => limits.admit('127.0.0.1'))).not.toContain(false)
    expect(limits.remembered).toBe(0)
  })
})
