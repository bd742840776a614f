import { notFoundPage } from '../../site/notice-pages.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import { parsePath } from '../../story/parse-path.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage, RenderPage } from '../page.ts'
import { finished } from './finished.ts'
import { loadFront } from './load-front.ts'
import { loadArchive, loadMonth } from './load-lists.ts'
import { loadEventEmbed } from './load-embed.ts'
import { loadFeed } from './load-feed.ts'
import { loadForMachines } from './load-for-machines.ts'
import { loadFeedsPage } from './load-machines.ts'
import { loadNinjs } from './load-ninjs.ts'
import { loadChanges } from './load-changes.ts'
import { loadCorrections } from './load-corrections.ts'
import { loadDataPage } from './load-data-page.ts'
import { loadActor, loadClaim, loadPlace, loadSource } from './load-entries.ts'
import { loadEvent } from './load-event.ts'
import { loadHousePage } from './load-house-page.ts'
import { loadHowWeCount, loadRecordFront, loadRecordMonth } from './load-record-lists.ts'
import { loadMirrors } from './load-mirrors.ts'
import { loadOffline } from './load-offline.ts'
import { loadSearchForm } from './load-search-form.ts'
import { loadStory } from './load-story.ts'
import { loadText } from './load-text.ts'
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
    return pageAt(site, path)
  }

/** The same from what was read of the paper before: for whoever renders many pages one after another. */
export const renderIn =
  (site: PublicSite): RenderPage =>
  (path) =>
    pageAt(site, path)

async function pageAt(site: PublicSite, path: string): Promise<FinishedPage> {
  const address = parsePath(path, site.newspaper)
  const page = address && (await load(site, address))
  return page ?? (await loadStory(site, path)) ?? notFound(site, languageOf(path, site))
}

async function load(site: PublicSite, address: Address): Promise<FinishedPage | undefined> {
  if (!('language' in address)) return loadForMachines(site, address)
  switch (address.kind) {
    case 'story':
      return undefined
    case 'search':
      return loadSearchForm(site, address)
    case 'story-offline':
      return loadOffline(site, address, await pageAt(site, address.path))
    case 'text':
      return loadText(site, address, await pageAt(site, pathTo(address.of, site.newspaper)))
    case 'mirrors':
      return loadMirrors(site, address)
    case 'house-page':
      return loadHousePage(site, address)
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
    case 'ninjs':
      return loadNinjs(site, address)
    case 'event-embed':
      return loadEventEmbed(site, address)
    case 'feed':
      return loadFeed(site, address)
    case 'story-changes':
      return loadChanges(site, address)
    case 'corrections':
      return loadCorrections(site, address)
    case 'front':
    case 'archive':
    case 'month':
      return loadList(site, address)
  }
}

async function loadList(
  site: PublicSite,
  address: Extract<Address, { kind: 'front' | 'archive' | 'month' }>,
): Promise<FinishedPage | undefined> {
  const list = await findList(site, address.list)
  if (!list) return undefined
  switch (address.kind) {
    case 'front':
      return loadFront(site, address, list)
    case 'archive':
      return loadArchive(site, address, list)
    case 'month':
      return loadMonth(site, address, list)
  }
}

/** Every absence is the same page in its language, whatever was asked for. */
export const notFound = (site: PublicSite, language: Language): FinishedPage =>
  finished(notFoundPage({ context: contextOfOne(site, language) }), { status: 404, language, shows: [] })

/** The language of an address: its prefix, or none for the paper's own. */
export const languageOf = (path: string, { newspaper }: PublicSite): Language =>
  newspaper.languages.find((language) => path.startsWith(`/${language}/`)) ?? newspaper.defaultLanguage
