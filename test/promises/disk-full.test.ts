import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT_CODE } from '../../src/cli/exit-codes.ts'
import { MAIN, type Served, serve, settingsOf } from './served.ts'
import { aNewsroomOnDisk, copyOf, type Writing, writingAt } from './served-writing.ts'

const isRoot = process.getuid?.() === 0
const has = (program: string) => spawnSync(program, ['--version']).status === 0
const WHY_NOT =
  (process.platform === 'linux' && isRoot && has('unshare') && has('nsenter') && has('prlimit')) ||
  process.env['CI'] !== undefined
    ? null
    : 'needs Linux, root, and util-linux, for a small disk of its own'

/** Where the small disk is mounted: in the server's own view of the world, and nowhere else. */
const SMALL = '/mnt'
const SMALL_MB = 24

/** A server whose room can be taken away and given back. */
interface Narrow {
  readonly server: Served
  readonly fill: () => void
  readonly free: () => void
  /** A command of the built program, where the server is. */
  readonly run: (...words: string[]) => { readonly status: number | null; readonly said: string }
}

/** On a disk of its own that is all but used up. */
async function onSmallDisk(data: string): Promise<Narrow> {
  const script = `mount -t tmpfs -o size=${SMALL_MB}m none ${SMALL} && cp -a "$0" ${SMALL}/data && exec "$@"`
  const env = settingsOf(join(SMALL, 'data'))
  const within = (command: readonly string[]) => ['unshare', '-m', 'sh', '-c', script, data, ...command] as const
  const server = await serve({ data: join(SMALL, 'data'), within })
  const filler = join('/proc', String(server.pid), 'root', SMALL, 'filler')
  return {
    server,
    fill: () => {
      // Until not another byte goes in.
      for (let size = 1 << 20, part = 0; size >= 1; size = size > 4096 ? 4096 : size > 1 ? 1 : 0) {
        if (size === 0) break
        try {
          for (; ; part += 1) writeFileSync(`${filler}-${part}`, Buffer.alloc(size))
        } catch {
          rmSync(`${filler}-${part}`, { force: true })
        }
      }
    },
    free: () => {
      for (let part = 0; spawnSync('test', ['-e', `${filler}-${part}`]).status === 0; part += 1)
        rmSync(`${filler}-${part}`)
    },
    run: (...words) => {
      const inside = ['-t', String(server.pid), '-m', process.execPath, MAIN, ...words]
      const { status, stdout, stderr } = spawnSync('nsenter', inside, { env, encoding: 'utf8' })
      return { status, said: stdout + stderr }
    },
  }
}

/** Under a limit for each file, as `ulimit -f` sets it, a little above what the largest has. */
async function underFileLimit(data: string): Promise<Narrow> {
  const server = await serve({ data })
  const limit = (bytes: number | 'unlimited') =>
    spawnSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`])
  const env = settingsOf(data)
  let largest = 0
  return {
    server,
    fill: () => {
      largest = statSync(join(data, 'newsroom.db-wal')).size
      limit(largest)
    },
    free: () => void limit('unlimited'),
    run: (...words) => {
      const script = `ulimit -f ${Math.floor(largest / 1024)}; exec "$@"`
      const command = ['-c', script, 'sh', process.execPath, MAIN, ...words]
      const { status, stdout, stderr } = spawnSync('bash', command, { env, encoding: 'utf8' })
      return { status, said: stdout + stderr }
    },
  }
}

const PLACES = [
  { name: 'a disk with no room left', open: onSmallDisk },
  { name: 'a limit for each file', open: underFileLimit },
]

/** A live story, and a draft that somebody is at. */
async function before(writing: Writing, words: string): Promise<{ id: string; path: string; draft: string }> {
  const id = String((await writing.begin()).json()['id'])
  await writing.save(id, 0, words)
  const path = String((await writing.publish(id)).json()['path'])
  const draft = String((await writing.begin()).json()['id'])
  expect((await writing.save(draft, 0, 'A draft.')).status).toBe(200)
  return { id, path, draft }
}

describe.skipIf(WHY_NOT)('no room to write', () => {
  let prepared: { data: string; token: string }
  const folders: string[] = []
  beforeAll(async () => {
    prepared = await aNewsroomOnDisk('narrow')
    folders.push(dirname(prepared.data))
  })
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  /** Everything that somebody can send, and the status of each answer. */
  async function tryEverything({ server }: Narrow, writing: Writing, draft: string): Promise<Record<string, number>> {
    const { token } = prepared
    const statuses: Record<string, number> = {}
    const long = 'Too long to fit. '.repeat(2_000)
    const saved = await writing.save(draft, 1, long)
    statuses['autosave'] = saved.status
    expect(saved.json()).toMatchObject({ title: 'storage-full', remedy: expect.stringContaining('Free some space') })
    statuses['begin'] = (await writing.begin()).status
    statuses['publish'] = (await writing.publish(draft)).status
    const upload = await server.ask(token, 'POST', '/uploads', { name: 'a.jpg', bytes: 300_000 })
    statuses['upload'] = upload.status
    if (upload.status === 200) {
      const address = `/uploads/${String(upload.json()['uploadId'])}?offset=0`
      statuses['upload'] = (await server.ask(token, 'PUT', address, new Uint8Array(300_000))).status
    }
    return statuses
  }

  it.each(PLACES)('$name: readers read on, writers are told, and nothing is half-published', async ({ open }) => {
    const data = copyOf(prepared.data)
    folders.push(dirname(data))
    mkdirSync(data, { recursive: true })
    const place = await open(data)
    const { server } = place
    const writing = writingAt(server, prepared.token)
    const { path, draft } = await before(writing, 'Known to readers.')
    expect((await server.get(path)).status).toBe(200)
    place.fill()
    const statuses = await tryEverything(place, writing, draft)
    expect(statuses).toEqual({ autosave: 507, begin: 507, publish: 507, upload: statuses['upload'] })
    // A file of its own is under its own limit; on a full disk there is no room for it either.
    expect(open === onSmallDisk ? 507 : 200).toBe(statuses['upload'])
    // Kept and not kept: a page that nobody has asked for is made from the edition, which is only read.
    for (const address of [path, '/', '/feeds', '/sitemap.xml', '/text', `${path}?x=1`]) {
      expect([address, (await server.get(address)).status]).toEqual([address, 200])
    }
    expect((await server.get('/')).text).not.toContain('A draft.')
    const ran = place.run('story', 'hold', draft, 'The lawyer reads.')
    expect(ran).toMatchObject({ status: EXIT_CODE['storage-full'], said: expect.stringContaining('full') })
    place.free()
    expect(await writing.textOf(draft)).toContain('A draft.')
    expect((await writing.save(draft, 1, 'There is room again.')).status).toBe(200)
    expect((await writing.publish(draft)).status).toBe(200)
    await server.stop()
    expect(await server.ended).toBe(0)
  })
})
