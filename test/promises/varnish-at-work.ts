import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The rules that operators load. */
const RULES = fileURLToPath(new URL('../../deploy/varnish/onrecord.vcl', import.meta.url))

const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']
const PATH = [process.env['PATH'] ?? '', ...PLACES].join(':')

const isThere = (program: string): boolean => PATH.split(':').some((folder) => existsSync(join(folder, program)))

/** Tests of Varnish are left out where there is none; on the machine that judges, its absence is a failure. */
export const HAS_VARNISH = isThere('varnishd') && isThere('varnishtest')
export const MAY_SKIP_VARNISH = process.env['CI'] !== 'true'

/**
 * The rules for a server at another port, in a file of their own.
 *
 * @param withProbe false where a test says by itself whether the server is well
 */
export async function rulesFor(folder: string, port: number, withProbe = true): Promise<string> {
  const rules = (await readFile(RULES, 'utf8')).replace('"4700"', `"${port}"`)
  const file = join(folder, `rules-${port}.vcl`)
  await writeFile(file, withProbe ? rules : rules.replace(/ {4}\.probe = \{[^}]*\}\n/, ''))
  return file
}

/** A folder that Varnish may look into, under whatever name it runs. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-varnish-'))
  await chmod(folder, 0o755)
  return folder
}

/** Tries one of Varnish's own tests. @returns what it said, where it failed */
export async function tryVarnishTest(file: string, settings: Readonly<Record<string, string>>): Promise<string | null> {
  const words = Object.entries(settings).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  try {
    await run('varnishtest', ['-t', '60', ...words, file], { env: { ...process.env, PATH }, maxBuffer: 20_000_000 })
    return null
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
    return said.slice(-6_000)
  }
}

/** A Varnish on this machine, with our rules, in front of a server of ours. */
export interface RunningVarnish {
  readonly port: number
  readonly url: string
  /** Pulls the plug; what it kept is gone. */
  kill(): Promise<void>
  /** Starts it again at the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

/** @param originPort where the server listens */
export async function startVarnish(originPort: number, key: string): Promise<RunningVarnish> {
  const folder = await openFolder()
  const rules = await rulesFor(folder, originPort)
  const state: { child?: ChildProcess; port: number } = { port: 0 }
  const start = async () => {
    const place = join(folder, 'work')
    const listen = `127.0.0.1:${state.port}`
    const words = ['-F', '-n', place, '-a', listen, '-f', rules, '-s', 'malloc,64m']
    const env = { ...process.env, PATH, ONRECORD_VARNISH_KEY: key }
    const child = spawn('varnishd', words, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    state.child = child
    const said: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    state.port = await portOf(place, child, said).catch((error: unknown) => {
      child.kill()
      throw error
    })
  }
  const kill = async () => {
    const { child } = state
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  await start()
  return {
    port: state.port,
    url: `http://127.0.0.1:${state.port}`,
    start,
    kill,
    close: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const PATIENCE_MS = 30_000

/** Asks it until it says where it listens. */
async function portOf(place: string, child: ChildProcess, said: readonly string[]): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const asked = await run('varnishadm', ['-n', place, '-t', '2', 'debug.listen_address'], {
      env: { ...process.env, PATH },
    })
      .then(({ stdout }) => stdout)
      .catch(() => '')
    const port = /^\S+ 127\.0\.0\.1 (\d+)/m.exec(asked)?.[1]
    if (port !== undefined) return Number(port)
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`Varnish did not start: ${said.join('')}`)
  }
}
