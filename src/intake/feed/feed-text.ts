import { escapeHtml, paragraphsHtml } from './feed-item.ts'
import { attributeOf, type Field } from './feed-field.ts'
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'

/**
 * A text of a feed as HTML, however it was put in: as markup, escaped, in base 64, or plain (RFC 4287 section 3.1, and
 * Atom 0.3 with its modes).
 *
 * @param isAtom a text of which nothing is said is plain in Atom and HTML in RSS
 */
export function htmlOf(found: Field | undefined, isAtom: boolean): string {
  if (!found) return ''
  const { element } = found
  const type = attributeOf(element, 'type').toLowerCase()
  const mode = attributeOf(element, 'mode').toLowerCase()
  if (element.children.some((child) => typeof child !== 'string')) return element.children.map(serialized).join('')
  const text = element.children.filter((child) => typeof child === 'string').join('')
  if (mode === 'base64' || isBinary(type)) return fromBase64(text)
  const isPlain = /^text(?:\/plain\b.*)?$/.test(type) || (isAtom && type === '' && mode !== 'escaped')
  if (isPlain) return hasParagraphs(text) ? paragraphsHtml(text) : escapeHtml(text)
  if (text.includes('<')) return text.replace(CLOSED_AT_ONCE, '$1></$2>')
  return text.includes('&') || !hasParagraphs(text) ? text : paragraphsHtml(text)
}

/** Written as in XML, these elements would swallow the rest of the text as HTML. */
const CLOSED_AT_ONCE = /(<(iframe|script|style|video|audio|object|textarea|title)\b(?:[^<>]*["'\s])?)\/>/gi

const hasParagraphs = (text: string): boolean => /\S[ \t]*\r?\n[ \t]*\r?\n[ \t]*\S/.test(text)

/** A type of media that is neither text nor XML has to be in base 64 (RFC 4287 section 4.1.3.3). */
const isBinary = (type: string): boolean =>
  /^[\w.-]+\/[\w.+-]+$/.test(type) && !type.startsWith('text/') && !/xml|html|json/.test(type)

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)))
  } catch {
    return escapeHtml(text)
  }
}

/** Markup that stands in the feed itself, back as HTML; prefixes such as `xhtml:` go. */
function serialized(node: HtmlNode): string {
  if (typeof node === 'string') return escapeHtml(node)
  const name = node.name.replace(/^.*:/, '')
  const inside = node.children.map(serialized).join('')
  const start = `<${name}${attributesOf(node)}>`
  return /^(?:br|hr|img|wbr)$/i.test(name) ? start : `${start}${inside}</${name}>`
}

const attributesOf = ({ attributes }: HtmlElement): string =>
  Object.entries(attributes)
    .filter(([key]) => !key.startsWith('xmlns'))
    .map(([key, value]) => ` ${key}="${escapeHtml(value).replaceAll('"', '&quot;')}"`)
    .join('')
