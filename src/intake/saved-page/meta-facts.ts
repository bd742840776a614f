import type { HtmlElement } from '../html/html-tree.ts'
import { oneLine, plainText } from '../plain-text.ts'
import type { PageFacts } from './page-facts.ts'

/** The values of a page's `<meta>` elements by their names, which are written in small letters and with points. */
export type PageMeta = ReadonlyMap<string, readonly string[]>

export function metaOf(elements: readonly HtmlElement[]): PageMeta {
  const found = new Map<string, string[]>()
  for (const { name, attributes } of elements) {
    const value = oneLine(attributes['content'] ?? attributes['value'] ?? '')
    if (name !== 'meta' || value === '') continue
    const names = `${attributes['name'] ?? ''} ${attributes['property'] ?? ''} ${attributes['http-equiv'] ?? ''}`
    for (const key of names.split(/\s+/).filter(Boolean).map(plainKey)) {
      const values = found.get(key)
      if (values === undefined) found.set(key, [value])
      else if (values.length < MOST_VALUES) values.push(value)
    }
  }
  return found
}

/** No name is told more often on a page that means it. */
const MOST_VALUES = 200

/** "og:title", "OG:Title" and "og.title" are one name; so are "DC.title" and "dcterms:title". */
const plainKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(':', '.')
    .replace(/^dcterms?\./, 'dc.')

const TITLES =
  'dc.title og.title weibo.article.title weibo.webpage.title title twitter.title parsely-title sailthru.title citation_title'
const SUMMARIES =
  'dc.description og.description weibo.article.description description twitter.description sailthru.description dc.abstract'
const AUTHORS =
  'dc.creator author article.author og.article.author parsely-author sailthru.author citation_author cxenseparse.author byl byline'
const PUBLISHED =
  'article.published_time article.published og.article.published_time og.published_time parsely-pub-date sailthru.date dc.date.issued dc.issued dc.date dc.date.created dc.created citation_publication_date citation_online_date citation_date cxenseparse.recs.publishtime pubdate publishdate publish-date publication_date datepublished date'
const MODIFIED =
  'article.modified_time article.modified og.updated_time og.article.modified_time dc.modified dc.date.modified lastmod datemodified'
const SECTIONS = 'article.section og.article.section parsely-section cxenseparse.category section'
const KEYWORDS = 'article.tag og.article.tag news_keywords sailthru.tags keywords citation_keywords'
const LANGUAGES = 'dc.language content-language og.locale language'
const PICTURES =
  'og.image og.image.url og.image.secure_url twitter.image twitter.image.src sailthru.image.full parsely-image-url'

/** What a page's `<meta>` elements tell: Open Graph, Dublin Core, Parse.ly, Sailthru, Highwire and the plain ones. */
export function metaFacts(meta: PageMeta): PageFacts {
  const all = (names: string): string[] =>
    names
      .split(' ')
      .map((name) => meta.get(name) ?? [])
      .find((values) => values.length > 0)
      ?.map(plainText) ?? []
  const every = (names: string): string[] => names.split(' ').flatMap((name) => meta.get(name) ?? [])
  const url = every(PICTURES)[0]
  return {
    headline: all(TITLES)[0],
    standfirst: all(SUMMARIES)[0],
    authors: authorsIn(meta),
    published: every(PUBLISHED),
    modified: every(MODIFIED),
    sections: [...new Set(all(SECTIONS).filter(isSectionName))],
    keywords: [...new Set(all(KEYWORDS).flatMap(splitList))],
    language: all(LANGUAGES)[0],
    addresses: every('og.url parsely-link twitter.url'),
    siteName: all('og.site_name application-name dc.publisher')[0],
    picture:
      url === undefined
        ? undefined
        : { url, caption: null, credit: null, alt: all('og.image.alt twitter.image.alt')[0] ?? null },
    isArticle: every('og.type').some((type) => /^article$|[.:]article$/i.test(type)),
  }
}

/** The first of the names that holds people: networks' addresses and handles are none. */
function authorsIn(meta: PageMeta): string[] {
  for (const name of AUTHORS.split(' ')) {
    const names = (meta.get(name) ?? []).map(plainText).filter((found) => !/^(?:https?:|[@/])/.test(found))
    if (names.length > 0) return [...new Set(name === 'citation_author' ? names.map(inReadingOrder) : names)]
  }
  return []
}

/** "Diallo, Awa", as libraries write it. */
const inReadingOrder = (name: string): string => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1')

const isSectionName = (label: string): boolean =>
  !/[/_]|^[\da-f-]{20,}$|^front-page$/i.test(label) && label.length <= 60

const splitList = (written: string): string[] =>
  written.split(/\s*[,;]\s*/).filter((word) => word !== '' && word.length <= 80)
