import { feedItems, type FeedItem, type FeedProps, goneItems } from './feed-items.ts'
import { feedDescription, feedHomePath, feedTitle } from './feed-subject.ts'
import { feedPath, homePath } from '../links.ts'
import type { PageContext, RenderedPage } from '../props.ts'

/**
 * A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the full text. Like RSS it has no word for what
 * was withdrawn: such an item keeps its id and carries the notice.
 */
export function jsonFeed(props: FeedProps): RenderedPage {
  const { context, subject, hub = null } = props
  const { siteUrl, newspaper, language } = context
  const description = feedDescription(context, subject)
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(context, subject),
    home_page_url: siteUrl + feedHomePath(context, subject),
    feed_url: siteUrl + feedPath(context, subject, 'json'),
    ...(description ? { description } : {}),
    language,
    authors: [{ name: newspaper.name, url: siteUrl + homePath(context, language) }],
    ...(hub === null ? {} : { hubs: [{ type: 'WebSub', url: hub }] }),
    items: [...goneItems(props), ...feedItems(props)].map((item) => jsonItem(context, item)),
  }
  return { contentType: 'application/feed+json; charset=utf-8', body: `${JSON.stringify(feed)}\n`, style: null }
}

function jsonItem({ language }: PageContext, item: FeedItem): Readonly<Record<string, unknown>> {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    ...(item.summary ? { summary: item.summary } : {}),
    content_html: item.html,
    ...(item.image === null ? {} : { image: item.image.url }),
    date_published: item.publishedAt,
    date_modified: item.updatedAt,
    ...(item.authors.length > 0 ? { authors: item.authors } : {}),
    ...(item.categories.length > 0 ? { tags: item.categories.map(({ label }) => label) } : {}),
    ...(item.language === language ? {} : { language: item.language }),
  }
}
