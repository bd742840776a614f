import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { changeProfile } from '../../src/newsroom/change-profile.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { loadSample } from '../../src/newsroom/load-sample.ts'
import { readSample } from '../../src/newsroom/sample-files.ts'
import { oembedFrom } from '../../src/press/load/load-embed.ts'
import type { PageSource } from '../../src/press/load/page-source.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import type { FinishedPage } from '../../src/press/page.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import type { StoryId } from '../../src/ids.ts'
import { at, aNewsroom, type TestNewsroom } from '../builders.ts'
import { faultsOf } from '../site/schemas/validate.ts'
import { databases, MIGRATIONS, type OpenDatabases } from './databases.ts'

const FOLDER = join(MIGRATIONS, '..', 'sample')
const STORY = '/2024/07/29/tinzaouaten'
const siteUrl = 'https://paper.example'

describe.each(databases)('what machines read of the sample edition on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let source: PageSource

  const render = (path: string, more: Partial<PageSource> = {}): Promise<FinishedPage> =>
    renderFrom({ ...source, ...more })(path)
  const body = async (path: string) => (await render(path)).body
  const storyId = async (path: string): Promise<StoryId> => {
    const found = await lookUp(dbs.reader, path)
    if (found.kind !== 'story') throw new Error(`there is no story at ${path}`)
    return found.story.id
  }

  beforeAll(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    source = { edition: dbs.reader, siteUrl, now: () => at('2024-07-30T12:00:00Z') }
    await loadSample(newsroom, await readSample(FOLDER))
  })
  afterAll(() => dbs.close())

  it.each([
    '/feeds',
    '/feeds/mali',
    '/fr/feeds',
    '/feeds/authors/the-sahel-desk',
    '/feeds/corrections',
    '/feeds/record/tinzaouaten-2024',
    '/fr/feeds/record/tinzaouaten-2024',
    '/feeds/record/actor/wagner',
    '/feeds/record/place/mali',
  ])('%s is RSS, Atom and JSON Feed, each as its specification has it', async (path) => {
    const rss = await render(`${path}/rss.xml`)
    expect(rss.status).toBe(200)
    expect(faultsOf(rss.body, 'rss')).toEqual([])
    expect(faultsOf(await body(`${path}/atom.xml`), 'atom')).toEqual([])
    const json = parseJsonFeed(await body(`${path}/feed.json`))
    expect(json.items?.map(({ id }) => id)).toEqual(parseRssFeed(rss.body).items?.map(({ guid }) => guid?.value))
  })

  it('feeds of an event, an actor and a place carry the stories that show them, whole', async () => {
    for (const path of ['tinzaouaten-2024', 'actor/wagner', 'place/mali']) {
      const items = parseRssFeed(await body(`/feeds/record/${path}/rss.xml`)).items ?? []
      const story = items.find(({ link }) => link === siteUrl + STORY)
      expect(story?.content?.encoded?.length).toBeGreaterThan(1_000)
    }
    expect((await render('/feeds/record/nothing-of-the-kind/rss.xml')).status).toBe(404)
  })

  it('a feed names its hub in itself and in a header', async () => {
    const page = await render('/feeds/atom.xml', { webSubHub: 'https://hub.example/' })
    expect(page.body).toContain('<link href="https://hub.example/" rel="hub"/>')
    expect(page.links).toBe('<https://hub.example/>; rel="hub", <https://paper.example/feeds/atom.xml>; rel="self"')
  })

  it('every sitemap of the index is there and as the protocol has it', async () => {
    const index = await body('/sitemap.xml')
    expect(faultsOf(index, 'sitemap-index')).toEqual([])
    const paths = [...index.matchAll(/<loc>https:\/\/paper.example([^<]+)/g)].map(([, path = '']) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['/sitemaps/news.xml', '/sitemaps/pages.xml', '/sitemaps/entries.xml']),
    )
    expect(paths.some((path) => path.startsWith('/sitemaps/record-'))).toBe(true)
    for (const path of paths) {
      const page = await render(path)
      expect([path, page.status]).toEqual([path, 200])
      expect(faultsOf(page.body, path === '/sitemaps/news.xml' ? 'news-sitemap' : 'sitemap')).toEqual([])
    }
  })

  it('no sitemap names an address that answers otherwise than with a page, and other languages name each other', async () => {
    for (const sitemap of ['pages', 'entries', 'record-2024-07', '2024-07']) {
      const xml = await body(`/sitemaps/${sitemap}.xml`)
      const urls = [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/g)].map(([, url = '', rest = '']) => ({
        url,
        others: [...rest.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href),
      }))
      expect(urls.length).toBeGreaterThan(0)
      const known = new Map(urls.map(({ url, others }) => [url, others]))
      for (const { url, others } of urls) for (const other of others) expect(known.get(other)).toContain(url)
      const some = urls.filter((_, index) => index % Math.ceil(urls.length / 10) === 0)
      for (const { url } of some) expect([url, (await render(url.slice(siteUrl.length))).status]).toEqual([url, 200])
    }
  })

  it('the news are those of two days, until the oldest of them is older', async () => {
    const page = await render('/sitemaps/news.xml')
    expect(page.body).toContain(`<loc>${siteUrl}${STORY}</loc>`)
    const hour = page.freshUntil ?? at('1970-01-01T00:00:00Z')
    expect(hour > at('2024-07-30T12:00:00Z')).toBe(true)
    const later = await render('/sitemaps/news.xml', { now: () => hour })
    expect(later.body.match(/<url>/g)?.length ?? 0).toBeLessThan(page.body.match(/<url>/g)?.length ?? 0)
  })

  it('a story’s ninjs names its events, its places and those who took part by their pages', async () => {
    const page = await render(`${STORY}/ninjs.json`)
    expect([page.status, page.contentType]).toEqual([200, 'application/json; charset=utf-8'])
    const item = JSON.parse(page.body) as Record<string, { uri?: string }[]>
    for (const list of ['events', 'places', 'organisations']) {
      for (const { uri = '' } of item[list] ?? []) {
        const status = (await render(uri.slice(siteUrl.length))).status
        expect([uri, status]).toEqual([uri, 200])
      }
      expect(item[list]?.length).toBeGreaterThan(0)
    }
    expect(await body(STORY)).toContain(`href="${STORY}/ninjs.json"`)
  })

  it('an event’s box can be put into a frame, and no other page', async () => {
    const box = await render('/record/tinzaouaten-2024/embed')
    expect([box.status, box.mayBeFramed]).toEqual([200, true])
    expect(box.body).toContain('<meta name="robots" content="noindex"')
    expect(box.body).toContain(`<link rel="canonical" href="${siteUrl}/record/tinzaouaten-2024"`)
    expect((await render('/record/tinzaouaten-2024')).mayBeFramed).not.toBe(true)
    expect((await render('/record/nothing-of-the-kind/embed')).status).toBe(404)
  })

  it('oEmbed answers for our own events only', async () => {
    const oembed = oembedFrom(source)
    const ask = (url: string) => oembed({ url, maxWidth: 400, maxHeight: null })
    const answer = await ask(`${siteUrl}/fr/record/tinzaouaten-2024`)
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 400, height: 720 })
    expect(answer?.['html']).toContain(`src="${siteUrl}/fr/record/tinzaouaten-2024/embed"`)
    for (const url of [
      `${siteUrl}${STORY}`,
      `${siteUrl}/record/nothing`,
      'https://elsewhere.example/record/tinzaouaten-2024',
      'javascript:alert(1)',
      'no address',
    ]) {
      expect(await ask(url)).toBeUndefined()
    }
  })

  it('the files at fixed addresses say what the paper chose to say, and nothing where it chose nothing', async () => {
    for (const path of ['/.well-known/security.txt', '/abcdef0123456789.txt']) {
      expect([path, (await render(path)).status]).toEqual([path, 404])
    }
    expect(await body('/ads.txt')).toBe('placeholder.example.com, placeholder, DIRECT, placeholder\n')
    expect(await body('/humans.txt')).toContain('The Sahel desk')
    expect(await body('/abcdef0123456789.txt')).not.toBe('abcdef0123456789')
    const key = await render('/abcdef0123456789.txt', { indexNowKey: 'abcdef0123456789' })
    expect([key.status, key.body]).toEqual([200, 'abcdef0123456789'])
    await changeProfile(newsroom, 'security-contact', ['mailto:security@paper.example'])
    await changeProfile(newsroom, 'memberships', ['https://www.ifj.org'])
    const security = await render('/.well-known/security.txt')
    expect(security.body).toContain('Contact: mailto:security@paper.example\nExpires: 2025-02-01T00:00:00.000Z\n')
    expect(security.freshUntil).toBe('2024-08-01T00:00:00.000Z')
    expect(await body('/trust.txt')).toContain('belongto=https://www.ifj.org\n')
  })

  it('a withdrawn story is gone from its feeds at once, and they say so', async () => {
    const tag = (await body('/feeds/mali/atom.xml')).match(/tag:paper.example,2024-07-29:sty_\w+/)?.[0] ?? ''
    newsroom.setClock(at('2026-01-02T08:00:00Z'))
    await killStory(newsroom, await storyId(STORY), 'It put a source at risk.')
    for (const list of ['', '/mali']) {
      const atom = await body(`/feeds${list}/atom.xml`)
      expect(atom).toContain(`<at:deleted-entry ref="${tag}"`)
      expect(parseAtomFeed(atom).entries?.some(({ id }) => id === tag)).toBe(false)
      const item = parseRssFeed(await body(`/feeds${list}/rss.xml`)).items?.find(({ guid }) => guid?.value === tag)
      expect(item).toMatchObject({ title: 'Withdrawn', content: { encoded: '<p>It put a source at risk.</p>' } })
    }
    expect(await body('/feeds/dr-congo/atom.xml')).not.toContain(tag)
    const ninjs = await render(`${STORY}/ninjs.json`)
    expect([ninjs.status, JSON.parse(ninjs.body)]).toMatchObject([410, { uri: tag, pubStatus: 'canceled' }])
  })
})
