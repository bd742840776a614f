import { escapeHtml, type FeedItem, type FeedMedia, type FeedSource, paragraphsHtml } from './feed-item.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (from: Fields, name: string): string =>
  typeof from[name] === 'string' ? from[name] : typeof from[name] === 'number' ? String(from[name]) : ''
const list = (from: Fields, name: string): readonly unknown[] => (Array.isArray(from[name]) ? from[name] : [])

/** Reads a JSON Feed (jsonfeed.org, 1.0 and 1.1); undefined when the value is none. */
export function feedFromJson(value: unknown): FeedSource | undefined {
  if (!isFields(value) || !isJsonFeed(value)) return undefined
  const authors = authorsOf(value)
  const items = list(value, 'items').filter(isFields)
  return {
    title: text(value, 'title').trim(),
    language: text(value, 'language'),
    link: text(value, 'home_page_url'),
    generator: '',
    items: items.map((item, index) => feedItem(item, index + 1, authors, text(value, 'language'))),
  }
}

/** Some write only the number of the version. */
const isJsonFeed = (value: Fields): boolean =>
  text(value, 'version').includes('jsonfeed.org/version/') ||
  (Array.isArray(value['items']) && (text(value, 'feed_url') !== '' || text(value, 'home_page_url') !== ''))

function feedItem(item: Fields, number: number, feedAuthors: readonly string[], language: string): FeedItem {
  const own = authorsOf(item)
  return {
    id: text(item, 'id'),
    link: text(item, 'url') || text(item, 'external_url'),
    base: null,
    titleHtml: escapeHtml(text(item, 'title')),
    summaryHtml: escapeHtml(text(item, 'summary')),
    contentHtml: text(item, 'content_html') || paragraphsHtml(text(item, 'content_text')),
    authors: own.length > 0 ? own : feedAuthors,
    published: text(item, 'date_published'),
    updated: text(item, 'date_modified'),
    categories: [],
    keywords: list(item, 'tags').filter((tag) => typeof tag === 'string'),
    media: mediaOf(item),
    language: text(item, 'language') || language,
    isDraft: false,
    leftOut:
      text(item, 'url') && text(item, 'external_url') ? [`It is about the page ${text(item, 'external_url')}.`] : [],
    where: `entry ${number}`,
  }
}

function authorsOf(from: Fields): string[] {
  const many = list(from, 'authors').filter(isFields)
  const one = isFields(from['author']) ? [from['author']] : []
  const names = (many.length > 0 ? many : one).map((author) => text(author, 'name').trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

function mediaOf(item: Fields): FeedMedia[] {
  const pictures = [text(item, 'image') || text(item, 'banner_image')].filter(Boolean)
  const attached = list(item, 'attachments').filter(isFields)
  return [
    ...pictures.map((url) => ({ ...PLAIN, url, type: 'image/*' })),
    ...attached.map((file) => ({
      ...PLAIN,
      url: text(file, 'url'),
      type: text(file, 'mime_type'),
      caption: text(file, 'title'),
    })),
  ].filter(({ url }) => url !== '')
}

const PLAIN: FeedMedia = { url: '', type: '', caption: '', credit: '', width: 0, isSmall: false }
