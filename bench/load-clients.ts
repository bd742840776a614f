import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from './measures.ts'

/** What a flood asks next. */
export interface FloodQuestion {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Whom it comes from: any address of 127.0.0.0/8 is this machine's. */
  readonly from?: string
}

export interface Flood {
  readonly port: number
  readonly atOnce: number
  readonly seconds: number
  /** The next question; nothing when all were asked. */
  readonly next: (number: number) => FloodQuestion | undefined
}

/** What came of a flood. */
export interface Flooded {
  readonly seconds: number
  /** How many answers had which status; 0 is none. */
  readonly statuses: Readonly<Record<number, number>>
  /** Answers of 429 and 503 that did not say when to come back. */
  readonly withoutRetryAfter: number
  readonly megabytes: number
  /** Of those who were answered 2xx, in milliseconds. */
  readonly p50: number
  readonly p99: number
}

/** So many clients ask one question after another, as fast as they are answered, until the time is up. */
export async function flood({ port, atOnce, seconds, next }: Flood): Promise<Flooded> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const statuses: Record<number, number> = {}
  const times: number[] = []
  const began = performance.now()
  let [number, bytes, withoutRetryAfter] = [0, 0, 0]
  const client = async () => {
    while (performance.now() - began < seconds * 1_000) {
      const question = next(number++)
      if (!question) return
      const asked = performance.now()
      const answer = await ask(port, agent, question)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      bytes += answer.bytes
      if (answer.status >= 200 && answer.status < 300) times.push(performance.now() - asked)
      if ((answer.status === 429 || answer.status === 503) && !answer.hasRetryAfter) withoutRetryAfter += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  agent.destroy()
  const took = (performance.now() - began) / 1_000
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)]
  return { seconds: took, statuses, withoutRetryAfter, megabytes: bytes / 1e6, p50, p99 }
}

interface FloodAnswer {
  readonly status: number
  readonly bytes: number
  readonly hasRetryAfter: boolean
}

function ask(port: number, agent: Agent, { path, method, headers, body, from }: FloodQuestion): Promise<FloodAnswer> {
  return new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method: method ?? 'GET',
      headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
      ...(from === undefined ? { agent } : { agent: false, localAddress: from }),
    }
    const asked = request(options, (response) => {
      let bytes = 0
      const hasRetryAfter = response.headers['retry-after'] !== undefined
      const end = (status: number) => resolve({ status, bytes, hasRetryAfter })
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.once('end', () => end(response.statusCode ?? 0)).once('aborted', () => end(0))
    })
    asked.once('error', () => resolve({ status: 0, bytes: 0, hasRetryAfter: false }))
    asked.end(body)
  })
}

/** A connection that the bench holds in its hand. */
export interface HeldSocket {
  readonly socket: Socket
  /** When the server ended it, in seconds after it was opened; null as long as it has not. */
  readonly endedAfter: () => number | null
  /** The beginning of what the server has said. */
  readonly heard: () => string
}

/** Opens so many connections, some hundred at a time, and writes on each. Those that cannot be opened are left out. */
export async function openSockets(
  port: number,
  howMany: number,
  { first = '', isDeaf = false }: { readonly first?: string; readonly isDeaf?: boolean } = {},
): Promise<HeldSocket[]> {
  const open: HeldSocket[] = []
  for (let done = 0; done < howMany; done += 200) {
    const some = Array.from({ length: Math.min(200, howMany - done) }, () => openSocket(port, first, isDeaf))
    open.push(...(await Promise.all(some)).filter((one) => one !== null))
  }
  return open
}

/** @param isDeaf reads nothing of what the server says, until somebody does */
function openSocket(port: number, first: string, isDeaf: boolean): Promise<HeldSocket | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const began = performance.now()
    let endedAfter: number | null = null
    let heard = ''
    const end = () => (endedAfter ??= (performance.now() - began) / 1_000)
    socket.once('end', end).once('close', end)
    socket.on('error', () => resolve(null))
    if (isDeaf) socket.pause()
    else socket.on('data', (chunk: Buffer) => (heard = heard === '' ? chunk.toString('latin1', 0, 200) : heard))
    socket.once('connect', () => {
      if (first !== '') socket.write(first)
      resolve({ socket, endedAfter: () => endedAfter, heard: () => heard })
    })
  })
}

/** Does something with each connection that the server holds still, once a second, until all have ended or the time is up. */
export async function eachSecond(
  held: readonly HeldSocket[],
  seconds: number,
  act: (socket: Socket) => void,
): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    const open = held.filter(({ endedAfter }) => endedAfter() === null)
    if (open.length === 0) return
    for (const { socket } of open) if (socket.writable) act(socket)
    await pause(1_000)
  }
}

export const destroyAll = (held: readonly HeldSocket[]): void => {
  for (const { socket } of held) socket.destroy()
}

/** In words: how many the server ended, when, and what it said to them. */
export function endings(held: readonly HeldSocket[]): string {
  const times = held.flatMap(({ endedAfter }) => endedAfter() ?? [])
  const said = Map.groupBy(held, ({ heard }) => heard().slice(9, 12) || 'no answer')
  const told = [...said].map(([status, all]) => `${all.length} × ${status}`).join(', ')
  const when = times.length > 0 ? ` after ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} s` : ''
  return `${times.length} of ${held.length} ended by the server${when}; ${told}`
}

/** In words: how many answers of which kind. */
export function floodTold({ seconds, statuses, withoutRetryAfter, megabytes, p50, p99 }: Flooded): string {
  const all = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const kinds = Object.entries(statuses).map(
    ([status, count]) => `${count} × ${status === '0' ? 'broken off' : status}`,
  )
  const rest = withoutRetryAfter > 0 ? `; ${withoutRetryAfter} of them without Retry-After` : ''
  const times = Number.isNaN(p50) ? '' : `; 2xx took ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`
  return `${Math.round(all / seconds)} answers/s, ${megabytes.toFixed(0)} MB in ${seconds.toFixed(0)} s: ${kinds.join(', ')}${rest}${times}`
}
