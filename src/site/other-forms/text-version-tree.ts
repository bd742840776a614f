import { Parser } from 'htmlparser2'
import { escapeHtml } from '../../story/safe-html.ts'

/** A piece of one of our own finished pages. Text is plain: what was escaped is read back. */
export type PageNode = PageElement | string

export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly PageNode[]
}

interface Growing {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: PageNode[]
}

/** Reads a finished page. Its doctype and comments are left out. */
export function readPage(html: string): PageElement {
  const root: Growing = { name: '#root', attributes: {}, children: [] }
  const open: Growing[] = [root]
  const inside = (): Growing => open.at(-1) ?? root
  const parser = new Parser({
    onopentag(name, attributes) {
      const made: Growing = { name, attributes, children: [] }
      inside().children.push(made)
      open.push(made)
    },
    onclosetag() {
      if (open.length > 1) open.pop()
    },
    ontext(text) {
      const { children } = inside()
      const last = children.at(-1)
      if (typeof last === 'string') children[children.length - 1] = last + text
      else children.push(text)
    },
  })
  parser.write(html)
  parser.end()
  return root
}

/** The first element that fits, in reading order. */
export function findElement(from: PageElement, fits: (element: PageElement) => boolean): PageElement | undefined {
  for (const element of elementsIn(from)) if (fits(element)) return element
  return undefined
}

/** Every element below one, in reading order. */
export function* elementsIn(from: PageElement): Generator<PageElement> {
  for (const child of from.children) {
    if (typeof child === 'string') continue
    yield child
    yield* elementsIn(child)
  }
}

/** All words of a piece, in reading order. */
export const wordsOf = (node: PageNode): string =>
  typeof node === 'string' ? node : node.children.map(wordsOf).join('')

/** Elements that have no end tag (HTML, section 13.1.2). */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

/** An element around what has been written already; attributes that are undefined are left out. */
export function tagged(name: string, attributes: Readonly<Record<string, string | undefined>>, inner: string): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return ''
    return value === '' ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`
  })
  const start = `<${name}${written.join('')}>`
  return VOID.has(name) ? start : `${start}${inner}</${name}>`
}

/** A piece as HTML again. Text of styles and data stands in its own syntax and is not escaped. */
export function writePage(node: PageNode, parent = ''): string {
  if (typeof node === 'string') return parent === 'style' || parent === 'script' ? node : escapeHtml(node)
  const inner = node.children.map((child) => writePage(child, node.name)).join('')
  return node.name === '#root' ? inner : tagged(node.name, node.attributes, inner)
}
