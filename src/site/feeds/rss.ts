import type { Instant } from '../../time.ts'
import { feedItems, type FeedItem, type FeedProps, feedUpdatedAt, goneItems } from './feed-items.ts'
import { feedDescription, feedHomePath, feedTitle } from './feed-subject.ts'
import { feedPath } from '../links.ts'
import type { RenderedPage } from '../props.ts'
import { xml, XML_HEAD, xmlLeaf } from './xml.ts'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/**
 * A feed as RSS 2.0 with the full text. RSS has no word for what was withdrawn: such an item keeps its name and carries
 * the notice, so that it replaces the text.
 *
 * Written here and not by a library: the one at hand sets line breaks inside titles and ids, which many readers show.
 */
export function rssFeed(props: FeedProps): RenderedPage {
  const { context, subject, hub = null } = props
  const { siteUrl, newspaper, language } = context
  const self = siteUrl + feedPath(context, subject, 'rss')
  const items = [...goneItems(props), ...feedItems(props)]
  const channel = xml(
    'channel',
    {},
    xmlLeaf('title', feedTitle(context, subject)),
    xmlLeaf('link', siteUrl + feedHomePath(context, subject)),
    xmlLeaf('description', feedDescription(context, subject) || newspaper.name),
    xmlLeaf('language', language),
    items.length > 0 ? xmlLeaf('lastBuildDate', rssDate(feedUpdatedAt(items))) : '',
    xml('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
    hub === null ? '' : xml('atom:link', { href: hub, rel: 'hub' }),
    ...items.map(item),
  )
  const body = XML_HEAD + xml('rss', { version: '2.0', ...NAMESPACES }, channel)
  return { contentType: 'application/rss+xml; charset=utf-8', body, style: null }
}

function item(entry: FeedItem): string {
  return xml(
    'item',
    {},
    xmlLeaf('title', entry.title),
    xmlLeaf('link', entry.url),
    xmlLeaf('guid', entry.id, { isPermaLink: 'false' }),
    xmlLeaf('pubDate', rssDate(entry.publishedAt)),
    xmlLeaf('atom:updated', entry.updatedAt),
    ...entry.authors.map(({ name }) => xmlLeaf('dc:creator', name)),
    ...entry.categories.map(({ label }) => xmlLeaf('category', label)),
    entry.image === null ? '' : picture(entry.image),
    xmlLeaf('description', entry.summary),
    xmlLeaf('content:encoded', entry.html),
  )
}

/** Media RSS 1.5. */
function picture({ url, contentType, width, height, bytes, alt }: NonNullable<FeedItem['image']>): string {
  const size = { width: String(width), height: String(height), fileSize: String(bytes) }
  return xml('media:content', { url, type: contentType, medium: 'image', ...size }, xmlLeaf('media:description', alt))
}

/** RFC 822 with a four-digit year, as RSS wants it: "Mon, 29 Jul 2024 15:10:00 GMT". */
const rssDate = (at: Instant): string => new Date(at).toUTCString()
