import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requestTokenOf } from '../../src/http/studio/request-token.ts'
import type { Grant } from '../../src/staff/role.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { signedIn } from '../signed-in.ts'

/** The built program; another build of it can be tried in its place. */
export const MAIN = process.env['TRIED_PROGRAM'] ?? fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** An answer; 0 where none came. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly json: () => Record<string, unknown>
}

/** The built program, serving from a data folder, as somebody in the studio and any reader reach it. */
export interface Served {
  readonly pid: number
  readonly output: () => string
  /** What it ends with: its exit code, or the signal's name. */
  readonly ended: Promise<number | string | null>
  get(path: string): Promise<Answer>
  /** Asks the studio's API, in the name of whoever the token is of. */
  ask(token: string, method: string, path: string, body?: unknown): Promise<Answer>
  stop(): Promise<void>
  kill(): Promise<void>
}

interface Serving {
  readonly data: string
  readonly env?: Readonly<Record<string, string>>
  /** What is started instead: a program that is handed the command line that would start the server. */
  readonly within?: (command: readonly string[]) => readonly [string, ...string[]]
}

export const settingsOf = (data: string, env: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: data,
  ONRECORD_DATA: data,
  ONRECORD_PORT: '0',
  ...env,
})

export async function serve({ data, env = {}, within = ([first = '', ...rest]) => [first, ...rest] }: Serving) {
  const [program, ...words] = within([process.execPath, MAIN, 'serve'])
  const child = spawn(program, words, { env: settingsOf(data, env), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | string | null)
  const port = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /http:\/\/localhost:(\d+)/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then(() => reject(new Error(`The server did not start: ${output}`)))
  })
  return served(child, { port, ended, output: () => output })
}

function served(
  child: ChildProcess,
  { port, ended, output }: { port: string; ended: Served['ended']; output: () => string },
): Served {
  const url = `http://127.0.0.1:${port}`
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    pid: child.pid ?? 0,
    output,
    ended,
    get: (path) => answered(fetch(url + path, { redirect: 'manual' })),
    ask: (token, method, path, body) => {
      const headers = {
        origin: `http://localhost:${port}`,
        cookie: `onrecord=${token}`,
        'x-onrecord-request': requestTokenOf(token),
        'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
      }
      const sent = body instanceof Uint8Array ? Buffer.from(body) : body === undefined ? null : JSON.stringify(body)
      return answered(
        fetch(`${url.replace('127.0.0.1', 'localhost')}/studio/api${path}`, {
          method,
          headers,
          ...(sent === null ? {} : { body: sent }),
        }),
      )
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

const answered = (response: Promise<Response>): Promise<Answer> =>
  response
    .then(async (whole) => ({ status: whole.status, text: await whole.text() }))
    // A connection that breaks before the answer is whole is no answer.
    .catch(() => ({ status: 0, text: '' }))
    .then(({ status, text }) => ({ status, text, json: () => JSON.parse(text) as Record<string, unknown> }))

/** Lets somebody into a newsroom that lies in files. @returns the token of their session */
export async function letIn(data: string, name: string, ...roles: readonly Grant['role'][]): Promise<string> {
  const db = openNewsroom({ kind: 'sqlite', file: join(data, 'newsroom.db') })
  try {
    const grants = roles.map((role) => ({ role, deskId: null }))
    return (await signedIn(db, name, grants)).token
  } finally {
    await db.destroy()
  }
}
