import { attributeAt, childrenOf, element, localName, outermost } from './wire-xml.ts'
import { dividedParagraph, plainParagraphs } from './wire-text.ts'
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

/** What NITF calls things, and what HTML does (NITF 3.6; older versions and agencies' own names among them). */
const HTML_NAMES: Readonly<Record<string, string>> = {
  hl1: 'h2',
  hl2: 'h2',
  hl3: 'h3',
  hl4: 'h4',
  hedline: 'div',
  block: 'div',
  'body.content': 'div',
  'body.end': 'div',
  abstract: 'div',
  tagline: 'p',
  bibliography: 'p',
  datasource: 'p',
  bq: 'blockquote',
  credit: 'cite',
  note: 'aside',
  'nitf-table': 'div',
  caption: 'caption',
  lang: 'span',
  pronounce: 'span',
  copyrite: 'p',
  rubrik: 'h2',
  citat: 'blockquote',
  brodtext: 'div',
}

/** Data that a text carries about itself and that is no part of it. */
const NO_TEXT =
  /^(?:head|nitf-table-metadata|nitf-col|nitf-colgroup|col|colgroup|alt-code|media-metadata|postaddr|meta|link)$/

/** Names for words in a line: they stay words. */
const WORDS = new Set(
  'person location org city state region country sublocation money num chron event function object.title virtloc classifier given name.given name.family sub sup frac frac-num frac-sep frac-den company'.split(
    ' ',
  ),
)

/** Markup as an agency sends it, NITF or XHTML with prefixes, as HTML: what is put into the one converter. */
export function htmlFromMarkup(source: HtmlElement): HtmlElement {
  return element('#root', source.children.flatMap(htmlNodes))
}

function htmlNodes(node: HtmlNode): HtmlNode[] {
  if (typeof node === 'string') return [node]
  const name = localName(node)
  if (NO_TEXT.test(name)) return []
  if (name === 'media') return mediaOf(node)
  if (name === 'fn') return [element('p', inside(node))]
  if (name === 'p') return paragraphs(node)
  if (name === 'em' && /\bbold\b/i.test(attributeAt(node, 'class'))) return [element('strong', inside(node))]
  if (name === 'figure') return [figureWithCredit(node)]
  if (WORDS.has(name) && !/^su[bp]$/.test(name)) return [element('span', inside(node))]
  const called = HTML_NAMES[name] ?? name
  const found = called === 'div' || called === 'body' ? divided(node) : node
  return [element(called, inside(found), attributesOf(node))]
}

const inside = (node: HtmlElement): HtmlNode[] => node.children.flatMap(htmlNodes)

const attributesOf = ({ attributes }: HtmlElement): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns')))

/** A paragraph may hold blocks in spite of its name, and a whole text in lines. */
function paragraphs(node: HtmlElement): HtmlNode[] {
  const blocks = childrenOf(node).some((child) =>
    /^(?:h[1-6]|hl[1-4]|p|ul|ol|table|figure|media|bq)$/.test(localName(child)),
  )
  if (blocks) return [element('div', inside(node))]
  return dividedParagraph(node).map((one) => element('p', inside(one), attributesOf(node)))
}

/** Bare words in a container, with empty lines between them, are paragraphs; spans side by side are words apart. */
function divided(node: HtmlElement): HtmlElement {
  const isLabels = childrenOf(node).length > 1 && childrenOf(node).every((child) => localName(child) === 'span')
  const children = node.children.flatMap((child): HtmlNode[] => {
    if (typeof child !== 'string') return isLabels ? [child, ' '] : [child]
    return /\S[ \t]*\n\s*\n[ \t]*\S/.test(child) ? plainParagraphs(child).map((one) => element('p', [one])) : [child]
  })
  return { ...node, children }
}

const isCredit = (child: HtmlElement): boolean =>
  /\b(?:byline|credit|source|copyright|photographer)\b/i.test(attributeAt(child, 'class')) &&
  localName(child) !== 'figcaption'

/** The credit of a picture in HTML often stands beside its caption, in a division of its own. */
function figureWithCredit(figure: HtmlElement): HtmlElement {
  const credits = childrenOf(figure).filter(isCredit)
  const caption = childrenOf(figure, 'figcaption')[0]
  const kept = figure.children.filter(
    (child) => typeof child === 'string' || (!credits.includes(child) && child !== caption),
  )
  const said = credits.map(wordsOf).filter(Boolean).join(', ')
  const words = caption ? inside(caption) : []
  const below = [...words, ...(said === '' ? [] : [element('cite', [said])])]
  const rest = kept.flatMap(htmlNodes)
  return element('figure', below.length > 0 ? [...rest, element('figcaption', below)] : rest, attributesOf(figure))
}

/** A picture, film or sound of NITF: several references are sizes of the same. */
function mediaOf(media: HtmlElement): HtmlNode[] {
  const references = outermost(media, 'media-reference')
  const [largest] = references.toSorted((a, b) => Number(attributeAt(b, 'width')) - Number(attributeAt(a, 'width')))
  const kind = attributeAt(media, 'media-type').toLowerCase() || attributeAt(largest, 'mime-type').toLowerCase()
  const caption = outermost(media, 'media-caption')
  const credit = outermost(media, 'media-producer').map(wordsOf).filter(Boolean).join(', ')
  const words = caption.flatMap((one, index) => [...(index > 0 ? [' '] : []), ...inside(one)])
  const below = credit === '' ? words : [...words, element('cite', [credit])]
  const source = attributeAt(largest, 'source', 'data-location', 'name')
  const alt = oneLine(attributeAt(largest, 'alternate-text'))
  if (!largest || /^(?:text|data|other)/.test(kind)) return [element('div', words)]
  const shown = /^(?:video|audio)/.test(kind)
    ? element(kind.slice(0, 5), [], { src: source })
    : element('img', [], alt === '' ? { src: source } : { src: source, alt })
  return [element('figure', below.length > 0 ? [shown, element('figcaption', below)] : [shown])]
}
