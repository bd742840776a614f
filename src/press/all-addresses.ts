import {
  type After,
  claimIdsAfter,
  formerPathsAfter,
  gonePathsAfter,
  listMonthsAfter,
  slugsAfter,
  storyPathsAfter,
} from '../edition/all-paths.ts'
import { correctionTimes } from '../edition/corrections.ts'
import type { EditionDb } from '../edition/edition-db.ts'
import { allAuthors } from '../edition/house.ts'
import { recordMonths } from '../edition/record-lists.ts'
import type { ListKey } from '../edition/tags.ts'
import {
  type Address,
  ALL_STORIES,
  type EntryPageKind,
  FEED_FILE,
  type FeedFormat,
  type FeedList,
  MACHINE_PATHS,
  type MachineFile,
  pathTo,
  type StoryList,
} from '../story/addresses.ts'
import { HOUSE_PAGES } from '../story/house-page.ts'
import { isPage, parsePath } from '../story/parse-path.ts'
import type { Language } from '../story/story.ts'
import { dateIn, type Month, monthOf } from '../time.ts'
import type { PublicSite } from './load/page-source.ts'

/** How many rows of the edition are read at a time. */
const PAGE = 1_000

/** Which forms of pages are wanted besides the pages themselves. */
export interface OtherForms {
  readonly text: boolean
  readonly offline: boolean
}

/** A path with the form in which it shows what stands there. */
export interface PublicPath {
  readonly path: string
  readonly form: 'page' | 'text' | 'offline' | 'ninjs'
}

/**
 * Every path at which readers may find something: pages, feeds, sitemaps, files for machines, notices, and former
 * addresses. In some there may be nothing after all; what is never yielded needs a question that only a server can
 * answer. Read in portions, so that the memory it takes does not grow with the archive.
 */
export async function* allPaths(site: PublicSite, forms: OtherForms): AsyncGenerator<PublicPath> {
  for await (const { address, path } of everything(site)) {
    yield { path, form: address?.kind === 'ninjs' ? 'ninjs' : 'page' }
    if (address === undefined) continue
    if (forms.text && isPage(address)) {
      yield { path: pathOf(site, { kind: 'text', language: address.language, of: address }), form: 'text' }
    }
    if (forms.offline && address.kind === 'story') {
      yield { path: pathOf(site, { ...address, kind: 'story-offline' }), form: 'offline' }
    }
  }
}

interface Found {
  readonly path: string
  /** Undefined for a former address that has another form than ours. */
  readonly address: Address | undefined
}

const pathOf = ({ newspaper }: PublicSite, address: Address): string => pathTo(address, newspaper)

async function* everything(site: PublicSite): AsyncGenerator<Found> {
  const lists = await listsByKey(site)
  for (const language of site.newspaper.languages) {
    for (const address of housePagesOf(language)) yield found(site, address)
    for (const list of lists.values()) for (const address of pagesOf(list, language)) yield found(site, address)
    for (const address of feedsOf({ kind: 'corrections' }, language)) yield found(site, address)
    for (const month of await correctedMonths(site, language))
      yield found(site, { kind: 'corrections', language, month })
  }
  for (const address of machineFiles(site)) yield found(site, address)
  yield* months(site, lists)
  yield* stories(site)
  yield* record(site)
  yield* formerAddresses(site)
}

const found = (site: PublicSite, address: Address): Found => ({ address, path: pathOf(site, address) })

/** The lists there are by their keys: everything, sections, authors. */
async function listsByKey({ edition, sections }: PublicSite): Promise<ReadonlyMap<ListKey, StoryList>> {
  const authors = await allAuthors(edition)
  return new Map<ListKey, StoryList>([
    ['all', ALL_STORIES],
    ...sections.map(({ id, slug }) => [`section:${id}`, { kind: 'section', slug }] as const),
    ...authors.map(({ id, slug }) => [`author:${id}`, { kind: 'author', slug }] as const),
  ])
}

const housePagesOf = (language: Language): Address[] => [
  ...HOUSE_PAGES.map((page) => ({ kind: 'house-page', language, page }) as const),
  { kind: 'feeds', language },
  { kind: 'corrections', language, month: null },
  { kind: 'mirrors', language },
  { kind: 'search', language },
  { kind: 'record-front', language },
  { kind: 'how-we-count', language },
  { kind: 'data', language },
]

const pagesOf = (list: StoryList, language: Language): Address[] => [
  { kind: 'front', language, list },
  { kind: 'archive', language, list },
  ...feedsOf(list, language),
]

const feedsOf = (list: FeedList, language: Language): Address[] =>
  (Object.keys(FEED_FILE) as FeedFormat[]).map((format) => ({ kind: 'feed', language, list, format }))

const machineFiles = ({ indexNowKey }: PublicSite): Address[] => [
  ...(Object.keys(MACHINE_PATHS) as MachineFile[]).map((kind) => ({ kind })),
  { kind: 'sitemap-index' },
  ...(['entries', 'news', 'pages'] as const).map((what) => ({ kind: 'sitemap-of', what }) as const),
  ...(indexNowKey ? [{ kind: 'indexnow-key', key: indexNowKey } as const] : []),
]

async function correctedMonths({ edition, newspaper }: PublicSite, language: Language): Promise<Set<Month>> {
  const times = await correctionTimes(edition, language)
  return new Set(times.map((at) => monthOf(dateIn(newspaper.zone, at))))
}

/** The months of every list, and their sitemaps. */
async function* months(site: PublicSite, lists: ReadonlyMap<ListKey, StoryList>): AsyncGenerator<Found> {
  const { edition } = site
  const inSitemaps = new Set<Month>()
  for await (const { list: key, language, month } of paged(edition, listMonthsAfter, (row) => row)) {
    const list = lists.get(key)
    if (list) yield found(site, { kind: 'month', language, list, month })
    if (key === 'all') inSitemaps.add(month)
  }
  for (const month of inSitemaps) yield found(site, { kind: 'sitemap-month', month })
}

async function* stories(site: PublicSite): AsyncGenerator<Found> {
  const { edition } = site
  for await (const { path, language, versions } of paged(edition, storyPathsAfter, (row) => row.path)) {
    yield found(site, { kind: 'story', language, path })
    yield found(site, { kind: 'ninjs', language, path })
    if (versions > 1) yield found(site, { kind: 'story-changes', language, path })
  }
  for await (const { path, language } of paged(edition, gonePathsAfter, (row) => row.path)) {
    yield found(site, { kind: 'story', language, path })
    yield found(site, { kind: 'story-changes', language, path })
    yield found(site, { kind: 'ninjs', language, path })
  }
}

/** Entries of the record, each in every language of the paper, with their feeds and boxes. */
async function* record(site: PublicSite): AsyncGenerator<Found> {
  const { edition, newspaper } = site
  const months = await recordMonths(edition)
  for (const { month } of months) {
    yield found(site, { kind: 'sitemap-record', month })
    for (const language of newspaper.languages) yield found(site, { kind: 'record-month', language, month })
  }
  for (const kind of ['event', 'actor', 'place', 'source'] as const) {
    for await (const slug of paged(
      edition,
      (db, page: After<string>) => slugsAfter(db, kind, page),
      (row) => row,
    )) {
      for (const language of newspaper.languages) {
        for (const address of formsOf(kind, slug, language)) yield found(site, address)
      }
    }
  }
  for await (const id of paged(edition, claimIdsAfter, (row) => row)) {
    for (const language of newspaper.languages) yield found(site, { kind: 'claim', language, id })
  }
}

const formsOf = (kind: EntryPageKind, slug: string, language: Language): Address[] => [
  { kind, language, slug },
  ...(kind === 'event' ? [{ kind: 'event-embed', language, slug } as const] : []),
  ...(kind === 'source' ? [] : feedsOf({ kind, slug }, language)),
]

/** A former address may have any form; where it has that of a story, its text version leads on too. */
async function* formerAddresses({ edition, newspaper }: PublicSite): AsyncGenerator<Found> {
  for await (const path of paged(edition, formerPathsAfter, (row) => row)) {
    const address = parsePath(path, newspaper)
    yield { path, address: address?.kind === 'story' ? address : undefined }
  }
}

/** Rows of a keyset query one after another, in portions. */
async function* paged<Row, Key>(
  edition: EditionDb,
  read: (db: EditionDb, page: After<Key>) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row> {
  for (let after: Key | null = null; ; ) {
    const rows: readonly Row[] = await read(edition, { after, limit: PAGE })
    yield* rows
    const last = rows.at(-1)
    if (rows.length < PAGE || last === undefined) return
    after = keyOf(last)
  }
}
