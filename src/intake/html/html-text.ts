import type { HtmlElement, HtmlNode } from './html-tree.ts'

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])

/** Text as it stands between tags. */
export const escapedText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const attribute = ([name, value]: readonly [string, string]): string =>
  /^[^\s"'<>/=]+$/.test(name) ? ` ${name}="${escapedText(value).replaceAll('"', '&quot;')}"` : ''

/** Writes a tree as HTML again. */
export function htmlText(node: HtmlNode): string {
  if (typeof node === 'string') return escapedText(node)
  if (!/^[a-z][\w.:-]*$/i.test(node.name)) return childrenText(node)
  const start = `<${node.name}${Object.entries(node.attributes).map(attribute).join('')}>`
  if (VOID.has(node.name)) return start
  return `${start}${childrenText(node)}</${node.name}>`
}

const childrenText = (node: HtmlElement): string =>
  node.children.map((child) => (typeof child === 'string' && RAW.has(node.name) ? child : htmlText(child))).join('')
