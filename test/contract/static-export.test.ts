import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepEditionFile } from '../../src/edition/edition-file.ts'
import { type Listening, listen } from '../../src/http/listener.ts'
import { openDataRoutes } from '../../src/http/open-data/open-data-routes.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { keepPages } from '../../src/press/kept-pages.ts'
import { openPageSource, type PageSettings } from '../../src/press/load/open-page-source.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import type { ExportRequest, ExportResult } from '../../src/press/static-export/export-request.ts'
import { exportSite } from '../../src/press/static-export/export-site.ts'
import { mediaIn } from '../../src/press/static-export/media-folder.ts'
import { readIndex } from '../../src/press/static-export/export-index.ts'
import { readSections } from '../../src/store/house.ts'
import { aContent, aNewspaper, at, type TestNewsroom } from '../builders.ts'
import { ask } from '../http/clients.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork } from './record-at-work.ts'

const SITE = 'https://lake.example'

describe.each(databases)('the site as files, on $name', ({ open, kind }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let work: RecordAtWork
  let folder: string
  let out: string
  let first: ExportResult
  let settings: PageSettings

  const exporting = (into: string, overrides: Partial<ExportRequest> = {}) =>
    exportSite({
      folder: into,
      edition: dbs.reader,
      address: dbs.addresses.edition,
      settings,
      release: '1',
      findMedia: async () => undefined,
      jobs: 1,
      full: false,
      text: true,
      offline: true,
      ...overrides,
    })

  const published = async (headline: string) => {
    const [mali] = await readSections(dbs.newsroom)
    const content = aContent({ headline, sectionIds: mali ? [mali.id] : [] })
    const story = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    await publishStory(newsroom, { storyId: story.id, revision: 1 })
    return story.id
  }

  beforeAll(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-static-'))
    out = join(folder, 'out')
    settings = { siteUrl: SITE, dataFolder: folder, webSubHub: null, indexNowKey: 'abcdef0123456789' }
    work = await aRecordAtWork(dbs)
    newsroom = work.newsroom
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Sudan'] })
    await work.claimed('exact 84')
    await work.publish(work.battle)
    await followChanges(newsroom)
    const corrected = await published('Two tolls for one shelling')
    await issueCorrection(newsroom, corrected, 'It was a Tuesday.')
    await changeSlug(newsroom, corrected, 'two-tolls')
    const killed = await published('A story that put somebody at risk')
    await killStory(newsroom, killed, 'It put a source at risk.')
    await createStory(newsroom, {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: aContent({ headline: 'A draft' }),
    })
    newsroom.setClock(at('2024-08-02T09:00:00Z'))
    first = await exporting(out)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await dbs.close()
  })

  const addresses = (of = out) => readIndex(readFileSync(join(of, '.onrecord-export.index'), 'utf8'), 0)

  it('takes no picture that readers may not have, though it lies on the disk and a text names its file', async () => {
    const name = `${'0123456789ab'.repeat(2)}.jpg`
    await mkdir(join(folder, 'media'), { recursive: true })
    writeFileSync(join(folder, 'media', name), 'of a draft')
    const find = mediaIn(dbs.reader, folder)
    expect(await find(`/media/${name}`)).toBeUndefined()
  })

  it('is, byte for byte and compressed, what readers are sent at every address', async () => {
    const { port, close } = await serve(dbs, settings)
    try {
      expect(first.isComplete).toBe(true)
      expect(addresses().length).toBeGreaterThan(100)
      for (const { path, file, status, location } of addresses()) {
        if (location !== null || file === null) continue
        const sent = await ask(port, path, { headers: { 'accept-encoding': 'identity' } })
        expect([path, sent.status]).toEqual([path, status])
        const bytes = readFileSync(join(out, file))
        expect([path, bytes.equals(sent.bytes)]).toEqual([path, true])
        if (bytes.length < 200) continue
        expect(brotliDecompressSync(readFileSync(join(out, `${file}.br`))).equals(bytes)).toBe(true)
        expect(gunzipSync(readFileSync(join(out, `${file}.gz`))).equals(bytes)).toBe(true)
      }
      const missing = await ask(port, '/no/such/page', { headers: { 'accept-encoding': 'identity' } })
      expect(readFileSync(join(out, '404.html')).equals(missing.bytes)).toBe(true)
    } finally {
      await close()
    }
  })

  it('has every kind of page, and nothing of a draft or of a killed story’s text', () => {
    const paths = addresses().map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        '/',
        '/fr',
        '/mali',
        '/mali/archive',
        '/2024/08',
        '/2024/08/01/two-tolls',
        '/2024/08/01/two-tolls/offline',
        '/2024/08/01/two-tolls/ninjs.json',
        '/text/2024/08/01/two-tolls',
        '/text',
        '/text/fr/mali',
        '/corrections/2024/08',
        '/feeds/mali/feed.json',
        '/feeds/corrections/rss.xml',
        '/sitemap.xml',
        '/sitemaps/2024-08.xml',
        '/robots.txt',
        '/icon.svg',
        '/abcdef0123456789.txt',
        '/record',
        '/how-we-count',
        '/data/claims.csv',
      ]),
    )
    expect(paths.filter((path) => path.startsWith('/record/claim/'))).toHaveLength(1)
    const all = paths.length > 0 ? everyFile(out) : new Map<string, string>()
    const text = [...all].filter(([name]) => !/\.(?:br|gz)$/.test(name)).map(([, content]) => content)
    expect(text.filter((content) => content.includes('A draft'))).toEqual([])
    expect(text.filter((content) => content.includes('put somebody at risk'))).toEqual([])
  })

  it('answers for what was withdrawn and for former addresses, with files and with lists for servers', () => {
    const former = '/2024/08/01/two-tolls-for-one-shelling'
    const page = readFileSync(join(out, `${former}/index.html`), 'utf8')
    expect(page).toContain('<meta http-equiv="refresh" content="0;url=/2024/08/01/two-tolls">')
    expect(page).toContain(`<link rel="canonical" href="${SITE}/2024/08/01/two-tolls">`)
    expect(readFileSync(join(out, '_redirects'), 'utf8')).toContain(
      `${former} /2024/08/01/two-tolls 301\n${former}/offline /2024/08/01/two-tolls/offline 301\n`,
    )
    const nginx = readFileSync(join(out, 'redirects.nginx.conf'), 'utf8')
    expect(nginx).toContain(`"${former}" "/2024/08/01/two-tolls";`)
    expect(nginx).toContain('"/2024/08/01/a-story-that-put-somebody-at-risk" 1;')
    expect(readFileSync(join(out, '2024/08/01/a-story-that-put-somebody-at-risk/index.html'), 'utf8')).toContain(
      'It put a source at risk.',
    )
  })

  it('names for servers the policy that the site itself sends', () => {
    const { policy } = addresses().find(({ path }) => path === '/') ?? { policy: 'none' }
    expect(policy).toMatch(/style-src 'sha256-/)
    expect(readFileSync(join(out, 'headers.nginx.conf'), 'utf8')).toContain(`"/index.html" "${policy}";`)
    const style = /'sha256-[^']+'/.exec(policy)?.[0] ?? 'none'
    expect(readFileSync(join(out, '_headers'), 'utf8')).toContain(style)
  })

  it('changes, after a publication, the files that the publication touched, and is then what a new export would be', async () => {
    const before = stamps(out)
    const oldPath = '/2024/08/01/two-tolls'
    await published('A convoy is attacked near Kidal')
    const next = await exporting(out)
    const after = stamps(out)
    const changed = [...after].filter(([name, stamp]) => before.get(name) !== stamp).map(([name]) => name)
    expect(changed).toContain('2024/08/02/a-convoy-is-attacked-near-kidal/index.html')
    expect(changed).toContain('index.html')
    expect(changed).toContain('mali/index.html.br')
    for (const untouched of ['sudan/index.html', 'how-we-count/index.html', 'fr/index.html', 'icon.svg']) {
      expect(changed).not.toContain(untouched)
    }
    expect(changed.filter((name) => name.startsWith(`${oldPath.slice(1)}/`))).toEqual([])
    expect(next.site.rendered).toBeLessThan(first.site.rendered / 2)
    await expectFresh()
  })

  it('follows a kill, a new claim and a form that is no longer wanted', async () => {
    const id = await published('A name that must go')
    await exporting(out)
    expect(everyText(out)).toContain('A name that must go')
    await killStory(newsroom, id, 'A name has gone out.')
    await exporting(out)
    expect(everyText(out)).not.toContain('A name that must go')
    const claim = await work.claimed('exact 90', { claimantId: work.bloggers })
    await followChanges(newsroom)
    await exporting(out, { text: false, offline: false })
    expect(readFileSync(join(out, 'data/claims.csv'), 'utf8')).toContain(claim.id)
    expect(readdirSync(out)).not.toContain('text')
    expect(addresses().some(({ path }) => path.startsWith('/text') || path.endsWith('/offline'))).toBe(false)
    await exporting(out)
    await expectFresh()
  })

  it.runIf(kind === 'sqlite')('goes on where it was stopped, and is whole in the end', async () => {
    const other = join(folder, 'stopped')
    const stopping = new AbortController()
    const stopped = await exporting(other, {
      signal: stopping.signal,
      onProgress: ({ done }) => {
        if (done >= 40) stopping.abort()
      },
    })
    expect(stopped.isComplete).toBe(false)
    const rest = await exporting(other)
    expect(rest.isComplete).toBe(true)
    expect(rest.site.rendered).toBeLessThan(rest.site.addresses)
    expect(everyFile(other)).toEqual(everyFile(out))
  })

  it.runIf(kind === 'sqlite')('is made anew when the release or the address of the site is another', async () => {
    const same = await exporting(out)
    expect(same.site.rendered).toBeLessThan(40)
    expect(same.site.written).toBe(0)
    const released = await exporting(out, { release: '2' })
    expect(released.site.rendered).toBeGreaterThan(100)
    expect(released.site.written).toBe(0)
    const moved = await exporting(out, { settings: { ...settings, siteUrl: 'https://other.example' } })
    expect(moved.site.written).toBeGreaterThan(80)
    expect(everyText(out)).not.toContain(SITE)
    await exporting(out)
  })

  it.runIf(kind === 'sqlite')('refuses a folder that holds anything else', async () => {
    const foreign = await mkdtemp(join(folder, 'foreign-'))
    writeFileSync(join(foreign, 'thesis.txt'), 'years of work')
    await expect(exporting(foreign)).rejects.toMatchObject({ code: 'refused' })
    expect(readdirSync(foreign)).toEqual(['thesis.txt'])
  })

  /** The export is, file by file, what one into an empty folder would be. */
  async function expectFresh(): Promise<void> {
    const fresh = await mkdtemp(join(folder, 'fresh-'))
    await exporting(fresh)
    expect([...everyFile(out).keys()]).toEqual([...everyFile(fresh).keys()])
    expect(everyFile(out)).toEqual(everyFile(fresh))
  }
})

const onFault = (error: unknown) => {
  throw error
}

/** The public side of an edition, with its open data. */
async function serve(dbs: OpenDatabases, settings: PageSettings) {
  const { reader: edition, addresses } = dbs
  const { dataFolder } = settings
  const editionFile = keepEditionFile({ edition, address: addresses.edition, folder: dataFolder })
  const answer = answerReaders({
    press: keepPages({ render: renderFrom(openPageSource(edition, settings)), onFault }),
    routes: openDataRoutes({ edition, siteUrl: () => SITE, editionFile, releases: join(dataFolder, 'releases') }),
    errorPage: (status) => ({ contentType: 'text/html', body: `Error ${status}`, style: null }),
    onFault,
  })
  const listening: Listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault, graceMs: 500 })
  const close = async () => {
    await listening.close()
    await editionFile.close()
  }
  return { port: listening.port, close }
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith('.onrecord-'))
    .sort()

const everyFile = (folder: string): Map<string, string> =>
  new Map(namesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]))

const everyText = (folder: string): string =>
  [...everyFile(folder)].flatMap(([name, text]) => (/\.(?:br|gz)$/.test(name) ? [] : [text])).join('\n')

/** A file that was written again has another number on the disk. */
const stamps = (folder: string): Map<string, number> =>
  new Map(namesIn(folder).map((name) => [name, statSync(join(folder, name)).ino]))
