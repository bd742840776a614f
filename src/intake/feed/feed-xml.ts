import { escapeHtml, type FeedItem, type FeedMedia, type FeedSource } from './feed-item.ts'
import { elementsIn, type HtmlElement, type HtmlNode } from '../html/html-tree.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

/** Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and CDF: their elements differ in name, not in meaning. */
export function feedFromXml(root: HtmlElement): FeedSource {
  const items = elementsIn(root).filter(({ name }) => /^(?:.+:)?(?:item|entry)$/i.test(name))
  const channel = elementsIn(root).find(({ name }) => /^(?:.+:)?channel$/i.test(name)) ?? root
  const language = root.attributes['xml:lang'] ?? textOf(channel, 'language', 'dc:language')
  const isAtom = /(?:^|:)feed$/i.test(root.name)
  return {
    language,
    link: linkOf(channel),
    items: items.map((item, index) => feedItem(item, { isAtom, language, number: index + 1 })),
  }
}

interface ItemPlace {
  readonly isAtom: boolean
  readonly language: string
  readonly number: number
}

function feedItem(item: HtmlElement, { isAtom, language, number }: ItemPlace): FeedItem {
  const html = (...names: readonly string[]): string => htmlOf(childNamed(item, ...names), isAtom)
  const content = html('content:encoded', 'content', 'xhtml:body', 'body', 'fullitem')
  const link = linkOf(item)
  return {
    id: textOf(item, 'guid', 'id') || (item.attributes['rdf:about'] ?? ''),
    link,
    titleHtml: html('title', 'dc:title', 'atom:title'),
    summaryHtml: html(
      'description',
      'summary',
      'dc:description',
      'abstract',
      'itunes:summary',
      'tagline',
      'media:description',
    ),
    contentHtml: content,
    authors: authorsOf(item),
    published: textOf(
      item,
      'pubdate',
      'published',
      'issued',
      'dc:date',
      'dcterms:issued',
      'created',
      'dcterms:created',
      'date',
    ),
    updated:
      textOf(item, 'updated', 'modified', 'dcterms:modified', 'atom:updated') || (item.attributes['lastmod'] ?? ''),
    categories: categoriesOf(item),
    keywords: textOf(item, 'media:keywords', 'itunes:keywords').split(',').map(oneLine).filter(Boolean),
    media: mediaOf(item),
    language:
      childNamed(item, 'content', 'title')?.attributes['xml:lang'] ??
      item.attributes['xml:lang'] ??
      (textOf(item, 'dc:language') || language),
    where: `entry ${number}`,
  }
}

const children = (parent: HtmlElement): HtmlElement[] => parent.children.filter((child) => typeof child !== 'string')

/** Prefixes that formats give to elements of their own; any other prefix of an unprefixed name counts as well. */
const EXTENSION =
  /^(?:media|itunes|dc|dcterms|content|slash|wfw|georss|feedburner|sy|thr|podcast|gd|image|textinput|source):/

const isNamed = (found: HtmlElement, name: string): boolean => {
  const own = found.name.toLowerCase()
  return own === name || (!name.includes(':') && !EXTENSION.test(own) && own.endsWith(`:${name}`))
}

/** The first child that has the first of the names that any child has. */
function childNamed(parent: HtmlElement, ...names: readonly string[]): HtmlElement | undefined {
  const own = children(parent)
  for (const name of names) {
    const filled = own.filter((child) => isNamed(child, name) && (child.children.length > 0 || name === 'guid'))
    const found = filled.find((child) => child.name.toLowerCase() === name) ?? filled[0]
    if (found) return found
  }
  return undefined
}

const textOf = (parent: HtmlElement, ...names: readonly string[]): string => {
  const found = childNamed(parent, ...names)
  return found ? wordsOf(found) : ''
}

/** An element's text as HTML: written as markup, escaped, in base 64, or as plain text (Atom's default). */
function htmlOf(found: HtmlElement | undefined, isAtom: boolean): string {
  if (!found) return ''
  const type = found.attributes['type']?.toLowerCase() ?? ''
  const mode = found.attributes['mode']?.toLowerCase() ?? ''
  if (children(found).length > 0) return found.children.map(serialized).join('')
  const text = found.children.filter((child) => typeof child === 'string').join('')
  if (mode === 'base64' || /^(?!text|.*xml|html)\w+\/(?!.*xml)/.test(type)) return fromBase64(text)
  const isPlain = type === 'text' || type === 'text/plain' || (isAtom && type === '' && mode !== 'escaped')
  return isPlain ? escapeHtml(text) : text
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)))
  } catch {
    return escapeHtml(text)
  }
}

/** Markup that stands in the feed itself, back as HTML; prefixes such as `xhtml:` go. */
function serialized(node: HtmlNode): string {
  if (typeof node === 'string') return escapeHtml(node)
  const name = node.name.replace(/^.*:/, '')
  const attributes = Object.entries(node.attributes).filter(([key]) => !key.startsWith('xmlns'))
  const written = attributes.map(([key, value]) => ` ${key}="${escapeHtml(value).replaceAll('"', '&quot;')}"`).join('')
  const inside = node.children.map(serialized).join('')
  return /^(?:br|hr|img|wbr)$/.test(name) ? `<${name}${written}>` : `<${name}${written}>${inside}</${name}>`
}

/** The address of the page: FeedBurner's original first, then the link that is an alternate, then a permanent guid. */
function linkOf(parent: HtmlElement): string {
  const original = textOf(parent, 'feedburner:origlink')
  const links = children(parent).filter((child) => isNamed(child, 'link') && !child.name.startsWith('atom10:'))
  const written = links.map((link) => (link.attributes['href'] ? '' : wordsOf(link))).find(Boolean)
  const alternate = links.find(
    ({ attributes }) => attributes['href'] && (attributes['rel'] ?? 'alternate') === 'alternate',
  )
  const guid = childNamed(parent, 'guid')
  const permanent = guid && guid.attributes['isPermaLink']?.toLowerCase() !== 'false' ? wordsOf(guid) : ''
  const candidates = [
    original,
    written,
    alternate?.attributes['href'],
    parent.attributes['href'],
    /^https?:/.test(permanent) ? permanent : '',
  ]
  return candidates.find(Boolean)?.trim() ?? ''
}

/** Names as written; "mail@example.org (Name)" is a name, a bare mail address is none. */
function authorsOf(item: HtmlElement): string[] {
  const creators = children(item).filter(
    (child) => isNamed(child, 'dc:creator') || isNamed(child, 'author') || isNamed(child, 'dc:author'),
  )
  const named = creators.length > 0 ? creators : children(item).filter((child) => isNamed(child, 'itunes:author'))
  const names = named.map((author) =>
    personName(textOf(author, 'name') || (children(author).length > 0 ? '' : wordsOf(author))),
  )
  return [...new Set(names.filter((name) => name !== ''))]
}

function personName(written: string): string {
  const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(written)?.[1]
  const before = /^(.+?)\s*[<(]\S+@\S+[>)]$/.exec(written)?.[1]
  return oneLine(inBrackets ?? before ?? (/^\S+@\S+$/.test(written) ? '' : written))
}

function categoriesOf(item: HtmlElement): string[] {
  const own = children(item).filter((child) => isNamed(child, 'category') || isNamed(child, 'dc:subject'))
  const labels = own.map((category) =>
    oneLine(category.attributes['label'] ?? (wordsOf(category) || (category.attributes['term'] ?? ''))),
  )
  return [...new Set(labels.filter((label) => label !== ''))]
}

/** Enclosures and Media RSS, wherever the entry has them. */
function mediaOf(item: HtmlElement): FeedMedia[] {
  const found = elementsIn(item).filter(isMedia)
  const media = found.map(({ name, attributes, children: inner }): FeedMedia => {
    const caption = inner.find((child) => typeof child !== 'string' && /^media:(?:title|description)$/.test(child.name))
    const isPicture = /thumbnail|itunes:image/.test(name) || attributes['medium'] === 'image'
    return {
      url: (
        attributes['url'] ??
        attributes['href'] ??
        attributes['rdf:resource'] ??
        attributes['resource'] ??
        ''
      ).trim(),
      type: attributes['type'] ?? attributes['enc:type'] ?? (isPicture ? 'image/*' : ''),
      caption: typeof caption === 'object' ? wordsOf(caption) : '',
    }
  })
  return [...new Map(media.filter(({ url }) => url !== '').map((one) => [one.url, one])).values()]
}

const isMedia = ({ name, attributes }: HtmlElement): boolean =>
  /^(?:(?:enc:)?enclosure|media:content|media:thumbnail|itunes:image)$/i.test(name) ||
  (/(?:^|:)link$/.test(name) && attributes['rel'] === 'enclosure')
