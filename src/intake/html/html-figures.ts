import type { Block, Figure, Inline } from '../../story/document.ts'
import { embedOf, playedAddress } from './html-embeds.ts'
import { type HtmlReading, inlinesOf } from './html-reading.ts'
import { elementsIn, findElement, hasClass, type HtmlElement, type HtmlNode, withoutElement } from './html-tree.ts'
import { wordsIn } from './inline-writer.ts'
import { fileName, webLink } from '../link-address.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

interface Caption {
  readonly content: Inline[]
  readonly credit: string | null
  /** What stood in it and is no words: a table, another picture. */
  readonly rest: readonly Block[]
}

const NO_CAPTION: Caption = { content: [], credit: null, rest: [] }

/** One picture without a frame around it. Counting pixels, drawn smileys and pictures without an address are none. */
export function pictureFrom(image: HtmlElement, reading: HtmlReading, caption: Caption = NO_CAPTION): Figure[] {
  const written = writtenAddress(image)
  if (isUnseen(image) || written === undefined) return []
  const url = webLink(written, reading.base)
  if (url === null && !/^[\w./ %()-]+$/.test(written)) {
    reading.problems.add('A picture that is written into the text itself, or has no usable address, was left out.')
    return []
  }
  const name = fileName(url ?? written)
  const alt = oneLine(image.attributes['alt'] ?? '')
  const words = wordsIn(caption.content)
  reading.pictures.push({ role: 'body', name, url, alt: alt || null, caption: words || null, credit: caption.credit })
  const decorative = image.attributes['role'] === 'presentation' || image.attributes['aria-hidden'] === 'true'
  const attrs = {
    picture: { kind: 'missing', name, url } as const,
    alt,
    decorative: decorative && alt === '' && words === '',
    credit: caption.credit,
    licence: null,
  }
  return [{ type: 'figure', attrs, content: caption.content }]
}

/** Pictures that load late keep their address elsewhere; of several sizes the largest is meant. */
function writtenAddress({ attributes }: HtmlElement): string | undefined {
  const candidates = ['data-orig-file', 'data-src', 'data-lazy-src', 'src'].map((name) => attributes[name]?.trim())
  const plain = candidates.find((address) => address && !address.startsWith('data:'))
  const sizes = (attributes['srcset'] ?? attributes['data-srcset'] ?? '').split(/,\s+/)
  return plain ?? sizes.at(-1)?.trim().split(/\s+/)[0] ?? candidates.find(Boolean)
}

const isUnseen = (image: HtmlElement): boolean =>
  (/^[01](?:px)?$/.test(image.attributes['width'] ?? '') && /^[01](?:px)?$/.test(image.attributes['height'] ?? '')) ||
  hasClass(image, /\b(?:wp-smiley|emoji)\b/)

/** WordPress and others frame a picture and its caption without a `figure` as well. */
export const isFramed = (found: HtmlElement): boolean =>
  hasClass(found, /(?:^|\s)(?:wp-caption|gallery-item|image-caption-wrapper-outer)(?:\s|$)/) &&
  findElement(found, 'img') !== undefined

/** A `figure`: pictures with their caption and credit, a quotation, a table, a film, or whatever else stands in it. */
export function figureFrom(source: HtmlElement, reading: HtmlReading): Block[] {
  if (hasClass(source, /\bkg-bookmark-card\b/)) return bookmark(source, reading)
  const player = findElement(source, 'iframe', 'video', 'audio', 'object')
  const inner = source.children.find((child) => typeof child !== 'string' && child.name === 'figure')
  if (hasClass(source, /\bwp-block-embed\b/) && !player) return embedBlock(source, reading)
  if (player && !inner) return playerBlock(source, player, reading)
  const images = imagesIn(source)
  const caption = captionIn(source)
  const rest = caption ? withoutElement(source, caption) : source
  if (inner || images.length === 0 || findElement(source, 'table', 'blockquote', 'pre') || wordsOf(rest) !== '') {
    return otherFigure(source, inner !== undefined, reading)
  }
  const read = captionOf(caption, reading)
  noteLostLink(rest, reading)
  const last = images.length - 1
  return [
    ...images.flatMap((found, index) => pictureFrom(found, reading, index === last ? read : NO_CAPTION)),
    ...read.rest,
  ]
}

/** The pictures of a frame; one for browsers without scripts only where there is no other. */
function imagesIn(source: HtmlElement): HtmlElement[] {
  const all = elementsIn(source).filter(({ name }) => name === 'img' || name === 'amp-img')
  const silent = new Set(elementsIn(source).flatMap((found) => (found.name === 'noscript' ? elementsIn(found) : [])))
  const shown = all.filter((image) => !silent.has(image) && !isPlaceholder(image))
  return shown.length > 0
    ? shown
    : all.filter((image) => silent.has(image)).concat(all.filter((one) => !silent.has(one)))
}

/** A picture that a script would exchange for the real one. */
const isPlaceholder = (image: HtmlElement): boolean => (writtenAddress(image) ?? 'data:').startsWith('data:')

/** Two spellings of one picture stand side by side: for browsers with scripts and for those without. */
export const isTwin = (noscript: HtmlElement, beside: HtmlNode | undefined): boolean => {
  if (typeof beside !== 'object') return false
  const images = beside.name === 'img' ? [beside] : elementsIn(beside).filter(({ name }) => name === 'img')
  return findElement(noscript, 'img') !== undefined && images.some((image) => !isPlaceholder(image))
}

/** A link to another page as a card: picture, title and description. */
function bookmark(source: HtmlElement, reading: HtmlReading): Block[] {
  const link = findElement(source, 'a')
  const url = webLink(link?.attributes['href'] ?? '', reading.base)
  const caption = captionIn(source)
  if (!link || url === null) return reading.blocksOf({ ...source, name: 'div' })
  const { content, rest } = captionOf(caption, reading)
  const words = wordsOf(caption ? withoutElement(source, caption) : source)
  return [embedOf(url, words), ...paragraph(content), ...rest]
}

/** An address that stands alone in WordPress' embed block. */
function embedBlock(source: HtmlElement, reading: HtmlReading): Block[] {
  const caption = captionIn(source)
  const inside = caption ? withoutElement(source, caption) : source
  const words = wordsOf(inside).split(' ')
  const url = webLink(words[0] ?? '', reading.base)
  if (url === null || words.length > 1) return otherFigure({ ...source, attributes: {} }, false, reading)
  return [embedOf(url, caption ? wordsOf(caption) : '')]
}

function playerBlock(source: HtmlElement, player: HtmlElement, reading: HtmlReading): Block[] {
  const url = playedAddress(player, reading.base)
  const caption = captionIn(source)
  const others = withoutElement(caption ? withoutElement(source, caption) : source, player)
  const blocks = reading.blocksOf({ ...others, name: 'div' })
  const words = caption ? wordsOf(caption) : ''
  if (url !== null) return [embedOf(url, words || (player.attributes['title'] ?? '')), ...blocks]
  reading.problems.add(`A film, sound or frame without a usable address was left out.`)
  const { content, rest } = captionOf(caption, reading)
  return [...blocks, ...paragraph(content), ...rest]
}

/** Quotation, table, code, gallery or picture among words in a frame: its caption becomes theirs, or a paragraph. */
function otherFigure(source: HtmlElement, isGallery: boolean, reading: HtmlReading): Block[] {
  const element = captionIn(source)
  const caption = captionOf(element, reading)
  const words = wordsIn(caption.content)
  const inside = element ? withoutElement(source, element) : source
  const blocks = reading.blocksOf({ ...inside, name: 'div' })
  const [first, ...others] = blocks
  if (words === '' && caption.credit === null) return [...blocks, ...caption.rest]
  if (first?.type === 'table' && first.attrs.caption === null) {
    return [{ ...first, attrs: { caption: words } }, ...others, ...caption.rest]
  }
  if ((first?.type === 'blockquote' || first?.type === 'pullQuote') && first.attrs.attribution === null) {
    const attribution = words.replace(/^\s*[—–―-]{1,2}\s*/, '')
    const attributed = { ...first, attrs: { ...first.attrs, attribution } } as Block
    return [attributed, ...others, ...caption.rest]
  }
  const captioned = isGallery ? undefined : withCaption(blocks, caption, reading)
  const credit = caption.credit === null ? [] : [{ type: 'text' as const, text: ` (${caption.credit})` }]
  return captioned ?? [...blocks, ...paragraph([...caption.content, ...credit]), ...caption.rest]
}

/** The caption under the last picture; undefined where that has one already, or there is none. */
function withCaption(blocks: readonly Block[], caption: Caption, { pictures }: HtmlReading): Block[] | undefined {
  const at = blocks.findLastIndex(({ type }) => type === 'figure')
  const figure = blocks[at]
  if (figure?.type !== 'figure' || figure.content.length > 0 || figure.attrs.picture.kind !== 'missing')
    return undefined
  const { url } = figure.attrs.picture
  const known = pictures.findLastIndex((picture) => picture.url === url)
  const picture = pictures[known]
  const { content, credit } = caption
  if (picture) pictures[known] = { ...picture, caption: wordsIn(content) || null, credit }
  const made: Figure = { ...figure, attrs: { ...figure.attrs, credit }, content }
  return [...blocks.slice(0, at), made, ...blocks.slice(at + 1), ...caption.rest]
}

const paragraph = (content: readonly Inline[]): Block[] =>
  content.length > 0 ? [{ type: 'paragraph', content: [...content] }] : []

const isCaption = (node: HtmlElement | string): node is HtmlElement =>
  typeof node !== 'string' &&
  (node.name === 'figcaption' || hasClass(node, /(?:^|\s)(?:wp-caption-text|gallery-caption)(?:\s|$)/))

/** The caption of a frame; those of frames inside it are theirs. */
const captionIn = (source: HtmlElement): HtmlElement | undefined =>
  source.children.find(isCaption) ??
  (source.children.some((child) => typeof child !== 'string' && child.name === 'figure')
    ? undefined
    : elementsIn(source).find(isCaption))

/** A cover: words over a picture that is drawn behind them. */
export function backgroundOf(found: HtmlElement, reading: HtmlReading): Figure[] {
  const { style } = found.attributes
  if (style === undefined || !hasClass(found, /\b(?:wp-block-cover|has-parallax)\b/)) return []
  const src = /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')]+)/i.exec(style)?.[1]
  return src === undefined ? [] : pictureFrom({ name: 'img', attributes: { src }, children: [] }, reading)
}

const CREDIT = /\b(?:credit|copyright|photographer|attribution|source)/i

/** The caption, with the credit taken out where it is marked as one or stands last in brackets. */
function captionOf(caption: HtmlElement | undefined, reading: HtmlReading): Caption {
  if (!caption) return NO_CAPTION
  const marked = elementsIn(caption).find((found) => hasClass(found, CREDIT) || found.name === 'cite')
  const words = marked ? withoutElement(caption, marked) : caption
  const { content, rest } = inlinesOf(words, reading)
  const credit = marked ? wordsOf(marked) : ''
  return credit ? { content, credit, rest } : { ...splitCredit(content), rest }
}

const CREDIT_IN_BRACKETS =
  /\s*[([](?:(?:photo|image|picture|crédit|credit)s?(?:\s+(?:photo|by|par|de))?(?:\s*:)?|©)\s*([^()[\]\s][^()[\]]*)[)\]]\s*$/i

function splitCredit(content: Inline[]): Omit<Caption, 'rest'> {
  const last = content.at(-1)
  const found = last?.type === 'text' && !last.marks ? CREDIT_IN_BRACKETS.exec(last.text) : null
  if (!found || last?.type !== 'text') return { content, credit: null }
  const text = last.text.slice(0, found.index)
  const rest: Inline[] = text === '' ? [] : [{ ...last, text }]
  return { content: [...content.slice(0, -1), ...rest], credit: found[1]?.trim() ?? null }
}

/** A picture may link somewhere; a link to its own large version is no loss. */
export function noteLostLink(source: HtmlElement, reading: HtmlReading): void {
  for (const { name, attributes } of elementsIn(source)) {
    const url = name === 'a' ? webLink(attributes['href'] ?? '', reading.base) : null
    if (url === null || /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)|attachment/i.test(url)) continue
    reading.problems.add(`A picture's link to ${url} was left out.`)
  }
}
