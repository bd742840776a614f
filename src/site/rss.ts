import type { Instant } from '../time.ts'
import { feedContent, type FeedProps, type FeedStory, feedUpdatedAt, storyTag } from './feed-entry.ts'
import { feedPath, frontPath } from './links.ts'
import type { PageContext, RenderedPage } from './props.ts'
import { sectionName, sectionsOf, subjectDescription, subjectName } from './subjects.ts'
import { xml, XML_HEAD, xmlLeaf } from './xml.ts'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/**
 * A list as RSS 2.0 with the full text.
 *
 * Written here and not by a library: the one at hand sets line breaks inside titles and ids, which many readers show.
 */
export function rssFeed({ context, subject, stories }: FeedProps): RenderedPage {
  const { siteUrl, newspaper, language } = context
  const self = siteUrl + feedPath(context, subject, 'rss')
  const channel = xml(
    'channel',
    {},
    xmlLeaf('title', feedTitle(context, subject)),
    xmlLeaf('link', siteUrl + frontPath(context, subject)),
    xmlLeaf('description', subjectDescription(context, subject) || newspaper.name),
    xmlLeaf('language', language),
    stories.length > 0 ? xmlLeaf('lastBuildDate', rssDate(feedUpdatedAt(stories))) : '',
    xml('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
    ...stories.map((entry) => item(context, entry)),
  )
  const body = XML_HEAD + xml('rss', { version: '2.0', ...NAMESPACES }, channel)
  return { contentType: 'application/rss+xml; charset=utf-8', body, style: null }
}

/** "The Sahel Record", "The Sahel Record · Mali". */
export function feedTitle(context: PageContext, subject: FeedProps['subject']): string {
  const { name } = context.newspaper
  return subject.kind === 'all' ? name : `${name} · ${subjectName(context, subject)}`
}

function item(context: PageContext, { story, authors }: FeedStory): string {
  return xml(
    'item',
    {},
    xmlLeaf('title', story.headline),
    xmlLeaf('link', context.siteUrl + story.path),
    xmlLeaf('guid', storyTag(context, story), { isPermaLink: 'false' }),
    xmlLeaf('pubDate', rssDate(story.firstPublished.at)),
    xmlLeaf('atom:updated', story.updatedAt),
    ...authors.map(({ name }) => xmlLeaf('dc:creator', name)),
    ...sectionsOf(context, story.sectionIds).map((section) => xmlLeaf('category', sectionName(context, section))),
    xmlLeaf('description', story.standfirst),
    xmlLeaf('content:encoded', feedContent({ context, story })),
  )
}

/** RFC 822 with a four-digit year, as RSS wants it: "Mon, 29 Jul 2024 15:10:00 GMT". */
const rssDate = (at: Instant): string => new Date(at).toUTCString()
