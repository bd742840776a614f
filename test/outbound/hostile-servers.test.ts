import { createServer, type Server, type Socket } from 'node:net'
import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch } from '../../src/outbound/guarded-fetch.ts'
import { guardedExchange } from '../../src/outbound/guarded-post.ts'
import { networkWith } from './a-server.ts'

const LIMITS = { timeoutMs: 250, maxBytes: 10_000 }
/** For what is to arrive, however busy the machine is. */
const PATIENT = { ...LIMITS, timeoutMs: 20_000 }
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n'

let open: { server: Server; sockets: Set<Socket> } | null = null
afterEach(async () => {
  for (const socket of open?.sockets ?? []) socket.destroy()
  await new Promise((resolve) => (open ? open.server.close(resolve) : resolve(null)))
  open = null
})

/** A server without manners: it writes to whoever comes as it likes. @returns its port, and what it was sent */
async function aRawServer(write: (socket: Socket) => void): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', (data) => {
      heard.push(data.toString('latin1'))
      write(socket)
    })
  })
  open = { server, sockets }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, heard }
}

/** Writes the same again and again until nobody listens. */
function endlessly(socket: Socket, text: string | Buffer, first = ''): void {
  if (first !== '') socket.write(first)
  const more = () => {
    while (!socket.destroyed && socket.write(text));
  }
  socket.on('drain', more)
  more()
}

/** One byte now and then: something always comes, and it never ends. */
function trickling(socket: Socket, text: string, first = ''): void {
  if (first !== '') socket.write(first)
  let at = 0
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer)
    else socket.write(text[at++ % text.length] ?? 'x')
  }, 20)
}

const chunk = (data: Buffer) =>
  Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')])

describe('a server that keeps no rule', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['promises more than it sends', (socket) => socket.end(`${HEAD}Content-Length: 5000\r\n\r\nshort`)],
    [
      'promises a huge page',
      (socket) => endlessly(socket, 'x'.repeat(1_000), `${HEAD}Content-Length: 99999999999\r\n\r\n`),
    ],
    ['sends headers without end', (socket) => endlessly(socket, 'X-More: of the same\r\n', HEAD)],
    ['sends one endless header', (socket) => endlessly(socket, 'x'.repeat(1_000), `${HEAD}X-Long: `)],
    ['says that it will answer soon, for ever', (socket) => endlessly(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')],
    ['sends its headers a byte at a time', (socket) => trickling(socket, HEAD)],
    ['sends its page a byte at a time', (socket) => trickling(socket, 'x', `${HEAD}\r\n`)],
    ['sends a page without end', (socket) => endlessly(socket, 'x'.repeat(1_000), `${HEAD}\r\n`)],
    [
      'sends chunks without end',
      (socket) => endlessly(socket, chunk(Buffer.alloc(500, 'x')), `${HEAD}Transfer-Encoding: chunked\r\n\r\n`),
    ],
    [
      'lies about the size of a chunk',
      (socket) => socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n`),
    ],
    ['states two lengths', (socket) => socket.end(`${HEAD}Content-Length: 3\r\nContent-Length: 30\r\n\r\nabc`)],
    [
      'packs a great deal of nothing into little',
      (socket) =>
        socket.end(
          Buffer.concat([
            Buffer.from(`${HEAD}Content-Encoding: deflate\r\n\r\n`),
            deflateSync(Buffer.alloc(30_000_000)),
          ]),
        ),
    ],
    ['says nothing that anybody understands', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
    ['hangs up', (socket) => socket.destroy()],
    ['says nothing', () => undefined],
  ])('gets no more than a failure out of us when it %s', async (_, write) => {
    const { port } = await aRawServer(write)
    const network = networkWith(port)
    const address = `http://statement.test:${port}/`
    const told = guardedExchange(address, { type: 'text/plain', body: 'x' }, { limits: LIMITS, network })
    const both = await Promise.allSettled([guardedFetch(address, LIMITS, network), told])
    for (const one of both) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'fetch-failed' } })
  })

  it('reads what is good of an answer and nothing that follows it', async () => {
    const { port } = await aRawServer((socket) =>
      socket.end(`${HEAD}Content-Length: 4\r\n\r\npageHTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n`),
    )
    const { bytes } = await guardedFetch(`http://statement.test:${port}/`, PATIENT, networkWith(port))
    expect(Buffer.from(bytes).toString()).toBe('page')
  })
})

describe('an address with lines in it', () => {
  it.each([
    '/a\r\nX-Ours: 1',
    '/a%0d%0aX-Ours:%201',
    '/?q=\r\n\r\nGET /b HTTP/1.1',
    '/\u560a\u560dX-Ours: 1',
    '/ HTTP/1.1\r\nX-Ours: 1',
  ])('asks one question in one line: %j', async (path) => {
    const { port, heard } = await aRawServer((socket) => socket.end(`${HEAD}Content-Length: 2\r\n\r\nok`))
    await guardedFetch(`http://statement.test:${port}${path}`, PATIENT, networkWith(port))
    const [head = ''] = heard
    const [first = '', ...headers] = head.trimEnd().split('\r\n')
    expect(first).toMatch(/^GET \/[!-~]* HTTP\/1\.1$/)
    expect(headers.map((line) => line.split(':')[0] ?? '').toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })
})
