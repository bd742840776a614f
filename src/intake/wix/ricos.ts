import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'
import { type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import type { ProblemList } from '../problem-list.ts'
import { element, linkIn } from './ricos-element.ts'
import { mediaElements } from './ricos-media.ts'

/** Deeper nesting than any writer makes; what lies deeper is left out and said. */
const MAX_DEPTH = 60

const PLAIN: Readonly<Record<string, string>> = {
  PARAGRAPH: 'p',
  BLOCKQUOTE: 'blockquote',
  CODE_BLOCK: 'pre',
  BULLETED_LIST: 'ul',
  ORDERED_LIST: 'ol',
  LIST_ITEM: 'li',
  DIVIDER: 'hr',
  TABLE: 'table',
  TABLE_ROW: 'tr',
  COLLAPSIBLE_LIST: 'div',
  COLLAPSIBLE_ITEM: 'details',
  COLLAPSIBLE_ITEM_TITLE: 'summary',
  COLLAPSIBLE_ITEM_BODY: 'div',
  CAPTION: 'figcaption',
}

/**
 * The text of a Wix post (Ricos, Wix's rich content) as HTML elements for the one converter. Nodes of a kind that is
 * not known give their words and their children; what has neither is named among the problems.
 */
export function ricosTree(document: JsonRow, problems: ProblemList): HtmlElement {
  return element('#root', nodesIn(document, problems, 0))
}

/** The elements that the children of a node become. */
function nodesIn(parent: JsonRow, problems: ProblemList, depth: number): HtmlNode[] {
  if (depth > MAX_DEPTH) {
    problems.add('Text that is nested too deeply was left out.')
    return []
  }
  return rowsIn(parent, 'nodes').flatMap((node) => nodeElements(node, problems, depth))
}

function nodeElements(node: JsonRow, problems: ProblemList, depth: number): HtmlNode[] {
  const type = textIn(node, 'type').toUpperCase()
  if (type === 'TEXT') return [textNode(node)]
  const inside = nodesIn(node, problems, depth + 1)
  if (type === 'HEADING') return [element(headingName(node), inside)]
  if (type === 'ORDERED_LIST') return [element('ol', inside, startOf(node))]
  if (type === 'TABLE_CELL') return [element('td', inside, spanOf(node))]
  const plain = PLAIN[type]
  if (plain !== undefined) return [element(plain, inside)]
  const media = mediaElements(type, node, inside, problems)
  if (media) return media
  if (inside.length === 0)
    problems.add(`A part of the kind “${type || 'without a name'}” has no text and was left out.`)
  return inside
}

/** Headings inside a story begin at the second rank, whatever the editor called them. */
const headingName = (node: JsonRow): string => {
  const level = Number(textIn(rowIn(node, 'headingData'), 'level') || '2')
  return `h${Math.min(6, Math.max(2, level))}`
}

const startOf = (node: JsonRow): Record<string, string> => {
  const start = textIn(rowIn(node, 'orderedListData'), 'start')
  return start === '' ? {} : { start }
}

function spanOf(node: JsonRow): Record<string, string> {
  const data = rowIn(node, 'tableCellData')
  const [colspan, rowspan] = [textIn(data, 'colspan', 'colSpan'), textIn(data, 'rowspan', 'rowSpan')]
  return { ...(colspan === '' ? {} : { colspan }), ...(rowspan === '' ? {} : { rowspan }) }
}

const MARKS: Readonly<Record<string, string>> = {
  BOLD: 'strong',
  ITALIC: 'em',
  STRIKETHROUGH: 's',
  SUPERSCRIPT: 'sup',
  SUBSCRIPT: 'sub',
}

/** A run of text with what is laid around it: bold, italic, a link. Underlining and colours say nothing of their own. */
function textNode(node: JsonRow): HtmlNode {
  const data = rowIn(node, 'textData')
  const text = typeof data?.['text'] === 'string' ? data['text'] : textIn(node, 'text')
  return rowsIn(data, 'decorations').reduce<HtmlNode>((inner, decoration) => decorated(inner, decoration), text)
}

function decorated(inner: HtmlNode, decoration: JsonRow): HtmlNode {
  const type = textIn(decoration, 'type').toUpperCase()
  if (type === 'LINK') {
    const href = linkIn(rowIn(decoration, 'linkData'))
    return href === '' ? inner : element('a', [inner], { href })
  }
  const isOff = type === 'BOLD' ? isLight(decoration) : type === 'ITALIC' && decoration['italicData'] === false
  const name = isOff ? undefined : MARKS[type]
  return name === undefined ? inner : element(name, [inner])
}

const isLight = (decoration: JsonRow): boolean => Number(textIn(decoration, 'fontWeightValue') || '700') < 600
