import { Agent, get } from 'node:http'
import { quantile } from './measures.ts'

/** What readers who do nothing wrong had to bear for a while. */
export interface Borne {
  readonly asked: number
  /** Answered with anything but 200, or not at all. */
  readonly failed: number
  /** From the question to the last byte, in milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

/** What the bench tells the readers: where and what to read; then when a while begins, and when it ends. */
export type ToReaders = { readonly port: number; readonly paths: readonly string[] } | 'begin' | 'end'

const BETWEEN_MS = 20
/** One in so many is somebody new, on a connection of their own. */
const NEW_EVERY = 5
const PATIENCE_MS = 15_000

const known = new Agent({ keepAlive: true, maxSockets: 64 })
let times: number[] = []
let [asked, failed] = [0, 0]
let underWay = new Set<Promise<void>>()

/** Asks once. The clock stops with the last byte. */
function read(port: number, path: string, isNew: boolean): Promise<void> {
  const began = performance.now()
  asked += 1
  return new Promise((resolve) => {
    const end = (isRight: boolean) => {
      if (isRight) times.push(performance.now() - began)
      else failed += 1
      resolve()
    }
    const headers = { 'accept-encoding': 'gzip, deflate, br' }
    const request = get({ host: '127.0.0.1', port, path, headers, agent: isNew ? false : known }, (response) => {
      response.once('end', () => end(response.statusCode === 200)).once('aborted', () => end(false))
      response.resume()
    })
    request.setTimeout(PATIENCE_MS, () => request.destroy())
    request.once('error', () => end(false))
  })
}

/** Fifty questions a second, whether or not the ones before were answered. */
function begin(port: number, paths: readonly string[]): void {
  const began = performance.now()
  let number = 0
  const next = () => {
    for (; performance.now() - began >= number * BETWEEN_MS; number += 1) {
      const reading = read(port, paths[number % paths.length] ?? '/', number % NEW_EVERY === 0)
      underWay.add(reading)
      void reading.then(() => underWay.delete(reading))
    }
    setTimeout(next, Math.max(0, began + number * BETWEEN_MS - performance.now()))
  }
  next()
}

async function borne(): Promise<Borne> {
  await Promise.all(underWay)
  return { asked, failed, p50: quantile(times, 0.5), p99: quantile(times, 0.99), worst: Math.max(...times) }
}

process.on('message', (message: ToReaders) => {
  if (message === 'end') {
    void borne().then((told) => process.send?.(told))
  } else {
    times = []
    asked = failed = 0
    underWay = new Set()
    if (message !== 'begin') begin(message.port, message.paths)
    process.send?.('ready')
  }
})
process.on('disconnect', () => process.exit())
