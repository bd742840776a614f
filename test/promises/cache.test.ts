import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { editionNumber } from '../../src/edition/changes.ts'
import type { StoryId } from '../../src/ids.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { findStory } from '../../src/newsroom/find-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { cacheStates } from '../../src/newsroom/purging/cache-states.ts'
import { againOf, STAGES_MS } from '../../src/newsroom/purging/purge-stages.ts'
import { type Purging, startPurging } from '../../src/newsroom/purging/start-purging.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { varnishCache } from '../../src/outbound/purges/varnish.ts'
import type { Picture } from '../../src/store/pictures.ts'
import { purgeProgressOf } from '../../src/store/purge-progress.ts'
import { instantOf } from '../../src/time.ts'
import { aContent, aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aLiveStory, writeWhatTheRecordKeeps, writeWhatWasWithdrawn } from './canaries.ts'
import { type Ask, askerAt, openReaderSite, type ReaderSite, type Reply, SITE } from './reader-site.ts'
import { aSlowLine, type SlowLine } from './slow-line.ts'
import { HAS_VARNISH, MAY_SKIP_VARNISH, type RunningVarnish, startVarnish } from './varnish-at-work.ts'

const KEY = 'a-key-for-purges'

/** Every request of the long form is asked with every header; in the short form each address has some of them. */
const IS_LONG = process.env['ONRECORD_CACHE_EVERY'] === '1'

/** Headers by which somebody may try to have other bytes, or to leave other bytes for others. */
const HOSTILE: readonly Readonly<Record<string, string>>[] = [
  { cookie: 'session=1; lang=fr; theme=dark' },
  { 'x-forwarded-host': 'evil.example', 'x-host': 'evil.example', host: 'evil.example' },
  { 'x-forwarded-proto': 'http', 'x-forwarded-port': '8080', 'x-forwarded-scheme': 'http' },
  { 'x-original-url': '/studio', 'x-rewrite-url': '/report', 'x-forwarded-prefix': '/evil' },
  { forwarded: 'for=127.0.0.1;host=evil.example;proto=http', 'x-forwarded-for': '127.0.0.1' },
  { accept: 'application/json', 'accept-charset': 'utf-7' },
  { 'accept-language': 'fr, ar;q=0.9' },
  { range: 'bytes=0-10', 'if-range': '"x"' },
  { origin: 'https://evil.example', referer: 'https://evil.example/' },
  { 'x-http-method-override': 'POST', 'x-method-override': 'DELETE', 'x-http-method': 'PURGE' },
  { authorization: 'Bearer apk_x', 'user-agent': '<script>alert(1)</script>' },
  { 'if-modified-since': 'Fri, 31 Dec 2038 23:59:59 GMT', 'cache-control': 'no-cache, no-store', pragma: 'no-cache' },
  {
    'onrecord-encoding': 'gzip',
    'onrecord-again': 'yes',
    'onrecord-purged': '1',
    'surrogate-capability': 'x="ESI/1.0"',
  },
  { te: 'trailers', 'save-data': 'on', dnt: '1', 'sec-fetch-site': 'cross-site', 'content-length': '0' },
]

/** Words behind the question mark of which Onrecord knows none. */
const UNKNOWN = ['utm_source=x&utm_medium=y', 'fbclid=1', 'cb=1', '%00=1', 'lang=fr', 'UTM_SOURCE=evil&_ga=2&']

/** Questions, files and data: what a crawl of pages does not find. */
const QUESTIONS = [
  '/search?q=shelling',
  '/fr/search?q=two',
  '/record/find?q=army',
  '/data/cells.json',
  '/data/claims.json?country=ML',
  '/data/events.geojson',
  '/data/cells.csv',
  '/data/openapi.json',
  '/data/changes.atom',
  '/data/edition.db',
  `/oembed?url=${encodeURIComponent(`${SITE}/record/nothing`)}`,
  '/report',
  '/-/ready',
  '/studio',
  '//',
  '/nothing-was-ever-here',
  '/2024/08/01/two-tolls-for-one-shelling/',
  '/%7Estories',
]

const PATIENCE = { timeout: 30_000, interval: 20 }

/** Does it with each, several at a time. */
async function atOnce<Item>(items: readonly Item[], work: (item: Item, at: number) => Promise<void>): Promise<void> {
  const left = [...items.entries()]
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) await work(one[1], one[0])
  }
  await Promise.all([next(), next(), next(), next()])
}

/** Waits for a condition, in a test or before them. */
const until = (isSo: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => {
    if (!(await isSo())) throw new Error('It never became so.')
  }, PATIENCE)

it.skipIf(MAY_SKIP_VARNISH)('Varnish is here to be tried (without CI=true these tests would be left out)', () => {
  expect(HAS_VARNISH).toBe(true)
})

const [sqlite] = databases

describe.skipIf(!HAS_VARNISH)('readers behind a Varnish', () => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let site: ReaderSite
  let line: SlowLine
  let varnish: RunningVarnish
  let front: ReturnType<typeof askerAt>
  let purging: Purging
  const faults: unknown[] = []
  const waking = { wake: (): void => undefined }

  beforeAll(async () => {
    if (!sqlite) throw new Error('There is no SQLite.')
    dbs = await sqlite.open()
    newsroom = aNewsroom(dbs, { now: () => instantOf(new Date()), onFollowed: () => site?.catchUp() })
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await aLiveStory(newsroom)
    await writeWhatTheRecordKeeps(newsroom)
    await writeWhatWasWithdrawn(newsroom)
    // Which caches those are is said below: here it is enough that there are some.
    const caches = { varnish: { urls: [], key: KEY }, fastly: null, cloudflare: null, maxAgeSeconds: 86_400 }
    site = await openReaderSite(dbs, { settings: { caches }, onDropped: () => waking.wake() })
    line = await aSlowLine(site.port)
    varnish = await startVarnish(line.port, KEY)
    front = askerAt(varnish.port)
    purging = startPurging(newsroom, {
      caches: [varnishCache(varnish.url, { key: KEY })],
      by: 'tests',
      pressFollows: () => site.catchUp(),
      onFailed: () => undefined,
      onFault: (error) => faults.push(error),
    })
    waking.wake = () => purging.wake()
    await until(async () => (await front.ask('/-/ready')).status === 200)
    await settled()
  })
  afterAll(async () => {
    await purging.stop()
    front.close()
    await varnish.close()
    await line.close()
    await site.close()
    await dbs.close()
  })

  const nameOf = () => `varnish ${varnish.url}`

  /** Waits until Varnish has heard of every change, as often as one of the stages. */
  const settled = async (stage = 0) => {
    const goal = await editionNumber(dbs.edition)
    const name = againOf(nameOf(), STAGES_MS[stage] ?? 0)
    const reached = async () => (await purgeProgressOf(newsroom.db, name))?.number
    await until(async () => (await reached()) === goal)
  }

  const dropEverything = () => varnishCache(varnish.url, { key: KEY }).purge({ kind: 'everything' })

  const everyTarget = async () => [...(await site.paths()), ...QUESTIONS]

  it('get the same bytes and headers whatever headers, cookies and parameters come, first or later; or an answer that nobody may keep', async () => {
    await dropEverything()
    const told: string[] = []
    const targets = await everyTarget()
    await atOnce(targets, async (target, at) => {
      const plain = essenceOf(await site.ask(target))
      for (const variant of variantsOf(target, at)) {
        const reply = await front.ask(variant.target, variant.how)
        if (isUnkept(reply)) continue
        if (essenceOf(reply) !== plain) told.push(`${variant.target} ${JSON.stringify(variant.how)}`)
      }
      const after = await front.ask(target)
      if (!isUnkept(after) && essenceOf(after) !== plain) told.push(`${target} afterwards`)
    })
    expect(told).toEqual([])
    expect(targets.length).toBeGreaterThan(200)
  })

  it('get a page in the encoding that they like, and it is the same page', async () => {
    const told: string[] = []
    for (const target of (await site.paths()).filter((_, at) => IS_LONG || at % 9 === 0)) {
      const plain = (await site.ask(target)).text
      for (const [line, unpack] of ENCODINGS) {
        const reply = await front.ask(target, { headers: { 'accept-encoding': line } })
        const encoding = reply.headers['content-encoding'] ?? 'identity'
        const text = unpack[encoding]?.(Buffer.from(reply.text, 'latin1')).toString('latin1')
        if (text !== plain) told.push(`${target} ${line}`)
      }
    }
    expect(told).toEqual([])
  })

  it('are answered by Varnish alone, but for what is asked, what is not there, and what is true until an hour', async () => {
    await dropEverything()
    const asked: string[] = []
    const targets = [...(await site.paths()), '/data/cells.json', '/data/changes.atom']
    const absent = new Set<string>()
    await atOnce(targets, async (target) => {
      if ((await front.ask(target)).status === 404) absent.add(target)
    })
    for (const target of targets) {
      const before = line.passed()
      await front.ask(target)
      if (line.passed() > before && !absent.has(target)) asked.push(target)
    }
    expect(asked).toEqual(['/sitemaps/news.xml'])
  })

  it('are told nothing that is between us and caches', async () => {
    const names = new Set<string>()
    for (const target of await everyTarget())
      for (const name of Object.keys((await front.ask(target)).headers)) names.add(name)
    expect(
      [...names].filter((name) => /surrogate|cache-tag|xkey|cloudflare|varnish|via|onrecord|cookie|server/.test(name)),
    ).toEqual([])
  })

  it('learn of a private story and of a killed picture what they learn of what never was', async () => {
    const { id } = await createStory(newsroom, aDraft('Nobody may know'))
    const paths = [
      '/2024/08/01/nobody-may-know',
      `/media/cards/${id}-0123456789abcdef.png`,
      `/media/${'0'.repeat(24)}.jpg`,
    ]
    const { whole: nothing } = withoutAge(await front.ask('/2024/08/01/nothing-was-ever-here'))
    for (const path of paths) expect(withoutAge(await front.ask(path)).whole).toBe(nothing)
  })

  it('get on every page what has just been published, corrected or withdrawn, once Varnish has heard of it', async () => {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
    const { picture } = await addPicture(newsroom, pictureShelves(site.folder), { bytes, words: { alt: 'A field.' } })
    const { id } = await createStory(newsroom, aDraft('A convoy was stopped'))
    await placePicture(newsroom, { storyId: id, pictureId: picture.id, leads: true, cover: null })
    await expectSame()
    await publishStory(newsroom, { storyId: id, revision: null })
    const { path } = await findStory(newsroom.db, id)
    await expectSame()
    expect((await front.ask(path ?? '')).text).toContain('A convoy was stopped')
    const files = [...filesOf(picture), await cardOf(path ?? '')]
    for (const file of files) expect([file, (await front.ask(file)).status]).toEqual([file, 200])

    await issueCorrection(newsroom, id, 'An earlier version named another road.')
    await expectSame()
    expect((await front.ask(path ?? '')).text).toContain('An earlier version named another road.')

    await killStory(newsroom, id, 'Withdrawn for the safety of a driver.')
    await expectSame()
    const notice = await front.ask(path ?? '')
    expect([notice.status, notice.text.includes('for the safety of a driver')]).toEqual([410, true])
    expect((await front.ask('/')).text).not.toContain('A convoy was stopped')
    for (const file of files) expect([file, (await front.ask(file)).status]).not.toEqual([file, 200])
    expect(faults).toEqual([])
  })

  /** Every address gives in front what it gives behind. What is in front is asked twice, so that it is kept for the next time. */
  const expectSame = async () => {
    await settled()
    const different: string[] = []
    const targets = [...(await site.paths()), ...QUESTIONS.filter((one) => one.startsWith('/data/'))]
    await atOnce(targets, async (target) => {
      const behind = await site.ask(target)
      for (const reply of [await front.ask(target), await front.ask(target)]) {
        if (reply.text !== behind.text || reply.status !== behind.status) different.push(target)
      }
    })
    expect(different).toEqual([])
  }

  it('do not keep a killed story that was still on its way to Varnish when Varnish was told', async () => {
    const { id } = await createStory(newsroom, aDraft('An address was given'))
    await publishStory(newsroom, { storyId: id, revision: null })
    const path = (await findStory(newsroom.db, id)).path ?? ''
    await settled()
    const given = line.hold(path)
    const early = front.ask(path)
    await given
    await killStory(newsroom, id, 'Withdrawn: it gave an address.')
    await settled()
    line.release()
    expect((await early).text).toContain('An address was given')
    // The race is lost: what Varnish keeps now is from before.
    expect((await front.ask(path)).status).toBe(200)
    await settled(1)
    const reply = await front.ask(path)
    expect([reply.status, reply.text.includes('An address was given')]).toEqual([410, false])
  })

  it('get what is kept while Onrecord is away, but never what was withdrawn', async () => {
    const [kept, changed, killed] = [await aStory('Kept on'), await aStory('Changed once'), await aStory('Killed once')]
    await settled()
    for (const { path } of [kept, changed, killed]) expect((await front.ask(path)).status).toBe(200)
    line.cut()
    await issueCorrection(newsroom, changed.id, 'An earlier version was shorter.')
    await killStory(newsroom, killed.id, 'Withdrawn while nobody could be asked.')
    await settled()
    expect((await front.ask(kept.path)).status).toBe(200)
    const stale = await front.ask(changed.path)
    expect([stale.status, stale.headers['cache-status']]).toEqual([200, 'onrecord; hit; detail=stale'])
    expect(stale.text).not.toContain('An earlier version was shorter.')
    const gone = await front.ask(killed.path)
    expect([gone.status, gone.headers['cache-control'], gone.text.includes('Killed once')]).toEqual([
      503,
      'no-store',
      false,
    ])
    line.mend()
    await expect
      .poll(async () => (await front.ask(changed.path)).text, PATIENCE)
      .toContain('An earlier version was shorter.')
    await expect.poll(async () => (await front.ask(killed.path)).status, PATIENCE).toBe(410)
  })

  it('get the news of the hour from a Varnish that was away, and editors did not wait for it', async () => {
    await varnish.kill()
    const { path } = await aStory('While the cache was away')
    expect((await site.ask(path)).status).toBe(200)
    await expect
      .poll(async () => (await cacheStates(newsroom, [nameOf()]))[0], PATIENCE)
      .toMatchObject({
        behind: expect.any(Number),
        lastError: expect.stringContaining('could not be reached'),
      })
    await varnish.start()
    await settled()
    expect((await front.ask(path)).text).toContain('While the cache was away')
    expect(faults).toEqual([])
  })

  const aStory = async (headline: string): Promise<{ id: StoryId; path: string }> => {
    const { id } = await createStory(newsroom, aDraft(headline))
    await publishStory(newsroom, { storyId: id, revision: null })
    return { id, path: (await findStory(newsroom.db, id)).path ?? '' }
  }

  /** The share card that the page names. */
  const cardOf = async (path: string): Promise<string> =>
    /\/media\/cards\/[\w-]+\.png/.exec((await site.ask(path)).text)?.[0] ?? '/no-card'
})

/** A request as somebody hostile would send it: the first readers of an address are theirs. */
function* variantsOf(target: string, at: number): Generator<{ target: string; how: Ask }> {
  const unknown = UNKNOWN[at % UNKNOWN.length] ?? ''
  yield {
    target: target + (target.includes('?') ? '' : `?${unknown}`),
    how: { headers: Object.assign({}, ...HOSTILE) as Record<string, string> },
  }
  const some = IS_LONG ? HOSTILE : HOSTILE.filter((_, one) => one % 7 === at % 7)
  for (const headers of some) yield { target, how: { headers } }
}

const aDraft = (headline: string) => ({
  language: 'en',
  translatedFrom: null,
  slug: null,
  content: aContent({ headline }),
})

const filesOf = ({ renditions }: Picture): string[] => renditions.map(({ name }) => `/media/${name}`)

const plain = (bytes: Buffer) => bytes
const ALL = { identity: plain, gzip: gunzipSync, br: brotliDecompressSync }

/** What clients say of encodings, and what they can then read. */
const ENCODINGS: readonly (readonly [string, Readonly<Record<string, (bytes: Buffer) => Buffer>>])[] = [
  ['br, gzip', ALL],
  ['gzip, deflate', { identity: plain, gzip: gunzipSync }],
  ['br;q=0, gzip;q=0.5', { identity: plain, gzip: gunzipSync }],
  ['identity', { identity: plain }],
  ['zstd', { identity: plain }],
  ['brotli, xgzip', { identity: plain }],
]

const isUnkept = ({ headers }: Reply): boolean => /no-store/.test(headers['cache-control'] ?? '')

const withoutAge = (reply: Reply): Reply => ({ ...reply, whole: reply.whole.replace(/\nage\n\d+/i, '') })

/** How a header reaches readers, or between whom it is. */
const BETWEEN = /^(?:age|date|connection|keep-alive|transfer-encoding|surrogate-.*|accept-ranges|content-length)$/

/** Status, headers and body, as far as readers see them. */
function essenceOf({ status, headers, text }: Reply): string {
  const lines = Object.entries(headers)
    .filter(([name]) => !BETWEEN.test(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
  return [status, ...lines.toSorted(), text].join('\n')
}
