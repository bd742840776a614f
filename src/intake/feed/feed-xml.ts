import { authorsOf, contributorsOf } from './feed-people.ts'
import { attributeOf, type Field, fieldNamed, fieldOf, fieldsIn, NO_SCOPE, textOf, wholeAddress } from './feed-field.ts'
import type { FeedItem, FeedSource } from './feed-item.ts'
import { mediaOf } from './feed-media.ts'
import { htmlOf } from './feed-text.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import { oneLine, plainText, wordsOf } from '../plain-text.ts'

/** Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and CDF: their elements differ in name, not in meaning. */
export function feedFromXml(root: HtmlElement): FeedSource {
  const top = fieldOf(root, NO_SCOPE)
  const isAtom = top.name === 'feed'
  const channel = top.name === 'channel' ? top : (fieldNamed(fieldsIn(top), 'channel') ?? top)
  const fields = fieldsIn(channel).filter(({ name }) => !isEntry(name))
  const own = fields.find(({ name, element }) => name === 'link' && attributeOf(element, 'rel') === 'self')
  const address = own ? attributeOf(own.element, 'href') : ''
  const self = /^https?:/.test(address) ? address : null
  const link = linkOf(channel, fields, self)
  const place: FeedPlace = {
    isAtom,
    link: /^https?:/.test(link) ? link : self,
    language: channel.scope.language ?? (textOf(fields, 'language', 'dc:language') || undefined),
    authors: isAtom ? authorsOf(fields) : [],
  }
  return {
    title: plainText(htmlOf(fieldNamed(fields, 'title', 'dc:title'), isAtom)),
    language: place.language ?? '',
    link,
    generator: textOf(fields, 'generator'),
    items: entriesIn(top).map((entry, index) => feedItem(entry, place, index + 1)),
  }
}

interface FeedPlace {
  readonly isAtom: boolean
  readonly link: string | null
  readonly language: string | undefined
  /** Who wrote entries that name nobody: the feed's own authors (RFC 4287 section 4.2.1). */
  readonly authors: readonly string[]
}

const isEntry = (name: string): boolean => name === 'item' || name === 'entry'

/** Entries stand in the feed, its channel or, in CDF, in channels of that; never in one another. */
function entriesIn(parent: Field): Field[] {
  return fieldsIn(parent).flatMap((field) => {
    if (isEntry(field.name)) return [field]
    return /^(?:channel|rss|feed|items|entries|(?:.+:)?rdf)$/.test(field.name) ? entriesIn(field) : []
  })
}

function feedItem(entry: Field, place: FeedPlace, number: number): FeedItem {
  const fields = fieldsIn(entry)
  const named = (...names: readonly string[]): string => textOf(fields, ...names)
  const link = linkOf(entry, fields, place.link)
  const start = /^https?:/.test(link) ? link : place.link
  const content = fieldNamed(fields, 'content:encoded', 'content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div')
  const summary = fieldNamed(fields, ...SUMMARIES)
  const authors = authorsOf(fields)
  return {
    id: named('guid', 'id') || attributeOf(entry.element, 'rdf:about'),
    link,
    base: (content ?? summary ?? entry).scope.base,
    titleHtml: htmlOf(fieldNamed(fields, 'title', 'dc:title', 'media:title', 'itunes:title'), place.isAtom),
    summaryHtml: htmlOf(summary, place.isAtom),
    contentHtml: htmlOf(content, place.isAtom),
    authors: authors.length > 0 ? authors : place.authors,
    published: named(...PUBLISHED),
    updated: named('updated', 'modified', 'dcterms:modified') || attributeOf(entry.element, 'lastmod'),
    categories: categoriesOf(fields),
    keywords: keywordsOf(fields),
    media: mediaOf(fields, start),
    language: languageOfItem(entry, fields, content ?? summary, place),
    isDraft: isDraft(fields),
    leftOut: leftOutOf(fields),
    where: `entry ${number}`,
  }
}

const SUMMARIES = [
  'description',
  'summary',
  'dc:description',
  'abstract',
  'itunes:summary',
  'tagline',
  'media:description',
  'dcterms:abstract',
  'itunes:subtitle',
]

const PUBLISHED = [
  'pubdate',
  'published',
  'issued',
  'dc:date',
  'dcterms:issued',
  'created',
  'dcterms:created',
  'date',
  'dcterms:date',
]

/** The language of the text, else of the title, else what entry and feed say. */
function languageOfItem(entry: Field, fields: readonly Field[], text: Field | undefined, place: FeedPlace): string {
  const said = (text ?? fieldNamed(fields, 'title'))?.scope.language ?? entry.scope.language
  return said ?? (textOf(fields, 'dc:language', 'language') || (place.language ?? ''))
}

/** Atom Publishing Protocol (RFC 5023 section 13.1.1). */
function isDraft(fields: readonly Field[]): boolean {
  const control = fields.find(({ name }) => name === 'app:control')
  return control !== undefined && textOf(fieldsIn(control), 'app:draft', 'draft').toLowerCase() === 'yes'
}

/** The address of the page: FeedBurner's original first, then the link that is an alternate, then a permanent guid. */
function linkOf(parent: Field, fields: readonly Field[], otherwise: string | null = null): string {
  const links = fields.filter(({ name }) => name === 'link')
  const alternates = links.filter(({ element }) => attributeOf(element, 'href') !== '' && isAlternate(element))
  const [alternate] = [...alternates.filter(({ element }) => isPage(element)), ...alternates]
  const bare = links.filter(({ element }) => attributeOf(element, 'href') === '' && wordsOf(element) !== '')
  const written = bare.find(({ element }) => isAlternate(element)) ?? bare[0]
  const whole = (address: string, field: Field): string => wholeAddress(address, field.scope, otherwise)
  const guid = fieldNamed(fields, 'guid')
  const candidates = [
    textOf(fields, 'feedburner:origlink'),
    written ? whole(wordsOf(written.element), written) : '',
    alternate ? whole(attributeOf(alternate.element, 'href'), alternate) : '',
    whole(attributeOf(parent.element, 'href'), parent),
    guid && isPermanent(guid.element) ? wordsOf(guid.element) : '',
    attributeOf(parent.element, 'rdf:about'),
  ]
  return (
    candidates.slice(0, 4).find(Boolean) ?? candidates.slice(4).find((address) => /^https?:/i.test(address ?? '')) ?? ''
  )
}

const isAlternate = (link: HtmlElement): boolean =>
  /^(?:|alternate|https?:\/\/www\.iana\.org\/assignments\/relation\/alternate)$/i.test(attributeOf(link, 'rel'))

const isPage = (link: HtmlElement): boolean =>
  /^(?:|text\/html\b.*|application\/xhtml\+xml)$/i.test(attributeOf(link, 'type'))

const isPermanent = (guid: HtmlElement): boolean =>
  (guid.attributes['isPermaLink'] ?? guid.attributes['ispermalink'] ?? '').toLowerCase() !== 'false'

const CATEGORIES = new Set(['category', 'dc:subject', 'media:category', 'slash:section', 'itunes:category'])

function categoriesOf(fields: readonly Field[]): string[] {
  const own = fields.filter(({ name, element }) => CATEGORIES.has(name) && !isInternal(element))
  const nested = own.flatMap((field) => [field, ...fieldsIn(field).filter(({ name }) => name === 'itunes:category')])
  const labels = nested.map(({ element }) => categoryLabel(element))
  return [...new Set(labels.filter((label) => label !== ''))]
}

const categoryLabel = (category: HtmlElement): string => {
  const written = category.children.filter((child) => typeof child === 'string').join('')
  return oneLine(attributeOf(category, 'label') || plainText(written) || attributeOf(category, 'term', 'text'))
}

/** What Blogger says to its own programs. */
const isInternal = (category: HtmlElement): boolean => attributeOf(category, 'scheme').endsWith('#kind')

const keywordsOf = (fields: readonly Field[]): string[] => {
  const lists = ['media:keywords', 'itunes:keywords', 'keywords'].map((name) => textOf(fields, name))
  return [
    ...new Set(
      lists
        .flatMap((list) => list.split(','))
        .map(oneLine)
        .filter(Boolean),
    ),
  ]
}

/** What a story has no place for. */
function leftOutOf(fields: readonly Field[]): string[] {
  const contributors = contributorsOf(fields)
  const elsewhere = fields.find(({ name, element }) => name === 'content' && attributeOf(element, 'src') !== '')
  const told = []
  if (contributors.length > 0) told.push(`Named beside the authors, and left out: ${contributors.join(', ')}.`)
  if (elsewhere)
    told.push(
      `The text is not in the feed but at ${wholeAddress(attributeOf(elsewhere.element, 'src'), elsewhere.scope)}.`,
    )
  return told
}
