import type { Block, Figure, Inline } from '../../story/document.ts'
import { embedOf, playedAddress } from './html-embeds.ts'
import { type HtmlReading, inlinesOf } from './html-reading.ts'
import { elementsIn, findElement, hasClass, type HtmlElement, withoutElement } from './html-tree.ts'
import { wordsIn } from './inline-writer.ts'
import { fileName, webLink } from '../link-address.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

interface Caption {
  readonly content: Inline[]
  readonly credit: string | null
}

const NO_CAPTION: Caption = { content: [], credit: null }

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

/** A `figure`: pictures with their caption and credit, a quotation, a table, a film, or whatever else stands in it. */
export function figureFrom(source: HtmlElement, reading: HtmlReading): Block[] {
  const player = findElement(source, 'iframe', 'video', 'audio', 'object')
  const inner = source.children.find((child) => typeof child !== 'string' && child.name === 'figure')
  const image = findElement(source, 'img')
  if (hasClass(source, /\bwp-block-embed\b/) && !player) return embedBlock(source, reading)
  if (player && !inner) return playerBlock(source, player, reading)
  if (inner || !image || findElement(source, 'table', 'blockquote', 'pre')) return otherFigure(source, reading)
  const caption = captionOf(source, reading)
  const images = elementsIn(source).filter(({ name }) => name === 'img')
  noteLostLink(source, reading)
  return images.flatMap((found, index) =>
    pictureFrom(found, reading, index === images.length - 1 ? caption : NO_CAPTION),
  )
}

/** An address that stands alone in WordPress' embed block. */
function embedBlock(source: HtmlElement, reading: HtmlReading): Block[] {
  const words = source.children.filter((child) => !isCaption(child))
  const address = wordsOf({ ...source, children: words }).split(' ')[0] ?? ''
  const url = webLink(address, reading.base)
  return url === null ? reading.blocksOf(source) : [embedOf(url, captionWords(source))]
}

function playerBlock(source: HtmlElement, player: HtmlElement, reading: HtmlReading): Block[] {
  const url = playedAddress(player, reading.base)
  if (url !== null) return [embedOf(url, captionWords(source) || (player.attributes['title'] ?? ''))]
  reading.problems.add(`A film, sound or frame without a usable address was left out.`)
  return reading.blocksOf({ ...source, children: source.children.filter((child) => child !== player) })
}

/** Quotation, table, code or gallery in a frame: its caption becomes theirs, or a paragraph of its own. */
function otherFigure(source: HtmlElement, reading: HtmlReading): Block[] {
  const caption = captionOf(source, reading)
  const words = wordsIn(caption.content)
  const blocks = reading.blocksOf({ ...source, children: source.children.filter((child) => !isCaption(child)) })
  const [first, ...others] = blocks
  if (words === '' || first === undefined) return withCaptionBelow(blocks, caption)
  if (first.type === 'table') return [{ ...first, attrs: { caption: first.attrs.caption ?? words } }, ...others]
  if (first.type === 'blockquote' || first.type === 'pullQuote') {
    const attribution = first.attrs.attribution ?? words
    const attributed = { ...first, attrs: { ...first.attrs, attribution } } as Block
    return [attributed, ...others]
  }
  return withCaptionBelow(blocks, caption)
}

const withCaptionBelow = (blocks: readonly Block[], { content }: Caption): Block[] =>
  content.length > 0 ? [...blocks, { type: 'paragraph', content }] : [...blocks]

const isCaption = (node: HtmlElement | string): boolean => typeof node !== 'string' && node.name === 'figcaption'

const captionWords = (source: HtmlElement): string => {
  const caption = findElement(source, 'figcaption')
  return caption ? wordsOf(caption) : ''
}

const CREDIT = /\b(?:credit|copyright|photographer|attribution|source)/i

/** The caption, with the credit taken out where it is marked as one or stands last in brackets. */
function captionOf(source: HtmlElement, reading: HtmlReading): Caption {
  const caption = source.children.find(isCaption) ?? findElement(source, 'figcaption')
  if (typeof caption !== 'object') return NO_CAPTION
  const marked = elementsIn(caption).find((found) => hasClass(found, CREDIT) || found.name === 'cite')
  const words = marked ? withoutElement(caption, marked) : caption
  const { content } = inlinesOf(words, reading)
  const credit = marked ? wordsOf(marked) : ''
  return credit ? { content, credit } : splitCredit(content)
}

const CREDIT_IN_BRACKETS =
  /\s*[([](?:(?:photo|image|picture|crédit|credit)s?(?:\s+(?:photo|by|par|de))?\s*:?|©)\s*([^()[\]]+)[)\]]\s*$/i

function splitCredit(content: Inline[]): Caption {
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
