import { storyTag } from './feed-entry.ts'
import { feedItems, type FeedItem, type FeedProps, feedUpdatedAt, goneItems } from './feed-items.ts'
import { feedDescription, feedHomePath, feedTitle } from './feed-subject.ts'
import { feedPath } from '../links.ts'
import type { RenderedPage } from '../props.ts'
import { xml, XML_HEAD, xmlLeaf } from './xml.ts'

const NAMESPACES = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:at': 'http://purl.org/atompub/tombstones/1.0' }

/** A feed as Atom (RFC 4287) with the full text; what was withdrawn is a deleted entry (RFC 6721). */
export function atomFeed(props: FeedProps): RenderedPage {
  const { context, subject, hub = null } = props
  const { siteUrl, newspaper, language } = context
  const self = siteUrl + feedPath(context, subject, 'atom')
  const items = feedItems(props)
  const feed = xml(
    'feed',
    { ...NAMESPACES, 'xml:lang': language },
    xmlLeaf('id', self),
    xmlLeaf('title', feedTitle(context, subject)),
    xmlLeaf('subtitle', feedDescription(context, subject)),
    xmlLeaf('updated', feedUpdatedAt([...items, ...goneItems(props)])),
    xml('link', { href: self, rel: 'self', type: 'application/atom+xml' }),
    hub === null ? '' : xml('link', { href: hub, rel: 'hub' }),
    xml('link', { href: siteUrl + feedHomePath(context, subject), rel: 'alternate', type: 'text/html' }),
    // The paper answers for what has no byline: an entry must have an author from somewhere.
    xml('author', {}, xmlLeaf('name', newspaper.name)),
    ...tombstones(props),
    ...items.map(atomEntry),
  )
  return { contentType: 'application/atom+xml; charset=utf-8', body: XML_HEAD + feed, style: null }
}

const tombstones = ({ context, gone = [] }: FeedProps): string[] =>
  gone.map((story) =>
    xml(
      'at:deleted-entry',
      { ref: storyTag(context, story), when: story.killedAt },
      xmlLeaf('at:comment', story.notice, { 'xml:lang': story.language }),
      xml('link', { href: context.siteUrl + story.path, rel: 'alternate', type: 'text/html' }),
    ),
  )

function atomEntry(item: FeedItem): string {
  return xml(
    'entry',
    { 'xml:lang': item.language },
    xmlLeaf('id', item.id),
    xmlLeaf('title', item.title),
    xml('link', { href: item.url, rel: 'alternate', type: 'text/html', hreflang: item.language }),
    item.image === null ? '' : enclosure(item.image),
    xmlLeaf('published', item.publishedAt),
    xmlLeaf('updated', item.updatedAt),
    ...item.authors.map(({ name, url }) => xml('author', {}, xmlLeaf('name', name), xmlLeaf('uri', url))),
    ...item.categories.map(({ term, label }) => xml('category', { term, label })),
    xmlLeaf('summary', item.summary),
    xmlLeaf('content', item.html, { type: 'html' }),
  )
}

const enclosure = ({ url, contentType, bytes, alt }: NonNullable<FeedItem['image']>): string =>
  xml('link', { href: url, rel: 'enclosure', type: contentType, length: String(bytes), title: alt || null })
