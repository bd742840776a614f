import { allAuthors } from '../../edition/house.ts'
import { monthsForSitemap } from '../../edition/months.ts'
import { newestWholeStories, storiesForSitemap } from '../../edition/public-stories.ts'
import { listTag, monthTag } from '../../edition/tags.ts'
import { atomFeed } from '../../site/atom.ts'
import { feedsPage } from '../../site/feeds-page.tsx'
import { paperIcon } from '../../site/icon.ts'
import { robotsTxt } from '../../site/robots.ts'
import { rssFeed } from '../../site/rss.ts'
import { sitemapIndex, sitemapMonth } from '../../site/sitemap.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { Month } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { inOrder, namesOf } from './cards.ts'
import { finished } from './finished.ts'
import { contextFor, contextOfOne, type PublicSite } from './page-source.ts'
import type { KnownList } from './story-lists.ts'

/** How many stories a feed carries, each with its whole text. */
const FEED_LENGTH = 20

/** RSS or Atom of a list. */
export async function loadFeed(
  site: PublicSite,
  address: Extract<Address, { kind: 'feed' }>,
  { subject, key }: KnownList,
): Promise<FinishedPage> {
  const { language } = address
  const newest = await newestWholeStories(site.edition, { list: key, language, limit: FEED_LENGTH })
  const authors = await namesOf(
    site,
    newest.flatMap((story) => story.bylines),
  )
  const stories = newest.map((story) => ({ story, authors: inOrder(story.bylines, authors) }))
  const context = contextOfOne(site, language, pathTo(address, site.newspaper))
  const feed = address.format === 'rss' ? rssFeed : atomFeed
  return finished(feed({ context, subject, stories }), { language, shows: [listTag(key, language)] })
}

/** The page that lists every feed. */
export async function loadFeedsPage(
  site: PublicSite,
  address: Extract<Address, { kind: 'feeds' }>,
): Promise<FinishedPage> {
  const context = contextFor(site, address.language, (language) => pathTo({ kind: 'feeds', language }, site.newspaper))
  const page = feedsPage({ context, authors: await allAuthors(site.edition) })
  return finished(page, { language: address.language, shows: [] })
}

export async function loadSitemapIndex(site: PublicSite): Promise<FinishedPage> {
  const months = await monthsForSitemap(site.edition)
  const page = sitemapIndex({ siteUrl: site.siteUrl, site: site.newspaper, months })
  return finished(page, { shows: site.newspaper.languages.map((language) => listTag('all', language)) })
}

/** One month's sitemap; undefined for a month without stories. */
export async function loadSitemapMonth(site: PublicSite, month: Month): Promise<FinishedPage | undefined> {
  const stories = await storiesForSitemap(site.edition, month)
  if (stories.length === 0) return undefined
  const groups = Map.groupBy(stories, (story) => story.groupId)
  const entries = stories.map(({ path, firstPublished, updatedAt, groupId }) => {
    const versions = groups.get(groupId) ?? []
    return { path, firstPublished, updatedAt, alternates: versions.length > 1 ? versions : [] }
  })
  const page = sitemapMonth({ siteUrl: site.siteUrl, zone: site.newspaper.zone, entries })
  return finished(page, { shows: site.newspaper.languages.map((language) => monthTag('all', language, month)) })
}

export const loadIcon = (site: PublicSite): FinishedPage => finished(paperIcon(site.newspaper), { shows: [] })

export const loadRobots = (site: PublicSite): FinishedPage =>
  finished(robotsTxt({ siteUrl: site.siteUrl, site: site.newspaper }), { shows: [] })
