import { setTimeout as pause } from 'node:timers/promises'
import { destroyAll, eachSecond, endings, openSockets } from './load-clients.ts'
import type { LoadPart } from './load-parts.ts'

const FORM = 'Content-Type: application/x-www-form-urlencoded'
const JSON_BODY = 'Content-Type: application/json'

/** Clients that take their time: they hold connections, and ask for nothing that costs. */
export const SLOW_PARTS: readonly LoadPart[] = [
  {
    name: 'idle',
    what: '10,000 connections that say nothing',
    run: async ({ server }) => {
      const before = server.megabytes()
      const held = await openSockets(server.port, 10_000)
      await pause(3_000)
      const each = ((server.megabytes() - before) / held.length) * 1_000
      const still = held.filter(({ endedAfter }) => endedAfter() === null).length
      destroyAll(held)
      return `${held.length} opened, ${still} held, ${each.toFixed(1)} kB each`
    },
  },
  {
    name: 'slowloris',
    what: '500 requests whose head comes a byte a second',
    run: async ({ server }) => {
      const held = await openSockets(server.port, 500, { first: 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ' })
      await eachSecond(held, 25, (socket) => socket.write('x'))
      destroyAll(held)
      return endings(held)
    },
  },
  {
    name: 'slow-page',
    what: '500 connections with 20 questions each for a page of megabytes, which read nothing or a kB a second',
    run: ({ server, patience }) => slowReaders(server.port, { howMany: 500, path: server.long, times: 20, patience }),
  },
  {
    name: 'slow-download',
    what: '500 connections that ask for edition.db and read nothing or a kB a second; then a fair one asks',
    run: ({ server, patience }) =>
      slowReaders(server.port, { howMany: 500, path: '/data/edition.db', times: 1, patience }),
  },
  {
    name: 'slow-report',
    what: '200 reports whose body comes a byte a second',
    run: ({ server }) => slowBodies(server.port, `POST /report HTTP/1.1\r\nHost: a\r\n${FORM}`, 27),
  },
  {
    name: 'slow-studio',
    what: '200 sign-ins whose body comes a byte a second',
    run: ({ server, patience }) => slowBodies(server.port, signIn(server.port), Math.max(27, patience)),
  },
  {
    name: 'lying',
    what: '200 bodies of another length than they say',
    run: async ({ server }) => {
      const lies = ['Content-Length: 99999999999', 'Content-Length: -1', 'Content-Length: 3\r\nContent-Length: 4']
      const heads = [`POST /report HTTP/1.1\r\nHost: a\r\n${FORM}`, signIn(server.port)]
      const told: string[] = []
      for (const lie of lies) {
        for (const head of heads) {
          const held = await openSockets(server.port, 33, { first: `${head}\r\n${lie}\r\n\r\nabout=%2F&kind=x` })
          await eachSecond(held, 3, () => undefined)
          told.push(`${head.split(' ')[1]}, ${lie.replace('\r\n', ' and ')}: ${endings(held)}`)
          destroyAll(held)
        }
      }
      return told.join('. ')
    },
  },
]

const signIn = (port: number): string =>
  `POST /studio/api/entering/password HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n${JSON_BODY}`

interface SlowReaders {
  readonly howMany: number
  readonly path: string
  /** Questions on each connection, all sent at once. */
  readonly times: number
  readonly patience: number
}

async function slowReaders(port: number, { howMany, path, times, patience }: SlowReaders): Promise<string> {
  const first = `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(times)
  const held = await openSockets(port, howMany, { first, isDeaf: true })
  const heard = new Map<string, number>()
  for (const { socket } of held) {
    // The first words say what came of it; then half of them read nothing more.
    socket.once('readable', () => {
      const status = String(socket.read(12) ?? '').slice(9, 12)
      heard.set(status, (heard.get(status) ?? 0) + 1)
    })
  }
  const reading = new Set(held.filter((_, at) => at % 2 === 0).map(({ socket }) => socket))
  await eachSecond(held, Math.max(10, patience), (socket) => {
    if (reading.has(socket)) socket.read(1_000)
  })
  const fair = await fetch(`http://127.0.0.1:${port}${path}`).then(
    async ({ status, body }) => {
      await body?.cancel()
      return `answered ${status}`
    },
    (error: unknown) => `not answered (${String((error as { cause?: unknown }).cause)})`,
  )
  destroyAll(held)
  const told = [...heard].map(([status, count]) => `${count} × ${status || 'nothing'}`).join(', ')
  return `${told}; ${endings(held).split(';')[0]}; a fair one is ${fair}`
}

async function slowBodies(port: number, head: string, seconds: number): Promise<string> {
  const held = await openSockets(port, 200, { first: `${head}\r\nContent-Length: 1000\r\n\r\n` })
  await eachSecond(held, seconds, (socket) => socket.write('x'))
  destroyAll(held)
  return endings(held)
}
