import { hasClass, type HtmlElement, type HtmlNode } from '../../intake/html/html-tree.ts'
import type { DroppedCount } from './paste-dropped.ts'
import { isJunk, isRemark, isRemarkList, isUnseen } from './paste-junk.ts'
import { pastedAddress } from './paste-links.ts'
import { quoted } from './paste-quotes.ts'
import { boldIn, italicIn, type Style, type StyleSheet, styleOf, styleSheetIn } from './paste-style.ts'
import { withWordLists } from './paste-word-lists.ts'

/** Lists deeper than this are no list that anybody reads. */
const MAX_LISTS = 6

interface Cleaning {
  readonly dropped: DroppedCount
  readonly sheet: StyleSheet
  readonly lists: number
  /** Headings, and heads of tables, are bold by what they are. */
  readonly isHeading: boolean
}

type Cleaner = (found: HtmlElement, cleaning: Cleaning) => HtmlNode[]

/**
 * What a program has put on the clipboard, as plain HTML: what it says by styles and classes of its own is said by
 * elements, and what is no part of the text is gone and counted.
 */
export function cleanedTree(root: HtmlElement, dropped: DroppedCount): HtmlElement {
  const cleaning = { dropped, sheet: styleSheetIn(root), lists: 0, isHeading: false }
  return { ...root, children: cleanNodes(root.children, cleaning) }
}

const cleanNodes = (nodes: readonly HtmlNode[], cleaning: Cleaning): HtmlNode[] =>
  quoted(withWordLists(nodes), cleaning.sheet).flatMap((node) =>
    typeof node === 'string' ? [node] : cleanElement(node, cleaning),
  )

function cleanElement(found: HtmlElement, cleaning: Cleaning): HtmlNode[] {
  const style = styleOf(found, cleaning.sheet)
  if (isRemark(found)) return countedAs('comments', cleaning)
  if (isRemarkList(found, style) || isJunk(found, style)) return []
  if (isSpace(found, style)) return [' ']
  const own = CLEANERS.get(nameOf(found))
  if (own) return own(found, cleaning)
  return marked(found, style, cleaning)
}

const countedAs = (kind: Parameters<DroppedCount['add']>[0], { dropped }: Cleaning): HtmlNode[] => {
  dropped.add(kind)
  return []
}

/** A space that stands as an element of its own so that it is not lost on the way. */
const isSpace = (found: HtmlElement, style: Style): boolean =>
  hasClass(found, /\bApple-converted-space\b/) || style.get('mso-spacerun') === 'yes'

function nameOf({ name, attributes }: HtmlElement): string {
  if (attributes['class']?.startsWith('MsoTitle')) return 'h1'
  const level = attributes['role'] === 'heading' ? attributes['aria-level'] : undefined
  return level !== undefined && /^[1-6]$/.test(level) ? `h${level}` : name
}

const inside = (found: HtmlElement, cleaning: Cleaning): HtmlNode[] => cleanNodes(found.children, cleaning)

/** An element with what it says by its style as elements inside it. */
function marked(found: HtmlElement, style: Style, cleaning: Cleaning): HtmlNode[] {
  const said = STYLED.has(found.name) ? marksFrom(found, style, cleaning) : []
  const children = said.reduce<HtmlNode[]>((inner, name) => [element(name, inner)], inside(found, cleaning))
  const { style: _style, ...attributes } = found.attributes
  return UNWRAPPED.has(found.name) && !attributes['lang'] && !attributes['id']
    ? children
    : [{ name: UNWRAPPED.has(found.name) ? 'span' : found.name, attributes, children }]
}

const STYLED = new Set(['span', 'font', 'b', 'strong', 'i', 'em', 'a', 'p', 'div', 'li', 'td', 'u'])
const UNWRAPPED = new Set(['span', 'font', 'b', 'strong', 'i', 'em', 'u', 'ins', 'mark'])

function marksFrom({ name }: HtmlElement, style: Style, { isHeading, dropped }: Cleaning): string[] {
  const bold = boldIn(style) ?? (name === 'b' || name === 'strong')
  const italic = italicIn(style) ?? (name === 'i' || name === 'em')
  const shift = /^(super|sub)$/.exec(style.get('vertical-align') ?? '')?.[0]
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  if (line.includes('line-through')) dropped.add('struck')
  return [
    ...(bold && !isHeading ? ['b'] : []),
    ...(italic ? ['i'] : []),
    ...(shift === undefined ? [] : [shift === 'super' ? 'sup' : 'sub']),
  ]
}

const element = (name: string, children: HtmlNode[], attributes: HtmlElement['attributes'] = {}): HtmlElement => ({
  name,
  attributes,
  children,
})

const cleanLink: Cleaner = (found, cleaning) => {
  const { attributes } = found
  const href = attributes['href']?.trim() ?? ''
  const children = inside(found, cleaning)
  // Links within the text are how footnotes are known; none of them comes through as a link.
  if (href === '' || href.startsWith('#')) return [element('a', children, attributes)]
  const address = pastedAddress(href)
  if (address === null) cleaning.dropped.add('links')
  return address === null ? children : [element('a', children, { href: address })]
}

const cleanHeading: Cleaner = (found, cleaning) => [
  element(nameOf(found), inside(found, { ...cleaning, isHeading: true })),
]

const cleanHeadCell: Cleaner = (found, cleaning) => [
  element('th', inside(found, { ...cleaning, isHeading: true }), found.attributes),
]

const cleanList: Cleaner = (found, cleaning) => {
  const lists = cleaning.lists + 1
  const name = lists > MAX_LISTS ? 'div' : found.name
  const { start, reversed: _reversed, ...rest } = found.attributes
  const attributes = start === undefined ? {} : { start }
  return [
    element(
      name,
      inside(found, { ...cleaning, lists }),
      rest['lang'] ? { ...attributes, lang: rest['lang'] } : attributes,
    ),
  ]
}

const cleanItem: Cleaner = (found, cleaning) =>
  cleaning.lists > MAX_LISTS
    ? [element('p', inside(found, cleaning))]
    : marked(found, styleOf(found, cleaning.sheet), cleaning)

const cleanPicture: Cleaner = (found, cleaning) => {
  if (isUnseen(found)) return []
  if (hasClass(found, /\b(?:emoji|wp-smiley)\b/)) return [found.attributes['alt'] ?? '']
  return countedAs('pictures', cleaning)
}

/** Words that track changes have struck are not the text any more; a line through words is somebody's remark. */
const cleanDeleted: Cleaner = (found, cleaning) => {
  const isTracked = found.attributes['cite'] !== undefined || found.attributes['datetime'] !== undefined
  if (isTracked) return countedAs('deleted', cleaning)
  cleaning.dropped.add('struck')
  return inside(found, cleaning)
}

/** A table of one cell is a frame around words. */
const cleanTable: Cleaner = (found, cleaning) => {
  const cells = cellsIn(found)
  const [only] = cells
  const children = only && cells.length === 1 ? inside(only, cleaning) : inside(found, cleaning)
  return [element(cells.length === 1 ? 'div' : 'table', children)]
}

function cellsIn(parent: HtmlElement): HtmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'td' || child.name === 'th') return [child]
    return /^(?:tr|thead|tbody|tfoot)$/.test(child.name) ? cellsIn(child) : []
  })
}

/** A note of several paragraphs stays one note: their ends become line breaks. */
const cleanBlock: Cleaner = (found, cleaning) => {
  const isNote = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/.test(found.attributes['id'] ?? '')
  if (!isNote) return marked(found, styleOf(found, cleaning.sheet), cleaning)
  const lines = inside(found, cleaning).filter((child) => typeof child !== 'string' || child.trim() !== '')
  const children = lines.flatMap((child, index): HtmlNode[] => {
    const line = typeof child !== 'string' && child.name === 'p' ? { ...child, name: 'span' } : child
    return index === 0 ? [line] : [element('br', []), line]
  })
  return [element('div', children, found.attributes)]
}

const anObject: Cleaner = (_found, cleaning) => countedAs('objects', cleaning)

const CLEANERS: ReadonlyMap<string, Cleaner> = new Map<string, Cleaner>([
  ['a', cleanLink],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, cleanHeading] as const),
  ['th', cleanHeadCell],
  ...['ul', 'ol', 'menu'].map((name) => [name, cleanList] as const),
  ['li', cleanItem],
  ['img', cleanPicture],
  ...['del', 's', 'strike'].map((name) => [name, cleanDeleted] as const),
  ['table', cleanTable],
  ['div', cleanBlock],
  ...['svg', 'canvas', 'math', 'applet', 'object', 'embed'].map((name) => [name, anObject] as const),
])
