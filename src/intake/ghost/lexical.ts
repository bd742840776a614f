import { escapedText } from '../html/html-text.ts'
import { isRow, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { plainText } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'
import { cardHtml } from './ghost-cards.ts'

/** Deeper than any text is made: what lies below is left out and said. */
const MAX_DEPTH = 60

/**
 * A body in Lexical, as Ghost keeps it since version 5, as HTML. Undefined when it is none.
 *
 * @param problems told what could not be kept, with the heading it stood under
 */
export function lexicalHtml(value: unknown, problems: ProblemList): string | undefined {
  const root = isRow(value) ? rowIn(value, 'root') : undefined
  if (!root || !Array.isArray(root['children'])) return undefined
  const html = childrenHtml(root, problems, 0)
  problems.where = null
  return html
}

type Writer = (node: JsonRow, inside: string, problems: ProblemList) => string

const wrapped =
  (tag: string): Writer =>
  (_node, inside) =>
    `<${tag}>${inside}</${tag}>`

function childrenHtml(node: JsonRow, problems: ProblemList, depth: number): string {
  if (depth <= MAX_DEPTH)
    return rowsIn(node, 'children')
      .map((child) => nodeHtml(child, problems, depth + 1))
      .join('')
  problems.add('A text that is nested too deeply was left out.')
  return ''
}

function nodeHtml(node: JsonRow, problems: ProblemList, depth: number): string {
  const type = textIn(node, 'type')
  if (type === 'list') return listHtml(node, problems, depth)
  const writer = WRITERS.get(type)
  if (writer) return writer(node, childrenHtml(node, problems, depth), problems)
  if (typeof node['text'] === 'string') return textHtml(node)
  if (Array.isArray(node['children'])) return `<p>${childrenHtml(node, problems, depth)}</p>`
  return cardHtml(type, node, problems)
}

/** Lexical's formats of a text, one bit each, in the order in which they stand around it. */
const FORMATS: readonly (readonly [bit: number, tag: string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
]

function textHtml(node: JsonRow): string {
  const text = typeof node['text'] === 'string' ? node['text'] : ''
  const format = typeof node['format'] === 'number' ? node['format'] : 0
  const tags = FORMATS.filter(([bit]) => (format & bit) !== 0).map(([, tag]) => tag)
  const start = tags.map((tag) => `<${tag}>`).join('')
  const end = tags
    .toReversed()
    .map((tag) => `</${tag}>`)
    .join('')
  return start + escapedText(text).replaceAll('\n', '<br>') + end
}

/** An item that holds nothing but a list is the list below the item before it. */
function listHtml(list: JsonRow, problems: ProblemList, depth: number): string {
  const items: string[] = []
  for (const item of rowsIn(list, 'children')) {
    const inside =
      textIn(item, 'type') === 'listitem'
        ? childrenHtml(item, problems, depth + 1)
        : nodeHtml(item, problems, depth + 1)
    const children = rowsIn(item, 'children')
    const isBelow = children.length > 0 && children.every((child) => textIn(child, 'type') === 'list')
    const before = isBelow ? items.pop() : undefined
    items.push((before ?? '') + inside)
  }
  const isOrdered = textIn(list, 'listType') === 'number' || textIn(list, 'tag') === 'ol'
  const start = isOrdered && typeof list['start'] === 'number' && list['start'] > 1 ? ` start="${list['start']}"` : ''
  const tag = isOrdered ? 'ol' : 'ul'
  return `<${tag}${start}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`
}

const heading: Writer = (node, inside, problems) => {
  const tag = textIn(node, 'tag')
  const name = /^h[1-6]$/.test(tag) ? tag : 'h2'
  problems.where = plainText(inside) || problems.where
  return `<${name}>${inside}</${name}>`
}

const link: Writer = (node, inside) =>
  node['isUnlinked'] === true
    ? inside
    : `<a href="${escapedText(textIn(node, 'url')).replaceAll('"', '&quot;')}">${inside}</a>`

const span = (attribute: string, value: unknown): string =>
  typeof value === 'number' && value > 1 ? ` ${attribute}="${value}"` : ''

const cell: Writer = (node, inside) => {
  const name = Number(textIn(node, 'headerState')) > 0 ? 'th' : 'td'
  return `<${name}${span('colspan', node['colSpan'])}${span('rowspan', node['rowSpan'])}>${inside}</${name}>`
}

const inner: Writer = (_node, inside) => inside

const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['root', inner],
  ['paragraph', wrapped('p')],
  ['heading', heading],
  ['extended-heading', heading],
  ['quote', wrapped('blockquote')],
  ['extended-quote', wrapped('blockquote')],
  ['aside', (_node, inside) => `<aside><p>${inside}</p></aside>`],
  ['listitem', wrapped('p')],
  ['link', link],
  ['autolink', link],
  ['at-link', inner],
  ['at-link-search', inner],
  ['zwnj', () => ''],
  ['linebreak', () => '<br>'],
  ['tab', () => ' '],
  ['code', (_node, inside) => `<pre>${inside}</pre>`],
  ['table', wrapped('table')],
  ['tablerow', wrapped('tr')],
  ['tablecell', cell],
])
