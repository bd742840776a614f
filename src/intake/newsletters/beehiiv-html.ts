import { elementsIn, findElement, type HtmlElement, type HtmlNode, parseHtml } from '../html/html-tree.ts'
import { oneLine, wordsOf } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'

/**
 * The text of a Beehiiv post without the mail around it: the tables that only place things are taken away, and so are
 * the title that stands above the text once more, the links to share, to unsubscribe and to read online, and what was
 * hidden. Addresses lose what counted their readers.
 */
export function withoutMail(html: string, title: string, problems: ProblemList): HtmlElement {
  const page = parseHtml(html.replace(/\{\{[\w.]+\}\}/g, ''))
  const content = elementsIn(page).find(({ attributes }) => attributes['id'] === 'content-blocks') ?? page
  return {
    ...content,
    name: '#root',
    children: content.children.flatMap((child) => plain(child, { title, problems, isKept: false })),
  }
}

interface Reading {
  readonly title: string
  readonly problems: ProblemList
  /** Inside a table that says something. */
  readonly isKept: boolean
}

function plain(node: HtmlNode, reading: Reading): HtmlNode[] {
  if (typeof node === 'string') return [node]
  const { title, problems } = reading
  if (isHidden(node) || isFrameOfMail(node)) return []
  if (node.name === 'h1' && wordsOf(node) === oneLine(title)) return []
  if (/^h[1-6]$/.test(node.name)) problems.where = wordsOf(node) || problems.where
  const player = playerIn(node)
  if (player) return [player]
  const isKept = reading.isKept || (node.name === 'table' && isData(node))
  const children = node.children.flatMap((child) => plain(child, { ...reading, isKept }))
  if (node.name === 'p' && /^(?:\.{3}|…)$/.test(wordsOf(node))) return [{ name: 'hr', attributes: {}, children: [] }]
  if (node.name === 'a')
    return [{ ...node, attributes: { ...node.attributes, href: uncounted(node.attributes['href'] ?? '') }, children }]
  return PLACING.test(node.name) && !isKept ? [{ name: 'div', attributes: {}, children }] : [{ ...node, children }]
}

const isHidden = ({ attributes, name }: HtmlElement): boolean =>
  name === 'style' ||
  /display\s*:\s*none/i.test(attributes['style'] ?? '') ||
  attributes['data-open-tracking'] === 'true'

/** Beehiiv's own classes: the row to share, the line to read online, the foot. */
const isFrameOfMail = ({ attributes, name }: HtmlElement): boolean =>
  (name === 'table' && /\bmob-block\b/.test(attributes['class'] ?? '')) ||
  (name === 'td' && /^[bf]$/.test(attributes['class'] ?? ''))

const PLACING = /^(?:table|thead|tbody|tfoot|tr|td)$/

/** Real tables name their columns, or have rows of several texts and nothing inside them that is placed. */
function isData(table: HtmlElement): boolean {
  const inside = elementsIn(table)
  const isPlaced = inside.some(({ name }) => name === 'table' || name === 'img')
  if (table.attributes['role'] === 'presentation' || isPlaced) return false
  const rows = inside.filter(({ name }) => name === 'tr')
  return inside.some(({ name }) => name === 'th') || (rows.length > 1 && rows.every(isWide))
}

const isWide = (row: HtmlElement): boolean =>
  row.children.filter((cell) => typeof cell === 'object' && /^t[dh]$/.test(cell.name)).length > 1

/** A film is shown as a picture of it with a sign to play: a link with words is what it means. */
function playerIn({ name, attributes, children }: HtmlElement): HtmlElement | undefined {
  const href = attributes['href'] ?? ''
  if (name !== 'a' || !/youtube\.com|youtu\.be|vimeo\.com/.test(href)) return undefined
  const link: HtmlElement = { name, attributes, children }
  if (!findElement(link, 'img')) return undefined
  return { name: 'iframe', attributes: { src: uncounted(href), title: wordsOf(link) }, children: [] }
}

const COUNTERS = ['utm_source', 'utm_medium', 'utm_campaign', 'last_resource_guid', '_bhlid', 'bhcl_id', 'jwt_token']

function uncounted(address: string): string {
  const parsed = COUNTERS.some((name) => address.includes(name)) ? URL.parse(address) : null
  if (!parsed) return address
  for (const name of COUNTERS) parsed.searchParams.delete(name)
  return parsed.href
}
