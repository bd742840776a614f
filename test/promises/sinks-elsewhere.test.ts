import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { exportAll } from '../../src/newsroom/exporting/export-all.ts'
import { exportSite } from '../../src/press/static-export/export-site.ts'
import { aNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { crawl } from './crawl.ts'
import type { Word } from './every-field.ts'
import { collectedTexts, harmlessTwin, inTurn, OWN_TEXTS } from './hostile-texts.ts'
import { activeParts, formOf } from './page-form.ts'
import { aPaperOf } from './paper-of-words.ts'
import { openReaderSite } from './reader-site.ts'

const sqlite = databases.filter(({ kind }) => kind === 'sqlite')

/** What a paper is, as whoever comes by gets it. */
interface Served {
  readonly status: number
  readonly contentType: string
  readonly body: string
  readonly policy: string
  readonly headers: readonly [string, string][]
}

/** Other forms of pages: `sinks.test.ts` holds each of them against its twin. */
const isAnotherForm = (path: string): boolean => path.startsWith('/text/') || path.endsWith('/offline')

/** Addresses that hold what was asked for, or the hour: they are looked at, and have no twin. */
const HAS_NO_TWIN = /^\/(?:data\/edition\.db|metrics|healthz|readyz)/

/** The files below a folder, as text. */
async function textsIn(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const texts = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name)
    return [path.slice(folder.length + 1), await readFile(path, 'utf8')]
  })
  return new Map(await Promise.all(texts))
}

describe.each(sqlite)('whatever is written in whatever field, wherever it is sent', ({ open }) => {
  const sides: { served: Map<string, Served>; exported: Map<string, string>; written: Map<string, string> }[] = []
  const folders: string[] = []

  /** The whole site, followed from its front; and all of the newsroom, carried out. */
  async function aPaper(word: Word) {
    const dbs: OpenDatabases = await open()
    const newsroom = aNewsroom(dbs)
    await aPaperOf(newsroom, word)
    const site = await openReaderSite(dbs)
    const served = new Map<string, Served>()
    for await (const { path, reply } of crawl(site, { leaves: isAnotherForm })) {
      const { headers, status } = reply
      served.set(path, {
        status,
        contentType: headers['content-type'] ?? '',
        body: Buffer.from(reply.text, 'latin1').toString('utf8'),
        policy: String(headers['content-security-policy'] ?? ''),
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      })
    }
    await site.close()
    const exported = await carriedOut(dbs, newsroom)
    const written = sides.length === 0 ? await writtenAsFiles(dbs) : new Map<string, string>()
    await dbs.close()
    return { served, exported, written }
  }

  async function carriedOut(dbs: OpenDatabases, newsroom: ReturnType<typeof aNewsroom>): Promise<Map<string, string>> {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-carried-'))
    folders.push(folder)
    const shelves = pictureShelves(folder)
    const out = join(folder, 'out')
    await exportAll(newsroom, { folder: out, addresses: dbs.addresses, shelves, siteUrl: 'https://paper.example' })
    return textsIn(out)
  }

  /** What web servers are told of the site, where it is written as files: headers, redirects, what is gone. */
  async function writtenAsFiles(dbs: OpenDatabases): Promise<Map<string, string>> {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-written-'))
    folders.push(folder)
    const out = join(folder, 'out')
    await exportSite({
      folder: out,
      edition: dbs.reader,
      address: dbs.addresses.edition,
      settings: { siteUrl: 'https://paper.example', dataFolder: folder, webSubHub: null, indexNowKey: null },
      release: '1',
      findMedia: async () => undefined,
      jobs: 1,
      full: true,
      text: false,
      offline: false,
    })
    const texts = await textsIn(out)
    return new Map([...texts].filter(([path]) => !/^data\/|\.(?:html|br|gz|xml|json|csv|svg|txt)$/.test(path)))
  }

  beforeAll(async () => {
    const texts = [...OWN_TEXTS, ...collectedTexts()]
    sides.push(await aPaper(inTurn(texts)))
    sides.push(await aPaper(inTurn(texts, harmlessTwin)))
    // Collections of others have attacks as long as a page; the long form takes its time.
  }, 900_000)
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })
  const side = (at: 0 | 1) =>
    sides[at] ?? {
      served: new Map<string, Served>(),
      exported: new Map<string, string>(),
      written: new Map<string, string>(),
    }

  it('leads to the same addresses as harmless words do', () => {
    const [hostile, harmless] = [side(0), side(1)]
    expect(hostile.served.size).toBeGreaterThan(150)
    // Questions may be made of words, and a card is named by the hash of what is drawn on it; addresses are not.
    const addresses = (of: Map<string, Served>) =>
      [...of.keys()]
        .filter((path) => !path.includes('?'))
        .map((path) => path.replace(/-[0-9a-f]{16}\.png$/, '.png'))
        .toSorted(byText)
    expect(addresses(hostile.served)).toEqual(addresses(harmless.served))
    expect([...hostile.exported.keys()].toSorted(byText)).toEqual([...harmless.exported.keys()].toSorted(byText))
  })

  it('leaves every answer in the form that harmless words give it: pages, feeds, tables, downloads', () => {
    const other: string[] = []
    for (const [path, answer] of side(0).served) {
      const twin = side(1).served.get(path)
      if (HAS_NO_TWIN.test(path) || path.includes('?') || answer.contentType.startsWith('image/')) continue
      if (twin === undefined || formOf(answer) !== formOf(twin)) other.push(path)
    }
    expect(other).toEqual([])
  })

  it('runs nowhere', () => {
    const active = [...side(0).served].flatMap(([path, answer]) =>
      activeParts(answer).map((part) => `${path}: ${part}`),
    )
    expect(active).toEqual([])
  })

  it('is behind a policy that lets nothing run, on every page and every drawing', () => {
    const pages = [...side(0).served].filter(([, { contentType }]) => /html|svg|xml/.test(contentType))
    expect(pages.length).toBeGreaterThan(100)
    const loose = pages.filter(
      ([, { policy }]) =>
        !/(?:^|; ?)default-src 'none'(?:;|$)/.test(policy) ||
        /unsafe-|script-src (?!'none')|\*|https?:/.test(ownPart(policy)),
    )
    expect(loose.map(([path, { policy }]) => `${path}: ${policy}`)).toEqual([])
  })

  it('is told apart by no browser from what it is called', () => {
    const guessed = [...side(0).served].filter(
      ([, { headers }]) => !headers.some(([name, value]) => name === 'x-content-type-options' && value === 'nosniff'),
    )
    expect(guessed.map(([path]) => path)).toEqual([])
  })

  it('stands in no header that it could have broken', () => {
    const other = [...side(0).served].filter(([path, answer]) => {
      const twin = side(1).served.get(path)
      return (
        twin !== undefined &&
        (names(answer) !== names(twin) || answer.headers.some(([, value]) => /[^\x20-\x7e]/.test(value)))
      )
    })
    expect(other.map(([path]) => path)).toEqual([])
  })

  it('is a word and no formula in a table', () => {
    const tables = [...side(0).served].filter(([, { contentType }]) => contentType.startsWith('text/csv'))
    expect(tables.length).toBeGreaterThan(3)
    const formulas = tables.flatMap(([path, { body }]) =>
      (body.match(/(?:^|,)"?[=+\-@\t\r][^,\d.][^,\n]{0,40}/gm) ?? []).map((cell) => `${path}: ${cell}`),
    )
    expect(formulas).toEqual([])
  })

  it('is in nothing that a web server is told of the site', () => {
    const told = [...side(0).written]
    expect(told.map(([path]) => path).join(' ')).toMatch(/_headers/)
    const other = told.filter(
      ([path, text]) => path !== '.onrecord-export.index' && /fire\(|alert\(|evil\.example/.test(text),
    )
    expect(other.map(([path]) => path)).toEqual([])
  })

  it('runs on no page that was carried out, and each has the form of its twin and a policy that names its one style', () => {
    const pages = [...side(0).exported].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(5)
    const faults = pages.flatMap(([path, body]) => {
      const page = { body, contentType: 'text/html', status: 200 }
      const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? ''
      const hash = createHash('sha256').update(style).digest('base64')
      return [
        ...activeParts(page),
        ...(formOf(page) === formOf({ ...page, body: side(1).exported.get(path) ?? '' }) ? [] : ['another form']),
        ...(body.includes(`style-src 'sha256-${hash}'">`) && !/unsafe-/.test(body.slice(0, 400))
          ? []
          : ['a loose policy']),
      ].map((fault) => `${path}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  it('runs nowhere when what was carried out is shown as Markdown', () => {
    const pages = [...side(0).exported].filter(([path]) => path.endsWith('.md'))
    expect(pages.length).toBeGreaterThan(5)
    const active = pages.flatMap(([path, text]) => {
      const body = marked.parse(text.replace(/^---\n[\s\S]*?\n---\n/, ''), { async: false })
      return activeParts({ body, contentType: 'text/html' }).map((part) => `${path}: ${part}`)
    })
    expect(active).toEqual([])
  })

  it('leaves the fields of what was carried out as harmless words leave them', () => {
    const other = [...side(0).exported].filter(([path, text]) => {
      const twin = side(1).exported.get(path) ?? ''
      return /\.(?:md|jsonl)$/.test(path) && JSON.stringify(linesOf(path, text)) !== JSON.stringify(linesOf(path, twin))
    })
    expect(other.map(([path]) => path)).toEqual([])
  })
})

/** Whoever likes may frame what is made to be framed. */
const ownPart = (policy: string): string => policy.replace(/frame-ancestors \*$/, '')

const names = (of: Served | undefined): string | undefined => of?.headers.map(([name]) => name).join(' ')

/** The names of the fields above a text. */
const fieldsOf = (text: string) =>
  [...(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1]?.matchAll(/^([\w-]+):/gm) ?? [])].map(([, name]) => name)

const linesOf = (path: string, text: string) =>
  path.endsWith('.jsonl')
    ? text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => Object.keys(JSON.parse(line) as object))
    : fieldsOf(text)

const byText = (one: string, other: string): number => (one < other ? -1 : 1)
