import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { Agent, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inRoot } from '../tooling/repository.ts'
import { aNewsroomAtWork, MAIN, type NewsroomAtWork } from './newsroom-at-work.ts'

const HOLDER = fileURLToPath(new URL('./socket-holder.py', import.meta.url))

const isThere = (program: string, word: string) => spawnSync(program, [word]).status === 0

/** Clients at the same time, each on a connection that it keeps. */
const CLIENTS = 16

/** What came of them. */
interface Told {
  readonly sent: number
  readonly failed: readonly string[]
  readonly longestMs: number
}

interface Load {
  /** Resolves when this many more requests have been answered. */
  more(answers: number): Promise<void>
  end(): Promise<Told>
}

/** Asks for pages without a pause, over connections that are kept as long as the server keeps them. */
function load(port: number, paths: readonly string[]): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const seen = { sent: 0, answered: 0, longestMs: 0, failed: [] as string[] }
  const ending = new AbortController()
  const answers = new EventEmitter().setMaxListeners(0)
  const client = async (first: number) => {
    let at = first
    while (!ending.signal.aborted) {
      seen.sent += 1
      const began = performance.now()
      const outcome = await askOnce(agent, port, paths[at % paths.length] ?? '/')
      seen.longestMs = Math.max(seen.longestMs, performance.now() - began)
      seen.answered += 1
      if (outcome !== 200) seen.failed.push(String(outcome))
      answers.emit('one')
      at += 1
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_none, first) => client(first))
  return {
    more: async (count) => {
      for (let left = count; left > 0; left -= 1) await once(answers, 'one')
    },
    end: async () => {
      ending.abort()
      await Promise.all(clients)
      agent.destroy()
      return seen
    },
  }
}

/** The status, or why there was none: nothing is asked twice. */
const askOnce = (agent: Agent, port: number, path: string): Promise<number | string> =>
  new Promise((resolve) => {
    const sent = request({ agent, host: '127.0.0.1', port, path }, (response) => {
      response.on('error', (error) => resolve(error.message))
      // A proxy that knows no such site answers with nothing, and calls it fine.
      let isEmpty = true
      response.on('data', () => (isEmpty = false))
      response.on('end', () => resolve(isEmpty ? 'an empty answer' : (response.statusCode ?? 0)))
    })
    sent.on('error', (error) => resolve(error.message))
    sent.end()
  })

const PATHS = ['/', '/fr', '/record', '/robots.txt']

let newsroom: NewsroomAtWork
beforeEach(async () => {
  newsroom = await aNewsroomAtWork()
  await newsroom.run('sample', 'load')
})
afterEach(() => newsroom.remove())

describe.skipIf(!isThere('python3', '--version'))('behind a socket that a service manager holds', () => {
  let holder: ChildProcess
  afterEach(async () => {
    if (holder.exitCode !== null) return
    const ended = once(holder, 'exit')
    holder.stdin?.end()
    await ended
  })

  it('a restart refuses nobody: who comes meanwhile waits and is answered', async ({ annotate }) => {
    const { environment: env, folder: cwd } = newsroom
    const begun = spawn('python3', [HOLDER, process.execPath, MAIN, 'serve'], {
      env,
      cwd,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    holder = begun
    const said: string[] = []
    const lines = createInterface({ input: begun.stdout })
    lines.on('line', (line) => said.push(line))
    const until = async (isSaid: (line: string) => boolean, times: number) => {
      while (said.filter(isSaid).length < times) await once(lines, 'line')
    }
    await until((line) => /^\d+$/.test(line), 1)
    const port = Number(said.find((line) => /^\d+$/.test(line)))
    const readers = load(port, PATHS)
    await readers.more(200)
    for (const restarts of [1, 2]) {
      begun.stdin.write('restart\n')
      await until((line) => line.startsWith('ended'), restarts)
      await readers.more(200)
    }
    const told = await readers.end()
    await annotate(inWords(told))
    expect(refusalsIn(told)).toEqual({})
    expect(said.filter((line) => line.startsWith('ended'))).toEqual(['ended 0', 'ended 0'])
  }, 60_000)
})

describe.skipIf(!isThere('caddy', 'version'))('behind Caddy', () => {
  let caddy: ChildProcess
  afterEach(async () => {
    const ended = once(caddy, 'exit')
    caddy.kill()
    await ended
  })

  it('a restart refuses nobody, without a socket that is held', async ({ annotate }) => {
    const [port, front] = [await freePort(), await freePort()]
    newsroom.environment['ONRECORD_PORT'] = String(port)
    let server = await newsroom.serve()
    caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', inRoot('deploy/caddy/Caddyfile')], {
      env: {
        PATH: process.env['PATH'],
        HOME: newsroom.folder,
        SITE_ADDRESS: `http://127.0.0.1:${front}`,
        UPSTREAM: `127.0.0.1:${port}`,
      },
      stdio: 'ignore',
    })
    while ((await askOnce(new Agent(), front, '/')) !== 200) await delay(20)
    const readers = load(front, PATHS)
    await readers.more(200)
    for (let restarts = 0; restarts < 2; restarts += 1) {
      await server.stop()
      server = await newsroom.serve()
      await readers.more(200)
    }
    const told = await readers.end()
    await annotate(inWords(told))
    expect(refusalsIn(told)).toEqual({})
  }, 60_000)
})

/** How often each reason for a failure was met. */
const refusalsIn = ({ failed }: Told) => Object.groupBy(failed, (why) => why)

const inWords = ({ sent, failed, longestMs }: Told) =>
  `${sent} requests over two restarts, ${failed.length} failed, the longest took ${Math.round(longestMs)} ms`

/** A port that nobody has: the server has to come back to the same one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
