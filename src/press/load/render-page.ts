import { notFoundPage } from '../../site/notice-pages.tsx'
import type { Address, FeedList, StoryList } from '../../story/addresses.ts'
import { parsePath } from '../../story/parse-path.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage, RenderPage } from '../page.ts'
import { finished } from './finished.ts'
import { loadArchive, loadFront, loadMonth } from './load-lists.ts'
import { loadFeed, loadFeedsPage, loadIcon, loadRobots, loadSitemapIndex, loadSitemapMonth } from './load-machines.ts'
import { loadDataPage } from './load-data-page.ts'
import { loadActor, loadClaim, loadPlace, loadSource } from './load-entries.ts'
import { loadEvent } from './load-event.ts'
import { loadHowWeCount, loadRecordFront, loadRecordMonth } from './load-record-lists.ts'
import { loadStory } from './load-story.ts'
import { contextOfOne, openSite, type PageSource, type PublicSite } from './page-source.ts'
import { findList } from './story-lists.ts'

/**
 * Renders any public path from the edition. What an address means is read off the address itself; a path that
 * means nothing may still be a former address of a story, and is else a page with status 404.
 */
export const renderFrom =
  (source: PageSource): RenderPage =>
  async (path) => {
    const site = await openSite(source)
    const address = parsePath(path, site.newspaper)
    const page = address && (await load(site, address))
    return page ?? (await loadStory(site, path)) ?? notFound(site, languageOf(path, site))
  }

async function load(site: PublicSite, address: Address): Promise<FinishedPage | undefined> {
  switch (address.kind) {
    case 'story':
    case 'story-changes':
    case 'story-offline':
    case 'ninjs':
    case 'text':
    case 'event-embed':
    case 'corrections':
    case 'house-page':
    case 'mirrors':
    case 'mirrors-list':
    case 'search':
    case 'sitemap-record':
    case 'sitemap-of':
    case 'indexnow-key':
    case 'ads-txt':
    case 'trust-txt':
    case 'humans-txt':
    case 'security-txt':
      return undefined
    case 'record-front':
      return loadRecordFront(site, address)
    case 'record-month':
      return loadRecordMonth(site, address)
    case 'event':
      return loadEvent(site, address)
    case 'actor':
      return loadActor(site, address)
    case 'place':
      return loadPlace(site, address)
    case 'source':
      return loadSource(site, address)
    case 'claim':
      return loadClaim(site, address)
    case 'how-we-count':
      return loadHowWeCount(site, address)
    case 'data':
      return loadDataPage(site, address)
    case 'feeds':
      return loadFeedsPage(site, address)
    case 'sitemap-index':
      return loadSitemapIndex(site)
    case 'sitemap-month':
      return loadSitemapMonth(site, address.month)
    case 'robots':
      return loadRobots(site)
    case 'icon':
      return loadIcon(site)
    case 'front':
    case 'archive':
    case 'month':
    case 'feed':
      return loadList(site, address)
  }
}

async function loadList(
  site: PublicSite,
  address: Extract<Address, { kind: 'front' | 'archive' | 'month' | 'feed' }>,
): Promise<FinishedPage | undefined> {
  if (!isStoryList(address.list)) return undefined
  const list = await findList(site, address.list)
  if (!list) return undefined
  switch (address.kind) {
    case 'front':
      return loadFront(site, address, list)
    case 'archive':
      return loadArchive(site, address, list)
    case 'month':
      return loadMonth(site, address, list)
    case 'feed':
      return loadFeed(site, address, list)
  }
}

const isStoryList = (list: FeedList): list is StoryList =>
  list.kind === 'all' || list.kind === 'section' || list.kind === 'author'

/** Every absence is the same page in its language, whatever was asked for. */
export const notFound = (site: PublicSite, language: Language): FinishedPage =>
  finished(notFoundPage({ context: contextOfOne(site, language) }), { status: 404, language, shows: [] })

/** The language of an address: its prefix, or none for the paper's own. */
export const languageOf = (path: string, { newspaper }: PublicSite): Language =>
  newspaper.languages.find((language) => path.startsWith(`/${language}/`)) ?? newspaper.defaultLanguage
