import { picturesById } from '../../edition/public-pictures.ts'
import { atomFeed } from '../../site/feeds/atom.ts'
import type { FeedProps, FeedStory } from '../../site/feeds/feed-items.ts'
import type { FeedSubject } from '../../site/feeds/feed-subject.ts'
import { jsonFeed } from '../../site/feeds/json-feed.ts'
import { feedPath } from '../../site/links.ts'
import { photosElsewhere } from '../../site/figures/photos-elsewhere.ts'
import type { PageContext, RenderedPage } from '../../site/props.ts'
import { rssFeed } from '../../site/feeds/rss.ts'
import { type Address, type FeedFormat, pathTo } from '../../story/addresses.ts'
import { picturesIn } from '../../story/pictures.ts'
import type { PublicStory } from '../../story/public-story.ts'
import { inOrder, namesOf } from './cards.ts'
import { contextOfOne, type PublicSite } from './page-source.ts'

/** How many entries a feed carries, each with its whole text. */
export const FEED_LENGTH = 20

const FORMATS: Readonly<Record<FeedFormat, (props: FeedProps) => RenderedPage>> = {
  rss: rssFeed,
  atom: atomFeed,
  json: jsonFeed,
}

export type FeedAddress = Extract<Address, { kind: 'feed' }>

/** Stories as a feed carries them. */
export async function withAuthors(site: PublicSite, stories: readonly PublicStory[]): Promise<FeedStory[]> {
  const authors = await namesOf(
    site,
    stories.flatMap((story) => story.bylines),
  )
  const pictures = await picturesById(
    site.edition,
    stories.flatMap(({ body }) => picturesIn(body)),
  )
  return stories.map((story) => {
    const [photo] = photosElsewhere(site, story.body, pictures)
    const image = photo ? { ...photo.middle, alt: photo.alt } : null
    return { story, authors: inOrder(story.bylines, authors), image, pictures }
  })
}

/** The feed in the format that its address asks for. */
export const renderFeed = (
  site: PublicSite,
  address: FeedAddress,
  props: Omit<FeedProps, 'context' | 'hub'>,
): RenderedPage =>
  FORMATS[address.format]({ context: contextOfFeed(site, address), hub: site.webSubHub ?? null, ...props })

const contextOfFeed = (site: PublicSite, address: FeedAddress): PageContext =>
  contextOfOne(site, address.language, pathTo(address, site.newspaper))

/** What a subscriber's hub looks for (WebSub, section 4): the hub, and the feed's own address. */
export function linksOf(site: PublicSite, address: FeedAddress, subject: FeedSubject): string | null {
  if (!site.webSubHub) return null
  const self = site.siteUrl + feedPath(contextOfFeed(site, address), subject, address.format)
  return `<${site.webSubHub}>; rel="hub", <${self}>; rel="self"`
}
