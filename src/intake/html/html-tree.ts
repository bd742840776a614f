import { Parser } from 'htmlparser2'

/** A piece of HTML as it was written, before anything is decided about it. */
export type HtmlNode = HtmlElement | string

export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}

/** A block of WordPress that stands only as a comment: `<!-- wp:latest-posts {"n":3} /-->`. */
export const WORDPRESS_BLOCK = 'wp-block'

/** Deeper nesting than any hand or editor makes; what lies deeper is read as if it stood at this depth. */
const MAX_DEPTH = 120

/**
 * Deeper than this, the parser forgets the outermost elements that are still open: it looks through all of them at every
 * tag, and a hundred thousand would take it minutes.
 */
const MAX_REMEMBERED = 768

/** How many it remembers then: to forget one at a time would cost as much as to remember them all. */
const STILL_REMEMBERED = 256

/**
 * Reads HTML, however broken, into a tree. Comments are left out, but for the blocks WordPress writes as comments.
 */
export const parseHtml = (source: string): HtmlElement => treeFrom(source, {}).root

/** Reads XML, however broken; names keep their prefixes. `unclosed` names what was still open at the file's end. */
export const parseXml = (source: string): { root: HtmlElement; unclosed: string[] } =>
  treeFrom(source, { xmlMode: true })

function treeFrom(source: string, options: { xmlMode?: boolean }): { root: HtmlElement; unclosed: string[] } {
  const root = element('#root', {})
  const open: HtmlElement[] = [root]
  const unclosed: string[] = []
  let isAtEnd = false
  const inside = (): HtmlElement => open.at(-1) ?? root
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const made = element(name, attributes)
        inside().children.push(made)
        open.push(open.length < MAX_DEPTH ? made : inside())
        forgetOutermost(parser)
      },
      onclosetag(name) {
        if (isAtEnd) unclosed.push(name)
        if (open.length > 1) open.pop()
      },
      ontext: (text) => addText(inside().children, text),
      oncomment(comment) {
        const block = options.xmlMode ? undefined : dynamicBlock(comment)
        if (block) inside().children.push(block)
      },
    },
    options,
  )
  parser.write(source.isWellFormed() ? source : source.toWellFormed())
  isAtEnd = true
  parser.end()
  return { root, unclosed }
}

/** The parser (htmlparser2 12) keeps what is open in a list of its own, innermost first. */
function forgetOutermost(parser: Parser): void {
  const { stack } = parser as unknown as { readonly stack?: string[] }
  if (stack !== undefined && stack.length > MAX_REMEMBERED) stack.length = STILL_REMEMBERED
}

function addText(children: HtmlNode[], text: string): void {
  const last = children.at(-1)
  if (typeof last === 'string') children[children.length - 1] = last + text
  else children.push(text)
}

const element = (name: string, attributes: Readonly<Record<string, string>>): HtmlElement => ({
  name,
  attributes,
  children: [],
})

function dynamicBlock(comment: string): HtmlElement | undefined {
  if (!comment.startsWith(' wp:') || !comment.endsWith('/')) return undefined
  const name = /^ wp:([a-z0-9/-]+)/.exec(comment)?.[1]
  if (!name) return undefined
  const url = /"url":"(https?:(?:[^"\\]|\\\/)*)"/.exec(comment)?.[1]?.replaceAll('\\/', '/')
  return element(WORDPRESS_BLOCK, { name: name.replace(/\/$/, ''), ...(url === undefined ? {} : { url }) })
}

/** Every element below one, in reading order. */
export function elementsIn(parent: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting: HtmlNode[] = parent.children.toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue
    found.push(next)
    for (let at = next.children.length - 1; at >= 0; at -= 1) waiting.push(next.children[at] ?? '')
  }
  return found
}

/** The first element below one with any of the names. */
export function findElement(parent: HtmlElement, ...names: readonly string[]): HtmlElement | undefined {
  for (const child of parent.children) {
    if (typeof child === 'string') continue
    if (names.includes(child.name)) return child
    const found = findElement(child, ...names)
    if (found) return found
  }
  return undefined
}

/** The element without one of those below it; words before and after that one stay two. */
export const withoutElement = (parent: HtmlElement, gone: HtmlElement): HtmlElement => exchanged(parent, gone, ' ')

/** The element with something else in the place of one below it; what does not hold that one stays the same object. */
export function exchanged(parent: HtmlElement, old: HtmlElement, made: HtmlNode): HtmlElement {
  const children = parent.children.map((child) => {
    if (child === old) return made
    return typeof child === 'string' ? child : exchanged(child, old, made)
  })
  return children.every((child, at) => child === parent.children[at]) ? parent : { ...parent, children }
}

/** Has the element a class that fits? */
export function hasClass(of: HtmlElement, word: RegExp): boolean {
  const classes = of.attributes['class']
  return classes !== undefined && word.test(classes)
}
