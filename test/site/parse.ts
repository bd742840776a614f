import { DomUtils, ElementType, parseDocument } from 'htmlparser2'

type Document = ReturnType<typeof parseDocument>
type Node = Document['children'][number]
type Element = Extract<Node, { readonly attribs: object }>

export const parse = (html: string, isXml = false): Document => parseDocument(html, { xmlMode: isXml })

const isElement = (node: Node): node is Element => 'attribs' in node

export const all = (root: Document | Element, test: (element: Element) => boolean): Element[] =>
  DomUtils.findAll(test, root.children)

export const byTag = (root: Document | Element, name: string): Element[] =>
  all(root, (element) => element.name === name)

export const byClass = (root: Document | Element, name: string): Element[] =>
  all(root, (element) => (element.attribs['class'] ?? '').split(' ').includes(name))

export const wordsOf = (element: Element | undefined): string =>
  element ? DomUtils.textContent(element).replaceAll(/\s+/g, ' ').trim() : ''

/** Every link that leads to this site. */
export const paths = (root: Document | Element): string[] =>
  byTag(root, 'a').flatMap(({ attribs: { href = '' } }) => (href.startsWith('/') ? [href] : []))

/** The page's shape: its elements and the names of their attributes, without a word of text. */
export function shape(nodes: readonly Node[]): unknown[] {
  return nodes.filter(isElement).map((element) => [
    element.name,
    Object.keys(element.attribs).toSorted(),
    // What a script or a sheet holds is data to us: its inside is looked at by other tests.
    element.type === ElementType.Tag ? shape(element.children) : [],
  ])
}
