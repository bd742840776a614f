import type { HtmlElement, HtmlNode } from '../../intake/html/html-tree.ts'
import { wordsOf } from '../../intake/plain-text.ts'

/** A paragraph that Word means as an item of a list: how deep, and with what in front of it. */
interface WordItem {
  readonly level: number
  readonly mark: string
  readonly paragraph: HtmlElement
}

const LIST = /mso-list:\s*l\d+\s+level(\d+)/i
const MARK = /mso-list:\s*ignore/i
const NUMBER = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i

/** Word writes lists as paragraphs with their bullets typed in. Runs of them become lists, as deep as they were. */
export function withWordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = []
  let run: WordItem[] = []
  const close = () => {
    if (run.length > 0) out.push(...listsFrom(run))
    run = []
  }
  for (const node of nodes) {
    const item = wordItem(node)
    if (item) run.push(item)
    else if (run.length === 0 || !isBlank(node)) {
      close()
      out.push(node)
    }
  }
  close()
  return out
}

const isBlank = (node: HtmlNode): boolean => typeof node === 'string' && node.trim() === ''

function wordItem(node: HtmlNode): WordItem | undefined {
  if (typeof node === 'string') return undefined
  const level = LIST.exec(node.attributes['style'] ?? '')?.[1]
  if (level === undefined || !/^(?:p|div|h[1-6])$/.test(node.name)) return undefined
  const mark = markIn(node)
  return { level: Math.min(9, Number(level)), mark, paragraph: withoutMark(node) }
}

function markIn(node: HtmlElement): string {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const mark = isMark(child) ? wordsOf(child) : markIn(child)
    if (mark !== '') return mark
  }
  return ''
}

const isMark = ({ attributes }: HtmlElement): boolean => MARK.test(attributes['style'] ?? '')

const withoutMark = (node: HtmlElement): HtmlElement => ({
  ...node,
  attributes: {},
  children: node.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child]
    return isMark(child) ? [] : [withoutMarkInside(child)]
  }),
})

const withoutMarkInside = (node: HtmlElement): HtmlElement => ({ ...withoutMark(node), attributes: node.attributes })

/** Items of the first one's depth, each with the deeper ones that follow it. */
function listsFrom(items: readonly WordItem[]): HtmlElement[] {
  const [first] = items
  if (!first) return []
  const isOrdered = NUMBER.test(first.mark)
  const children: HtmlElement[] = []
  let at = 0
  for (let item = items[at]; item && item.level >= first.level; item = items[at]) {
    if (NUMBER.test(item.mark) !== isOrdered && item.level === first.level) break
    const end = items.findIndex(({ level }, index) => index > at && level <= first.level)
    const inner = items.slice(at + 1, end < 0 ? items.length : end)
    children.push({ name: 'li', attributes: {}, children: [{ ...item.paragraph, name: 'p' }, ...listsFrom(inner)] })
    at += inner.length + 1
  }
  const start = /\d+/.exec(first.mark)?.[0]
  const attributes: Record<string, string> = isOrdered && start !== undefined ? { start } : {}
  const list = { name: isOrdered ? 'ol' : 'ul', attributes, children }
  return [list, ...listsFrom(items.slice(at))]
}
