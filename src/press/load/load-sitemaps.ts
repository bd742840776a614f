import { allAuthors } from '../../edition/house.ts'
import { monthsForSitemap } from '../../edition/months.ts'
import { storiesForSitemap } from '../../edition/public-stories.ts'
import {
  entriesForSitemap,
  eventsForSitemap,
  type NewsStory,
  recordMonthsForSitemap,
  storiesSince,
} from '../../edition/sitemap-rows.ts'
import { listTag, monthTag, RECORD, recordMonthTag, storyTag } from '../../edition/tags.ts'
import type { Alternate } from '../../site/props.ts'
import {
  inEveryLanguage,
  MAX_NEWS_URLS,
  MAX_SITEMAP_URLS,
  newsSitemap,
  type SitemapEntry,
  sitemapIndex,
  sitemapOf,
  storyLastmod,
} from '../../site/feeds/sitemap.ts'
import { ALL_STORIES, type PageAddress, pathTo, type SitemapOf } from '../../story/addresses.ts'
import { HOUSE_PAGES } from '../../story/house-page.ts'
import { type Instant, instantOf, type Month } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { housePagesIn, nowOf, type PublicSite } from './page-source.ts'

const TWO_DAYS_MS = 2 * 86_400_000

/** The index of all sitemaps. */
export async function loadSitemapIndex(site: PublicSite): Promise<FinishedPage> {
  const { edition, newspaper, siteUrl } = site
  const months = await monthsForSitemap(edition)
  const recordMonths = await recordMonthsForSitemap(edition)
  const sitemaps = [
    { address: { kind: 'sitemap-of', what: 'news' } as const, updatedAt: null },
    { address: { kind: 'sitemap-of', what: 'pages' } as const, updatedAt: null },
    ...(site.hasRecord ? [{ address: { kind: 'sitemap-of', what: 'entries' } as const, updatedAt: null }] : []),
    ...months.map(({ month, updatedAt }) => ({ address: { kind: 'sitemap-month', month } as const, updatedAt })),
    ...recordMonths.map(({ month, updatedAt }) => ({ address: { kind: 'sitemap-record', month } as const, updatedAt })),
  ]
  const page = sitemapIndex({ siteUrl, site: newspaper, sitemaps })
  return finished(page, { shows: [RECORD, ...newspaper.languages.map((language) => listTag('all', language))] })
}

/** One month's stories; undefined for a month without any. */
export async function loadSitemapMonth(site: PublicSite, month: Month): Promise<FinishedPage | undefined> {
  const stories = await storiesForSitemap(site.edition, month)
  if (stories.length === 0) return undefined
  const groups = Map.groupBy(stories, (story) => story.groupId)
  const entries = stories.map(({ path, groupId, ...times }) => {
    const versions = groups.get(groupId) ?? []
    const alternates = versions.length > 1 ? versions : []
    return { path, lastmod: storyLastmod(times, site.newspaper.zone), alternates }
  })
  const shows = site.newspaper.languages.map((language) => monthTag('all', language, month))
  return finished(sitemapOf({ siteUrl: site.siteUrl, entries }), { shows })
}

/** The events of one month of the record; undefined for a month without any. */
export async function loadSitemapRecord(site: PublicSite, month: Month): Promise<FinishedPage | undefined> {
  const events = await eventsForSitemap(site.edition, month, mostPages(site))
  if (events.length === 0) return undefined
  const entries = events.flatMap(({ slug, updatedAt }) =>
    inEveryLanguage(versionsOf(site, { kind: 'event', slug }), updatedAt),
  )
  return finished(sitemapOf({ siteUrl: site.siteUrl, entries }), { shows: [recordMonthTag(month)] })
}

/** The other sitemaps: entries of the record, the paper's own pages, the news of two days. */
export function loadSitemapOf(site: PublicSite, what: SitemapOf): Promise<FinishedPage | undefined> {
  if (what === 'news') return loadNews(site)
  return what === 'pages' ? loadPages(site) : loadEntries(site)
}

/** Each page has an entry in every language, and a sitemap holds only so many. */
const mostPages = ({ newspaper }: PublicSite): number => Math.floor(MAX_SITEMAP_URLS / newspaper.languages.length)

/** A page whose address is the same in every language but for its prefix. */
type InEveryLanguage = WithoutLanguage<PageAddress>
type WithoutLanguage<One> = One extends unknown ? Omit<One, 'language'> : never

const versionsOf = ({ newspaper }: PublicSite, address: InEveryLanguage): Alternate[] =>
  newspaper.languages.map((language) => ({
    language,
    path: pathTo({ ...address, language }, newspaper),
  }))

async function loadEntries(site: PublicSite): Promise<FinishedPage | undefined> {
  const entries: SitemapEntry[] = []
  for (const [table, kind] of ENTRIES) {
    const slugs = await entriesForSitemap(site.edition, table, mostPages(site))
    // Such a page changes with every event that it lists: no hour would be true for long.
    entries.push(...slugs.flatMap((slug) => inEveryLanguage(versionsOf(site, { kind, slug }), null)))
  }
  if (entries.length === 0) return undefined
  return finished(sitemapOf({ siteUrl: site.siteUrl, entries }), { shows: [RECORD] })
}

const ENTRIES = [
  ['actors', 'actor'],
  ['places', 'place'],
  ['sources', 'source'],
] as const

async function loadPages(site: PublicSite): Promise<FinishedPage> {
  const authors = await allAuthors(site.edition)
  const lists = [
    ALL_STORIES,
    ...site.sections.map(({ slug }) => ({ kind: 'section', slug }) as const),
    ...authors.map(({ slug }) => ({ kind: 'author', slug }) as const),
  ]
  const pages: InEveryLanguage[] = [
    ...lists.map((list) => ({ kind: 'front', list }) as const),
    { kind: 'corrections', month: null },
    { kind: 'archive', list: ALL_STORIES },
    { kind: 'feeds' },
    ...(site.hasRecord ? RECORD_PAGES : []),
  ]
  const entries = [
    ...pages.flatMap((address) => inEveryLanguage(versionsOf(site, address), null)),
    ...housePageEntries(site),
  ]
  return finished(sitemapOf({ siteUrl: site.siteUrl, entries }), { shows: [] })
}

const RECORD_PAGES: readonly InEveryLanguage[] = [{ kind: 'record-front' }, { kind: 'how-we-count' }, { kind: 'data' }]

/** Pages of the paper about itself, in the languages that have them. */
function housePageEntries(site: PublicSite): SitemapEntry[] {
  const { newspaper } = site
  return HOUSE_PAGES.flatMap((page) => {
    const languages = newspaper.languages.filter((language) => housePagesIn(site, language).includes(page))
    const versions = languages.map((language) => ({
      language,
      path: pathTo({ kind: 'house-page', language, page }, newspaper),
    }))
    return inEveryLanguage(versions, null)
  })
}

/** The stories of the last two days. It stops being true by itself, when the oldest of them turns two days old. */
async function loadNews(site: PublicSite): Promise<FinishedPage> {
  const { edition, newspaper, siteUrl } = site
  const since = instantOf(new Date(Date.parse(nowOf(site)) - TWO_DAYS_MS))
  const stories: NewsStory[] = []
  for (const language of newspaper.languages) {
    stories.push(...(await storiesSince(edition, { language, since, limit: MAX_NEWS_URLS })))
  }
  const entries = stories.toSorted((one, other) => (one.firstPublished.at < other.firstPublished.at ? 1 : -1))
  const page = newsSitemap({ siteUrl, paper: newspaper.name, zone: newspaper.zone, entries })
  // By its own tag a withdrawn story takes its headline with it, even where nothing newer can be made.
  const shows = [
    ...newspaper.languages.map((language) => listTag('all', language)),
    ...entries.map(({ id }) => storyTag(id)),
  ]
  return finished(page, { shows, freshUntil: endOf(entries.at(-1)) })
}

const endOf = (oldest: NewsStory | undefined): Instant | null =>
  oldest ? instantOf(new Date(Date.parse(oldest.firstPublished.at) + TWO_DAYS_MS + 1)) : null
