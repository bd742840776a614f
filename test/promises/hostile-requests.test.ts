import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aNewspaper, aNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { sendRaw } from '../http/clients.ts'
import { aLiveStory, canaries, writeWhatWasWithdrawn } from './canaries.ts'
import { openReaderSite, type ReaderSite } from './reader-site.ts'
import { append, drafts, withInternalFields } from './record-canaries.ts'

describe.each(databases)('whatever is asked of the site, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let site: ReaderSite
  let event: string

  beforeAll(async () => {
    dbs = await open()
    const newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    for (const entry of withInternalFields(canaries('internal'))) await append(newsroom, entry, 'live', 'tests')
    event =
      drafts((field) => `plain ${field}`).flatMap(({ type, content }) =>
        type === 'event' && 'slug' in content ? [content.slug] : [],
      )[0] ?? ''
    for (const entry of drafts((field) => `plain ${field}`)) await append(newsroom, entry, 'live', 'tests')
    await aLiveStory(newsroom)
    await writeWhatWasWithdrawn(newsroom)
    site = await openReaderSite(dbs)
  })
  afterAll(async () => {
    await site.close()
    await dbs.close()
  })

  it('no header, cookie or parameter changes a byte of a page, and HEAD is GET without its body', async () => {
    const headers = {
      cookie: 'a=b',
      authorization: 'Basic YTpi',
      'accept-language': 'fr',
      'user-agent': 'somebody else',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-original-url': '/about',
      forwarded: 'host=evil.example',
      host: 'evil.example',
      referer: 'https://evil.example/',
      origin: 'https://evil.example',
      'save-data': 'on',
      accept: 'application/json',
      range: 'bytes=0-3',
      dnt: '1',
    }
    const other: string[] = []
    for (const path of await site.paths()) {
      const plain = await site.ask(path)
      const dressed = await site.ask(`${path}?utm_source=x&sid=1&_method=DELETE`, { headers })
      if (dressed.whole !== plain.whole) other.push(path)
      const head = await site.ask(path, { method: 'HEAD' })
      if (head.whole + plain.text !== plain.whole) other.push(`HEAD ${path}`)
    }
    expect(other).toEqual([])
  })

  it('every page has a policy that runs nothing, and only an event’s box may stand in a frame', async () => {
    const faults: string[] = []
    const more = ['/search?q=army', '/report', '/oembed', '/nothing', '/record/find?q=a', '/-/ready', '/media/cards/x']
    for (const path of [...(await site.paths()), ...more]) {
      const { headers, text } = await site.ask(path)
      const policy = String(headers['content-security-policy'])
      const frames = /frame-ancestors ([^;]+)/.exec(policy)?.[1]
      const pictures = /img-src ([^;]+)/.exec(policy)?.[1]
      const isBox = path.endsWith('/embed') && !path.startsWith('/text')
      const isFile = path.endsWith('/offline') && text.includes('<style>')
      if (headers['x-content-type-options'] !== 'nosniff') faults.push(`${path}: sniffed`)
      if (!policy.startsWith("default-src 'none'") || policy.includes('unsafe')) faults.push(`${path}: ${policy}`)
      if (frames !== (isBox ? '*' : "'none'")) faults.push(`${path}: frame-ancestors ${frames}`)
      if (pictures !== "'self'" && !(isFile && pictures === 'data:')) faults.push(`${path}: img-src ${pictures}`)
      if (headers['set-cookie'] !== undefined) faults.push(`${path}: a cookie`)
    }
    expect(faults).toEqual([])
  })

  it('what answers a question is kept by nobody', async () => {
    for (const path of ['/search?q=army', '/report', '/report?sent=', '/oembed?url=x', '/record/find?q=army']) {
      expect([path, (await site.ask(path)).headers['cache-control']]).toEqual([path, 'no-store'])
    }
  })

  it('nothing takes a form but the one for reports', async () => {
    const paths = [
      '/',
      '/search?q=a',
      '/oembed',
      '/feeds/rss.xml',
      `/record/${event}/embed`,
      '/media/x',
      '/text',
      '/data',
    ]
    for (const path of paths) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        expect([path, method, (await site.ask(path, { method, body: 'a=b' })).status]).toEqual([path, method, 405])
      }
    }
  })

  it('where there is nothing, the answer is the same everywhere', async () => {
    const { whole: nothing, status } = await site.ask('/nothing')
    expect(status).toBe(404)
    const paths = [
      '/2024/08/01/nothing',
      '/2024/08/01/nothing/changes',
      '/2024/08/01/nothing/offline',
      '/2024/08/01/nothing/ninjs.json',
      '/2024/08/01/two-tolls-for-one-shelling/changes',
      '/text/2024/08/01/nothing',
      '/text/text',
      '/record/nothing/embed',
      '/text/record/nothing',
      '/record/claim/clm_nothing',
      '/media/0123456789abcdef01234567.jpg',
      '/media/cards/sty_nothing-0123456789abcdef.png',
      '/media/cards/..%2f..%2fsecrets.json',
      '/media/..%2f..%2fnewsroom.db',
      '/media/%2e%2e/%2e%2e/newsroom.db',
      '/media/../../secrets.json',
      '/feeds/record/nothing/feed.json',
      '/sitemaps/1999-01.xml',
      '/sitemaps/record-1999-01.xml',
      '/corrections/1999/01',
      '/about/nothing',
      '/abcdef0123456780.txt',
      '/mirrors.json',
      '/inbox',
      '/uploads',
      '/uploads/upl_nothing.part',
      '/media/..%2fuploads%2fupl_nothing.part',
      '/edition.db',
    ]
    const other: string[] = []
    for (const path of paths) if ((await site.ask(path)).whole !== nothing) other.push(path)
    expect(other).toEqual([])
  })

  it('no question breaks anything: the answer is a page or a refusal, and nothing is logged', async () => {
    const long = 'a'.repeat(6_000)
    const words = [
      '"',
      '""',
      "'",
      '*',
      '-',
      '--',
      '" OR "1',
      'NEAR(a b)',
      'a AND',
      'words:a',
      '^a',
      '(',
      ')',
      '{a}:b',
      'a:*',
      '!',
      '&',
      '|',
      '<->',
      "';drop table stories--",
      '%',
      '_',
      '\\',
      '\u0000',
      '\u0000a',
      '\ud800',
      '\u202e',
      '🚑',
      'ا',
      'a\nb',
      '-"a b"',
      long,
      'a '.repeat(2_000),
      '"a" '.repeat(500),
      '-a '.repeat(500),
    ]
    const asked = [
      ...words.flatMap((word) => {
        const q = encodeURIComponent(word.toWellFormed())
        return [
          `/search?q=${q}`,
          `/search?q=a&section=${q}&from=${q}&to=${q}&kind=${q}&after=${q}`,
          `/record/find?q=${q}`,
        ]
      }),
      '/search?q=%00',
      '/search?q=%ff%fe',
      '/search?q=%',
      '/search?q=%zz',
      '/search?q',
      '/search?q=a&q=b',
      '/search?q[]=a',
      '/search?q=a&after=9999999999999999~1~-9999999999999999',
      '/search?q=a&after=-1',
      '/search?q=a&after=1e9',
      `/search?${'p=1&'.repeat(3_500)}q=a`,
      `/search?q=a&${'q=b&'.repeat(3_000)}`,
      '/oembed?url=javascript:alert(1)',
      '/oembed?url=https://evil.example/record/raid',
      '/oembed?url=//evil.example',
      `/oembed?url=https://paper.example@evil.example/record/${event}`,
      '/oembed?url=https://paper.example/%ff',
      '/oembed?url=https://paper.example/record/raid&maxwidth=-1',
      '/oembed?url=%00',
      `/oembed?url=${long}`,
      '/report?about=%00',
      '/report?about=https://evil.example/',
      `/report?about=/${long}`,
      '/report?sent=//evil.example',
      '/report?about=%ff',
      '/report?about=/%2e%2e/%2e%2e/',
      '/text/%00',
      '/media/%00',
      '/media/cards/%ff',
      '/%ff',
    ]
    const faults: string[] = []
    for (const target of asked) {
      const { status, headers } = await site.ask(target)
      if (status >= 500 || headers.location !== undefined) faults.push(`${target.slice(0, 80)}: ${status}`)
    }
    expect(faults).toEqual([])
    expect(site.lines).toEqual([])
    expect((await site.ask('/-/ready')).status).toBe(200)
  })

  it('more questions at once than can be answered are told to come back, and pages are served meanwhile', async () => {
    const asked = Array.from({ length: 80 }, () =>
      sendRaw(site.port, 'GET /search?q=army HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    )
    const page = await site.ask('/')
    expect(page.status).toBe(200)
    const answers = (await Promise.all(asked)).map((answer) => answer.slice(9, 12))
    expect(answers.every((status) => status === '200' || status === '503')).toBe(true)
    expect(site.lines).toEqual([])
  })
})
