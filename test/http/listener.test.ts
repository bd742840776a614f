import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { aPage, aPress, FakeEdition, untilTrue } from '../press/builders.ts'
import { ask, listenWith, seen, sendRaw } from './clients.ts'

let edition: FakeEdition
let listening: Listening
beforeEach(async () => {
  edition = new FakeEdition()
  edition.pages.set('/', aPage())
  listening = await listenWith(aPress(edition))
})
afterEach(() => listening.close())

describe('a port that another program has', () => {
  it('is refused with a way out', async () => {
    const again = listen({ host: '127.0.0.1', port: listening.port, answer: () => {}, onFault: () => {} })
    await expect(again).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(String(listening.port)),
      remedy: expect.stringContaining('ONRECORD_PORT='),
    })
  })

  it('is refused as a setting when the address is not of this machine', async () => {
    const elsewhere = listen({ host: '192.0.2.1', port: 0, answer: () => {}, onFault: () => {} })
    await expect(elsewhere).rejects.toMatchObject({ code: 'bad-config' })
  })
})

describe('a malformed request', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a TLS greeting', Buffer.from([0x16, 0x03, 0x01, 0x00, 0xa5, 0x01, 0x00]), 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['length and chunks', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('with %s is refused', async (_, bytes, status) => {
    expect(await sendRaw(listening.port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect((await ask(listening.port, '/')).status).toBe(200)
  })

  it('with bytes that are no UTF-8 in its address gets the page for that', async () => {
    const request = Buffer.from('GET /caf\xe9 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'latin1')
    expect(await sendRaw(listening.port, request)).toMatch(/^HTTP\/1.1 400 /)
  })
})

const line = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`

describe('many requests sent at once on one connection', () => {
  it('are answered in their order', async () => {
    edition.pages.set('/a', aPage({ body: 'This is a.' }))
    const answers = await sendRaw(listening.port, line('/a') + line('/nothing') + line('/a', 'Connection: close\r\n'))
    expect(answers.match(/HTTP\/1\.1 \d+|This is a\./g)).toEqual([
      'HTTP/1.1 200',
      'This is a.',
      'HTTP/1.1 404',
      'HTTP/1.1 200',
      'This is a.',
    ])
  })
})

describe('clients that are slow on purpose', () => {
  it('do not keep others waiting', async () => {
    edition.pages.set('/large', aPage({ body: 'x'.repeat(8_000_000) }))
    const slow = Array.from({ length: 20 }, () => connect(listening.port, '127.0.0.1'))
    for (const [at, socket] of slow.entries()) {
      socket.on('error', () => {})
      socket.pause()
      socket.write(at % 2 ? 'GET / HTTP/1.1\r\nHost:' : 'GET /large HTTP/1.1\r\nHost: a\r\n\r\n')
    }
    await Promise.all(slow.map((socket) => once(socket, 'connect')))
    const replies = await Promise.all(Array.from({ length: 50 }, () => ask(listening.port, '/')))
    expect(replies.every((reply) => seen(reply) === aPage().body)).toBe(true)
    for (const socket of slow) socket.destroy()
  })

  it('who leave while their page is rendered harm nobody', async () => {
    edition.hold()
    const socket = connect(listening.port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await untilTrue(() => edition.asked.length === 1)
    socket.destroy()
    await once(socket, 'close')
    edition.letGo()
    expect((await ask(listening.port, '/')).status).toBe(200)
  })
})

describe('closing', () => {
  it('finishes what is under way, ends idle connections and takes no more', async () => {
    const idle = connect(listening.port, '127.0.0.1')
    idle.write('GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(idle, 'data')
    edition.hold()
    const underWay = ask(listening.port, '/')
    await untilTrue(() => edition.asked.includes('/'))
    const closed = listening.close()
    await once(idle, 'close')
    await expect(ask(listening.port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    edition.letGo()
    expect(seen(await underWay)).toBe(aPage().body)
    await closed
  })

  it('answers whom it still had a connection with, once more, and says that it was the last time', async () => {
    const patient = await listen({
      host: '127.0.0.1',
      port: 0,
      answer: (_request, response) => response.end('here'),
      onFault: () => {},
      lastWordMs: 60_000,
    })
    const socket = connect(patient.port, '127.0.0.1')
    let answers = ''
    socket.on('data', (bytes) => (answers += String(bytes)))
    socket.write(line('/'))
    await untilTrue(() => answers.endsWith('here'))
    const closed = patient.close()
    await expect(ask(patient.port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    socket.write(line('/'))
    await once(socket, 'close')
    expect(answers.match(/Connection: [\w-]+/g)).toEqual(['Connection: keep-alive', 'Connection: close'])
    await closed
  })

  it('does not wait for ever for a client that never ends its request', async () => {
    const impatient = await listenWith(aPress(edition), [], 20)
    const socket = connect(impatient.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost:')
    await once(socket, 'connect')
    await impatient.close()
    expect((await ask(listening.port, '/')).status).toBe(200)
  })
})
