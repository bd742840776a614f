import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Application } from '../../src/cli/application.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import type { CacheSettings } from '../../src/config/operating-settings.ts'
import { purgeCaches } from '../../src/newsroom/purging/purge-caches.ts'
import { Sightings } from '../../src/newsroom/purging/sightings.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { cachesIn } from '../../src/outbound/purges/all-caches.ts'
import { aConfig, aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { anApplication } from '../cli/an-application.ts'
import { aServer } from '../outbound/a-server.ts'
import { databases, type OpenDatabases } from './databases.ts'

const KEY = 'a-key-that-nobody-may-see'

const [sqlite] = databases

describe.each(sqlite ? [sqlite] : [])('the commands for caches', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let varnish: Awaited<ReturnType<typeof aServer>>
  let status: number
  let caches: CacheSettings | null
  let app: Application
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
    status = 200
    varnish = await aServer((_, response) => response.writeHead(status, { 'onrecord-purged': '3' }).end())
    const urls = [`http://127.0.0.1:${varnish.port}`]
    caches = { varnish: { urls, key: KEY }, fastly: null, cloudflare: null, maxAgeSeconds: 60 }
    app = anApplication({
      config: () => aConfig({ caches }),
      withNewsroom: (_, work) => work(newsroom, dbs.addresses),
    })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await varnish.close()
    await dbs.close()
  })

  /** Runs a command and hears what it prints. */
  async function run(...words: string[]) {
    const out: string[] = []
    const err: string[] = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line))
    vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line))
    const code = await runCommandLine(words, app)
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  /** What a running server does. */
  const tell = () =>
    purgeCaches(newsroom, {
      caches: cachesIn(caches),
      by: 'server',
      sightings: new Sightings(15_000),
      pressFollows: async () => undefined,
      clockMs: () => 0,
      onFailed: () => undefined,
    })

  it('say how far each cache has heard, and in our words what went wrong', async () => {
    expect((await run('cache', 'list')).out).toContain('has not been told anything yet')
    await tell()
    expect((await run('cache', 'list')).out).toMatch(/varnish http:\S+ {2}has heard of every change/)
    status = 403
    await setUpNewspaper(newsroom, { newspaper: { ...aNewspaper(), name: 'Another' }, sections: [] })
    await tell()
    const { out } = await run('cache', 'list')
    expect(out).toMatch(
      /is 1 change behind[^]*failed 1 times: 127\.0\.0\.1 did not let us drop anything[^]*VARNISH_KEY/,
    )
    const [state] = JSON.parse((await run('cache', 'list', '--json')).out) as Record<string, unknown>[]
    expect(state).toMatchObject({ behind: 1, failedTimes: 1, purgedAt: expect.any(String) })
    expect(JSON.stringify(state) + out).not.toContain(KEY)
    // Once the key is right, nobody has to wait.
    status = 200
    expect((await run('cache', 'retry')).code).toBe(0)
    await tell()
    expect((await run('cache', 'list')).out).toContain('has heard of every change')
  })

  it('drop what is named, at once, and say where that failed', async () => {
    const dropped = await run('cache', 'purge', 'story:sty_1', 'picture:pic_1')
    expect([dropped.code, dropped.out]).toEqual([0, expect.stringContaining('has dropped it')])
    expect(varnish.visits.at(-1)?.headers).toMatchObject({
      'onrecord-purge-tags': 'story:sty_1 picture:pic_1',
      'onrecord-purge-key': KEY,
    })
    await run('cache', 'purge', '--all')
    expect(varnish.visits.at(-1)?.headers).toMatchObject({ 'onrecord-purge-everything': 'yes' })
    status = 500
    const failed = await run('cache', 'purge', '--all', '--json')
    expect([failed.code, JSON.parse(failed.out)]).toEqual([
      13,
      [{ cache: expect.stringContaining('varnish'), isPurged: false, error: expect.stringContaining('status 500') }],
    ])
    const acts = await dbs.newsroom.selectFrom('audit').select(['act', 'detail']).orderBy('number').execute()
    expect(acts.filter(({ act }) => act === 'purge-caches').map(({ detail }) => JSON.parse(detail) as unknown)).toEqual(
      [{ tags: 'story:sty_1 picture:pic_1' }, { everything: true }, { everything: true }],
    )
  })

  it('do not guess what is meant', async () => {
    expect((await run('cache', 'purge')).code).toBe(3)
    expect((await run('cache', 'purge', '--all', 'story:sty_1')).code).toBe(3)
    expect((await run('cache', 'purge', 'story sty_1')).code).toBe(3)
    expect(varnish.visits).toEqual([])
  })

  it('say that there is nobody to tell where no cache is set', async () => {
    caches = null
    expect((await run('cache', 'list')).out).toContain('No caches')
    const refused = await run('cache', 'purge', '--all')
    expect([refused.code, refused.err]).toEqual([5, expect.stringContaining('ONRECORD_VARNISH_URLS')])
    expect((await run('cache', 'retry')).code).toBe(5)
  })
})
