import { feedContent, type FeedProps, type FeedStory, feedUpdatedAt, storyTag } from './feed-entry.ts'
import { authorPath, feedPath, frontPath } from './links.ts'
import type { PageContext, RenderedPage } from './props.ts'
import { feedTitle } from './rss.ts'
import { sectionName, sectionsOf, subjectDescription } from './subjects.ts'
import { xml, XML_HEAD, xmlLeaf } from './xml.ts'

/** A list as Atom (RFC 4287) with the full text. */
export function atomFeed({ context, subject, stories }: FeedProps): RenderedPage {
  const { siteUrl, newspaper, language } = context
  const self = siteUrl + feedPath(context, subject, 'atom')
  const feed = xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    xmlLeaf('id', self),
    xmlLeaf('title', feedTitle(context, subject)),
    xmlLeaf('subtitle', subjectDescription(context, subject)),
    xmlLeaf('updated', feedUpdatedAt(stories)),
    xml('link', { href: self, rel: 'self', type: 'application/atom+xml' }),
    xml('link', { href: siteUrl + frontPath(context, subject), rel: 'alternate', type: 'text/html' }),
    // The paper answers for what has no byline: an entry must have an author from somewhere.
    xml('author', {}, xmlLeaf('name', newspaper.name)),
    ...stories.map((entry) => atomEntry(context, entry)),
  )
  return { contentType: 'application/atom+xml; charset=utf-8', body: XML_HEAD + feed, style: null }
}

function atomEntry(context: PageContext, { story, authors }: FeedStory): string {
  const { siteUrl } = context
  return xml(
    'entry',
    { 'xml:lang': story.language },
    xmlLeaf('id', storyTag(context, story)),
    xmlLeaf('title', story.headline),
    xml('link', { href: siteUrl + story.path, rel: 'alternate', type: 'text/html', hreflang: story.language }),
    xmlLeaf('published', story.firstPublished.at),
    xmlLeaf('updated', story.updatedAt),
    ...authors.map((author) =>
      xml('author', {}, xmlLeaf('name', author.name), xmlLeaf('uri', siteUrl + authorPath(context, author))),
    ),
    ...sectionsOf(context, story.sectionIds).map((section) =>
      xml('category', { term: section.slug, label: sectionName(context, section) }),
    ),
    xmlLeaf('summary', story.standfirst),
    xmlLeaf('content', feedContent({ context, story }), { type: 'html' }),
  )
}
