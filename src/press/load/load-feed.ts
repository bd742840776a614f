import { goneLately } from '../../edition/feed-stories.ts'
import { listsOf, parentsOf } from '../../edition/list-keys.ts'
import { newestWholeStories } from '../../edition/public-stories.ts'
import { listTag, type ListKey, storyTag } from '../../edition/tags.ts'
import type { GoneStory, PublicStory } from '../../story/public-story.ts'
import type { Language } from '../../story/story.ts'
import { type Instant, instantOf } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { loadFeedOfCorrections } from './load-feed-of-corrections.ts'
import { loadFeedOfRecord } from './load-feed-of-record.ts'
import type { PublicSite } from './page-source.ts'
import { FEED_LENGTH, type FeedAddress, linksOf, renderFeed, withAuthors } from './render-feed.ts'
import { findList, type KnownList } from './story-lists.ts'

/** How many of the stories withdrawn last are looked through for those of a list. */
const WITHDRAWN = 20
const NINETY_DAYS_MS = 90 * 86_400_000

/** Any feed; undefined where there is nothing to follow. */
export async function loadFeed(site: PublicSite, address: FeedAddress): Promise<FinishedPage | undefined> {
  const { list } = address
  switch (list.kind) {
    case 'event':
    case 'actor':
    case 'place':
      return loadFeedOfRecord(site, address, list)
    case 'corrections':
      return loadFeedOfCorrections(site, address)
    case 'all':
    case 'section':
    case 'author': {
      const known = await findList(site, list)
      return known && loadFeedOfList(site, address, known)
    }
  }
}

/** A list of stories as a feed, with what was withdrawn of it. */
async function loadFeedOfList(
  site: PublicSite,
  address: FeedAddress,
  { subject, key }: KnownList,
): Promise<FinishedPage> {
  const { language } = address
  const newest = await newestWholeStories(site.edition, { list: key, language, limit: FEED_LENGTH })
  const gone = await goneFrom(site, { key, language, newest })
  const page = renderFeed(site, address, { subject, stories: await withAuthors(site, newest), gone })
  const shows = [listTag(key, language), ...newest.map(({ id }) => storyTag(id)), ...gone.map(({ id }) => storyTag(id))]
  return finished(page, { language, shows, links: linksOf(site, address, subject) })
}

/**
 * Stories of a list that were withdrawn in the ninety days before its newest change: the feed says so for as long as
 * somebody's software may still hold their text. No clock is asked, so that the same edition always makes the same feed.
 */
async function goneFrom(
  site: PublicSite,
  { key, language, newest }: { key: ListKey; language: Language; newest: readonly PublicStory[] },
): Promise<GoneStory[]> {
  const changedAt = newest.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), '')
  const since = changedAt === '' ? EVER : instantOf(new Date(Date.parse(changedAt) - NINETY_DAYS_MS))
  const gone = await goneLately(site.edition, { language, since, limit: WITHDRAWN })
  const parents = parentsOf(site.sections)
  return gone.filter((story) => listsOf(story, parents).has(key))
}

const EVER = '0000-01-01T00:00:00.000Z' as Instant
