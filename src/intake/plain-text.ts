import { type HtmlElement, parseHtml } from './html/html-tree.ts'

/** The characters that Windows-1252 has where Unicode has control characters: old pages mean these. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u200B\u2060\uFEFF]/
const UNWANTED_ALL = new RegExp(UNWANTED.source, 'g')

/** Text without control characters and other signs that nobody sees; old Windows quotation marks become real ones. */
export const withoutControls = (text: string): string =>
  UNWANTED.test(text) ? text.replace(UNWANTED_ALL, meantCharacter) : text

function meantCharacter(sign: string): string {
  const code = sign.charCodeAt(0)
  const meant = code >= 0x80 && code <= 0x9f ? WINDOWS_1252.charAt(code - 0x80) : ''
  return meant === sign ? '' : meant
}

/** One line of text: runs of white space become one space, none at the ends. */
export const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim()

const SILENT = new Set(['script', 'style', 'template', 'noscript'])

/** The words inside an element, with a space where a block or a line ends. */
export function wordsOf(node: HtmlElement): string {
  return oneLine(rawWordsOf(node))
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code dfn em font i ins kbd mark q s small span strong sub sup u'.split(' '),
)

function rawWordsOf(node: HtmlElement): string {
  if (SILENT.has(node.name)) return ''
  const words = node.children.map((child) => (typeof child === 'string' ? child : rawWordsOf(child))).join('')
  return INLINE.has(node.name) ? words : ` ${words} `
}

/** The words of a piece of HTML in one line: a title, a summary. Text without any markup passes unchanged. */
export const plainText = (html: string): string =>
  html.includes('<') || html.includes('&') ? wordsOf(parseHtml(html)) : oneLine(html)

/**
 * The same text in memory of its own: a piece cut from a large text keeps all of it alive, which a long import
 * that remembers many small pieces cannot afford.
 */
export const detached = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))
