import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'
import { isLegend, type MarkWords } from './text-version-marks.ts'
import { type PageElement, type PageNode, tagged, wordsOf } from './text-version-tree.ts'

/** What the writer of plain blocks needs to know of the page. */
export interface PlainPage {
  readonly language: Language
  /** Where a link leads from the text version. */
  readonly linkTo: (href: string) => string
  /** Ids that a link or a label of the page leads to, or that others may link to. */
  readonly keepsId: (id: string) => boolean
  /** Does a link lead to this very text version? There it stands only on the full page. */
  readonly leadsHere: (href: string) => boolean
  /** What the drawn marks mean: they stand in words where they are drawn, so that no legend is needed. */
  readonly markWords: MarkWords
}

/** What has no words, or words for machines only. */
const SILENT = new Set([
  'script',
  'style',
  'link',
  'meta',
  'head',
  'template',
  'datalist',
  'source',
  'object',
  'iframe',
])

/** Marks inside a line that still mean something without any style. */
const MARKS = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  'q',
  'cite',
  'code',
  'kbd',
  'sub',
  'sup',
  'del',
  'ins',
  'bdi',
  'br',
])
const CONTROLS = new Set(['label', 'input', 'select', 'option', 'textarea', 'button'])

const KEPT_ATTRIBUTES = new Set(['lang', 'dir', 'colspan', 'rowspan', 'scope', 'start', 'reversed', 'method', 'action'])
const LAYOUT_ATTRIBUTES = new Set(['class', 'list', 'autocomplete', 'hidden'])

export const isDrawing = ({ name, attributes }: PageElement): boolean =>
  (name === 'svg' && attributes['aria-label'] !== undefined) || name === 'img' || name === 'picture'

export const isSilent = (node: PageElement): boolean =>
  SILENT.has(node.name) ||
  node.attributes['aria-hidden'] === 'true' ||
  node.attributes['hidden'] !== undefined ||
  isLegend(node) ||
  // What a cover is lifted with: in words nothing is covered, and the reason stands before them.
  ['show', 'hide'].includes(node.attributes['class'] ?? '') ||
  // The address at the foot of a printed page: the text version gives it in its own last line.
  node.attributes['class'] === 'address'

/** Words of one line, with those marks that mean something without a style. */
export function plainWords(nodes: readonly PageNode[], page: PlainPage): string {
  return nodes
    .map((node, index) => {
      if (typeof node === 'string') return withBreaks(escapeText(node.replace(/[ \t\n\r]+/g, ' ')))
      const html = plainMark(node, page)
      return html !== '' && standsApart(nodes[index - 1], node) ? ` · ${html}` : html
    })
    .join('')
}

/** Things that only the layout holds apart, "By A" and "3 min read", need something between them in a plain line. */
function standsApart(before: PageNode | undefined, element: PageElement): boolean {
  if (before === undefined || wordsOf(before).trim() === '') return false
  // "26 to 30 January" and a note under it in small print.
  if (typeof before === 'string') return element.name === 'small' && !/\s$/.test(before)
  if (isSilent(before)) return false
  const isLaidOut = [before, element].some(isPlacedByLayout)
  return isLaidOut && !/^\s*(?:[\s,.;:)!?’”–-]|$)/.test(wordsOf(element)) && !/\s$/.test(wordsOf(before))
}

const isPlacedByLayout = ({ name, attributes }: PageElement): boolean =>
  name === 'small' || (name === 'span' && attributes['lang'] === undefined)

function plainMark(element: PageElement, page: PlainPage): string {
  const { name, attributes, children } = element
  if (isDrawing(element)) return escapeText(drawingWords(element, page.language))
  if (isSilent(element) || name === 'svg') return ''
  if (name === 'a' && page.leadsHere(attributes['href'] ?? '')) return ''
  const isKept = MARKS.has(name) || CONTROLS.has(name)
  // A button without words and a link without any lead nowhere in a text browser.
  const inner = plainWords(children, page) || (name === 'a' ? escapeText(attributes['aria-label'] ?? '') : '')
  if (isKept)
    return inner === '' && (name === 'a' || MARKS.has(name)) && name !== 'br'
      ? ''
      : tagged(name, attributesOf(element, page), inner)
  const language = { ...pick(attributes, 'lang'), ...pick(attributes, 'dir') }
  return inner !== '' && attributes['lang'] !== undefined ? tagged('span', language, inner) : inner
}

const pick = (attributes: PageElement['attributes'], name: string): Record<string, string> => {
  const value = attributes[name]
  return value === undefined ? {} : { [name]: value }
}

/** The attributes that mean something without a style. */
export function attributesOf({ name, attributes }: PageElement, page: PlainPage): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'id') {
      if (page.keepsId(value)) kept[key] = value
    } else if (key === 'href') kept[key] = page.linkTo(value)
    else if (KEPT_ATTRIBUTES.has(key) || (CONTROLS.has(name) && isOfControl(key))) kept[key] = value
  }
  return kept
}

const isOfControl = (name: string): boolean => !LAYOUT_ATTRIBUTES.has(name) && !name.startsWith('on')

/** A picture or a drawing in words; nothing for one that only decorates. */
export function drawingWords(element: PageElement, language: Language): string {
  if (element.name === 'picture') {
    const image = element.children.find((child) => typeof child !== 'string' && child.name === 'img')
    return image === undefined || typeof image === 'string' ? '' : drawingWords(image, language)
  }
  const words = (element.name === 'img' ? element.attributes['alt'] : element.attributes['aria-label'])?.trim()
  if (!words) return ''
  return element.name === 'img' ? message(language, 'text.picture', { words }) : `[${words}]`
}

/** Whole addresses may be broken at their slashes: there is no style to keep a long one on a narrow screen. */
export const withBreaks = (html: string): string =>
  html.replace(/https?:\/\/[^\s<]+/g, (address) => address.replace(/(?<=[^/:])\/(?=.)/g, '/<wbr>'))

/** More letters than this of a headline's size stand out of the narrowest screens. */
const LONGEST_PIECE = 9

/** Long words of a headline may be broken too, in even pieces: "Tinzaouaten" is wider than a telephone of 240 pixels. */
export const withHeadlineBreaks = (html: string): string =>
  html.replace(/<[^>]*>|&\w+;|[\p{Script=Latin}\p{M}]{10,}/gu, (part) => {
    if (/^[<&]/.test(part)) return part
    const pieces = Math.ceil(part.length / LONGEST_PIECE)
    const at = new RegExp(`.{${Math.ceil(part.length / pieces)}}(?=\\p{L})`, 'gu')
    return part.replace(at, '$&<wbr>')
  })

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text between tags: quotation marks may stand as they are. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (letter) => TEXT_ESCAPES[letter] ?? letter)
