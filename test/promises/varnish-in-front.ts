import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './node-in-cluster.ts'
import type { Answer } from './served.ts'

const VCL = fileURLToPath(new URL('../../deploy/varnish/onrecord.vcl', import.meta.url))

/** What the nodes and Varnish know, and nobody else. */
const KEY = 'a-key-for-tests'

/** Varnish, with our own configuration, in front of several nodes. */
export interface VarnishInFront {
  /** What tells a node of it. */
  readonly env: Readonly<Record<string, string>>
  readonly get: (path: string) => Promise<Answer>
  readonly start: (backends: readonly number[]) => Promise<void>
  readonly kill: () => Promise<void>
  remove(): Promise<void>
}

/** @returns null on a machine without Varnish; where the whole suite is tried it must be there */
export async function varnishInFront(): Promise<VarnishInFront | null> {
  if (spawnSync('varnishd', ['-V']).error) {
    if (process.env['CI']) throw new Error('Varnish is not installed, and here it must be.')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-varnish-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined
  const get = (path: string) => answered(fetch(url + path, { redirect: 'manual' }))
  const kill = async () => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const exited = once(running, 'exit')
    running.kill('SIGKILL')
    await exited
  }
  return {
    env: { ONRECORD_VARNISH_URLS: url, ONRECORD_VARNISH_KEY: KEY },
    get,
    start: async (backends) => {
      const file = join(folder, 'nodes.vcl')
      writeFileSync(file, withBackends(readFileSync(VCL, 'utf8'), backends))
      running = spawn(
        'varnishd',
        ['-F', '-j', 'none', '-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-f', file, '-s', 'malloc,32m'],
        { env: { ...process.env, ONRECORD_VARNISH_KEY: KEY }, stdio: 'ignore' },
      )
      await answering(get)
    },
    kill,
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The one backend of the file becomes several, asked in this order: as docs/operate/growing.md has it. */
function withBackends(vcl: string, ports: readonly number[]): string {
  const [backend = ''] = /^backend onrecord \{[\s\S]*?^\}\n/m.exec(vcl) ?? []
  const each = ports.map((port, number) =>
    backend.replace('backend onrecord', `backend node${number}`).replace('"4700"', `"${port}"`),
  )
  const added = ports.map((_, number) => `    nodes.add_backend(node${number});`)
  const init = `sub vcl_init {\n    new nodes = directors.fallback();\n${added.join('\n')}\n}\n`
  return vcl
    .replace('import std;', 'import std;\nimport directors;')
    .replace(backend, [...each, init].join('\n'))
    .replace('set req.backend_hint = onrecord;', 'set req.backend_hint = nodes.backend();')
}

async function answering(get: (path: string) => Promise<Answer>): Promise<void> {
  for (const deadline = Date.now() + 20_000; (await get('/')).status !== 200; ) {
    if (Date.now() > deadline) throw new Error('Varnish did not start.')
  }
}

const answered = (response: Promise<Response>): Promise<Answer> =>
  response
    .then(async (whole) => ({ status: whole.status, text: await whole.text() }))
    .catch(() => ({ status: 0, text: '' }))
    .then(({ status, text }) => ({ status, text, json: () => JSON.parse(text) as Record<string, unknown> }))
