import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { CommandAsked, CommandRan } from './command-runner.ts'

/** The built program; another build of it can be tried in its place. */
export const MAIN = process.env['TRIED_PROGRAM'] ?? fileURLToPath(new URL('../../dist/main.js', import.meta.url))

const RUNNER = fileURLToPath(new URL('./command-runner.ts', import.meta.url))

/** What a command left behind. */
export interface Ran {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

export interface RunningServer {
  readonly url: string
  readonly output: () => string
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; body: string; headers: Headers }>
  /** Asks again and again until the answer is as expected, or a generous bound is over. */
  until(path: string, isRight: (answer: { status: number; body: string }) => boolean): Promise<string>
  /** Pulls the plug: no signal handler runs. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A newsroom in a folder of its own, worked on through the built program as an operator would. */
export interface NewsroomAtWork {
  readonly folder: string
  readonly environment: Record<string, string>
  run(...words: string[]): Promise<Ran>
  /** The same with something on the standard input. */
  feed(input: string, ...words: string[]): Promise<Ran>
  serve(command?: 'serve' | 'start'): Promise<RunningServer>
  remove(): Promise<void>
}

export interface NewsroomOptions {
  /** Starts the program anew for each command, as a person's shell does; else one process does them all, sooner. */
  readonly startsEach?: boolean
}

export async function aNewsroomAtWork(
  more: Record<string, string> = {},
  { startsEach = false }: NewsroomOptions = {},
): Promise<NewsroomAtWork> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-journey-'))
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    ONRECORD_DATA: join(folder, 'data'),
    ONRECORD_PORT: '0',
    ...more,
  }
  const start = (words: readonly string[]) =>
    spawn(process.execPath, [MAIN, ...words], { env: environment, cwd: folder })
  const servers = new Set<RunningServer>()
  const runner = startsEach ? null : commandRunner(folder, environment)
  const command = (words: readonly string[], input: string) =>
    runner ? runner.run(words, input) : finished(start(words), input)
  return {
    folder,
    environment,
    run: (...words) => command(words, ''),
    feed: (input, ...words) => command(words, input),
    serve: async (command = 'serve') => {
      const server = await running(start([command]))
      servers.add(server)
      return server
    },
    remove: async () => {
      for (const server of servers) await server.kill()
      await runner?.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One process that does commands one after the other. It begins with the first. */
function commandRunner(folder: string, environment: Record<string, string>) {
  let child: ChildProcess | undefined
  let asked = 0
  const waiting = new Map<number, (ran: CommandRan) => void>()
  const begin = (): ChildProcess => {
    const begun = fork(RUNNER, [dirname(MAIN)], { env: environment, cwd: folder, stdio: 'inherit' })
    begun.on('message', (ran: CommandRan) => {
      waiting.get(ran.number)?.(ran)
      waiting.delete(ran.number)
    })
    begun.on('exit', (code) => {
      for (const tell of waiting.values()) tell({ number: 0, exitCode: code ?? 1, out: '', err: 'the runner ended' })
    })
    return begun
  }
  return {
    run: (words: readonly string[], input: string): Promise<Ran> =>
      new Promise((resolve) => {
        child ??= begin()
        asked += 1
        waiting.set(asked, ({ exitCode, out, err }) => resolve({ exitCode, out, err }))
        child.send({ number: asked, words, input } satisfies CommandAsked)
      }),
    end: async () => {
      if (!child || child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}

async function finished(child: ChildProcessWithoutNullStreams, input: string): Promise<Ran> {
  // A command that fails before it reads closes its input: that is its answer, not a fault of ours.
  child.stdin.on('error', () => undefined).end(input)
  const [out, err, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode: Number(exitCode), out, err }
}

async function running(child: ChildProcess): Promise<RunningServer> {
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0]
      if (address) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`The server did not start: ${output}`)))
  })
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url.replace('localhost', '127.0.0.1') + path, { headers, redirect: 'manual' })
    return { status: response.status, body: await response.text(), headers: response.headers }
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    url,
    output: () => output,
    get,
    until: (path, isRight) => untilRight(() => get(path), isRight),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Far longer than anything here takes; a test that gets there fails with what it last saw. */
const PATIENCE_MS = 20_000

async function untilRight<Answer extends { body: string }>(
  ask: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer.body
    if (Date.now() > deadline) throw new Error(`The answer never became right: ${answer.body.slice(0, 500)}`)
  }
}
