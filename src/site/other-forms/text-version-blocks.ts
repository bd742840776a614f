import { elementsIn, type PageElement, type PageNode, tagged, wordsOf } from './text-version-tree.ts'
import {
  attributesOf,
  drawingWords,
  escapeText,
  isDrawing,
  isSilent,
  type PlainPage,
  plainWords,
  withHeadlineBreaks,
} from './text-version-words.ts'

/** Boxes that a page is laid out with: they go, and what is in them stays. */
const BOXES = new Set([
  'div',
  'section',
  'article',
  'header',
  'footer',
  'aside',
  'main',
  'nav',
  'figure',
  'figcaption',
  'address',
  'details',
  'fieldset',
  'hgroup',
  'search',
])
const LEAVES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'legend', 'summary'])
const KEPT_BLOCKS = new Set(['ul', 'ol', 'dl', 'blockquote', 'table', 'form', 'hr'])
/** Parts of lists and tables: each holds runs of words divided by line breaks. */
const CELLS = new Set(['li', 'dt', 'dd', 'td', 'th'])
const GROUPS = new Set(['thead', 'tbody', 'tfoot', 'tr', 'caption', 'colgroup'])
const isBlock = (node: PageNode): node is PageElement =>
  typeof node !== 'string' &&
  (BOXES.has(node.name) ||
    LEAVES.has(node.name) ||
    KEPT_BLOCKS.has(node.name) ||
    CELLS.has(node.name) ||
    isDrawing(node))

/** A stretch of a page as plain blocks, each on a line of its own. */
export function plainBlocks(nodes: readonly PageNode[], page: PlainPage): string {
  const written: string[] = []
  for (const part of stretches(nodes)) {
    const html = 'run' in part ? paragraph('p', part.run, page) : plainBlock(part.block, page)
    if (html !== '') written.push(html)
  }
  return written.join('\n')
}

type Stretch = { readonly run: readonly PageNode[] } | { readonly block: PageElement }

/** Blocks, and the runs of words between them. */
function stretches(nodes: readonly PageNode[]): Stretch[] {
  const found: Stretch[] = []
  let run: PageNode[] = []
  const endRun = () => {
    if (run.length > 0) found.push({ run })
    run = []
  }
  for (const node of nodes) {
    if (isBlock(node)) {
      endRun()
      found.push({ block: node })
    } else run.push(node)
  }
  endRun()
  return found
}

function plainBlock(element: PageElement, page: PlainPage): string {
  const { name, children } = element
  if (isSilent(element)) return ''
  if (isDrawing(element)) return paragraph('p', [drawingWords(element, page.language)], page)
  if (LEAVES.has(name)) return leaf(element, page)
  if (name === 'hr') return '<hr>'
  if (CELLS.has(name) || GROUPS.has(name)) return cell(element, page)
  if (name === 'nav') return wayIn(element, page)
  if (BOXES.has(name)) return box(element, page)
  if (name === 'blockquote' || name === 'form') return around(element, plainBlocks(children, page), page)
  if (isListOfStories(element)) return plainBlocks(children.map(asBox), page)
  return spoken(element, page) + around(element, parts(children, page), page)
}

const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])

/** Items under headings of their own are no list in plain text: the headings already lead from one to the next. */
const isListOfStories = ({ name, children }: PageElement): boolean =>
  (name === 'ul' || name === 'ol') &&
  children.some((item) => typeof item !== 'string' && [...elementsIn(item)].some((inside) => HEADINGS.has(inside.name)))

const asBox = (item: PageNode): PageNode => (typeof item === 'string' ? item : { ...item, name: 'div' })

const leaf = (element: PageElement, page: PlainPage): string => {
  const { name, children } = element
  if (name === 'summary' || name === 'legend') return `<p><b>${plainWords(children, page).trim()}</b></p>`
  return paragraph(name, children, page, element)
}

/** A box with an id of its own stays as one, for whoever links to it. */
function box(element: PageElement, page: PlainPage): string {
  const { name, children, attributes } = element
  const inner =
    name === 'figcaption' && attributes['data-of'] === 'quote'
      ? plainBlocks(['— ', ...children], page)
      : plainBlocks(name === 'figure' ? withSpeaker(children) : children, page)
  const kept = attributesOf(element, page)
  return inner === '' || Object.keys(kept).length === 0 ? inner : tagged('div', kept, `\n${inner}\n`)
}

/** Whose words a quotation is: the line after it begins with a dash, since nothing else will set it apart. */
function withSpeaker(children: readonly PageNode[]): readonly PageNode[] {
  if (!children.some((child) => typeof child !== 'string' && child.name === 'blockquote')) return children
  return children.map((child) =>
    typeof child !== 'string' && child.name === 'figcaption'
      ? { ...child, attributes: { ...child.attributes, 'data-of': 'quote' } }
      : child,
  )
}

/** A way through the site within the text, "You are in: Africa · Mali", in one line. */
function wayIn({ attributes, children }: PageElement, page: PlainPage): string {
  const label = attributes['aria-label']
  const list = children.find((child) => typeof child !== 'string')
  if (children.length !== 1 || !list || (list.name !== 'ul' && list.name !== 'ol')) {
    return (label ? paragraph('p', [`${label}:`], page) : '') + plainBlocks(children, page)
  }
  const line = inOneLine(list, page)
  return line === '' ? '' : `<p>${label ? `${escapeText(label)}: ` : ''}${line}</p>`
}

const inOneLine = ({ children }: PageElement, page: PlainPage): string =>
  children
    .map((item) => (typeof item === 'string' ? '' : plainWords(item.children, page).trim()))
    .filter((words) => words !== '')
    .join(' · ')

/** What only the name of a list says, such as that it is a chart. */
function spoken({ name, attributes }: PageElement, page: PlainPage): string {
  const label = attributes['aria-label']
  return label && name === 'ul' ? `${paragraph('p', [`[${label}]`], page)}\n` : ''
}

const around = (element: PageElement, inner: string, page: PlainPage): string =>
  inner === '' ? '' : tagged(element.name, attributesOf(element, page), `\n${inner}\n`)

const parts = (children: readonly PageNode[], page: PlainPage): string =>
  children
    .flatMap((child) => (typeof child === 'string' || isSilent(child) ? [] : [part(child, page)]))
    .filter((html) => html !== '')
    .join('\n')

/** A group holds rows or words; what stands between items without being one is taken along. */
function part(child: PageElement, page: PlainPage): string {
  if (GROUPS.has(child.name) && child.name !== 'caption') return around(child, parts(child.children, page), page)
  if (CELLS.has(child.name) || child.name === 'caption') return cell(child, page)
  return child.name === 'div' ? parts(child.children, page) : plainBlock(child, page)
}

/** An item of a list or a cell: its paragraphs are divided by line breaks, so that it stays together. */
function cell(element: PageElement, page: PlainPage): string {
  const inner = tight(element.children, page, element.name === 'td' || element.name === 'th')
  return inner === '' && element.name === 'li' ? '' : tagged(element.name, attributesOf(element, page), inner)
}

function tight(nodes: readonly PageNode[], page: PlainPage, inTable = false): string {
  let html = ''
  let isAfterWords = false
  for (const stretch of stretches(nodes)) {
    const mark = markOf(stretch)
    const { inner, isWords } = mark
      ? { inner: markWords(mark, page), isWords: true }
      : tightPart(stretch, page, inTable)
    if (inner === '') continue
    html += (isAfterWords && isWords ? '<br>' : '') + inner
    // A mark stands on the line that it is about.
    isAfterWords = isWords && !mark
  }
  return html
}

/** A mark that stands alone before the lines of an item; within a line, words beside it say the same. */
function markOf(stretch: Stretch): PageElement | undefined {
  if (!('run' in stretch)) return undefined
  const [mark, ...more] = stretch.run.filter((node) => typeof node !== 'string' || node.trim() !== '')
  return more.length === 0 && typeof mark === 'object' && mark.name === 'svg' ? mark : undefined
}

function markWords(mark: PageElement, page: PlainPage): string {
  const words = page.markWords(mark)
  return words === '' ? '' : `${escapeText(`(${words})`)} `
}

function tightPart(stretch: Stretch, page: PlainPage, inTable: boolean): { inner: string; isWords: boolean } {
  if ('run' in stretch) return { inner: plainWords(stretch.run, page).trim(), isWords: true }
  const { block } = stretch
  if (isSilent(block)) return { inner: '', isWords: true }
  if (isDrawing(block)) return { inner: escapeText(drawingWords(block, page.language)), isWords: true }
  if (block.name === 'p') return { inner: plainWords(block.children, page).trim(), isWords: true }
  if (inTable && block.name === 'ul') return { inner: inOneLine(block, page), isWords: true }
  if (BOXES.has(block.name) && block.name !== 'nav')
    return { inner: tight(block.children, page, inTable), isWords: true }
  return { inner: plainBlock(block, page), isWords: false }
}

function paragraph(name: string, children: readonly PageNode[], page: PlainPage, from?: PageElement): string {
  const inner = name === 'pre' ? children.map(wordsOf).map(escapeText).join('') : plainWords(children, page).trim()
  const breakable = name === 'h1' ? withHeadlineBreaks(inner) : inner
  return inner === '' ? '' : tagged(name, from ? attributesOf(from, page) : {}, breakable)
}
