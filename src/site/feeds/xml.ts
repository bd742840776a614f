/** Characters that XML 1.0 cannot carry, not even escaped: control characters and halves of surrogate pairs. */
const NOT_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

export type XmlAttributes = Readonly<Record<string, string | null>>

/** A text as XML can carry it. */
const xmlText = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)

/**
 * An element of already written XML.
 *
 * @param content written XML; empty makes an empty element
 */
export function xml(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${xmlText(value)}"`))
    .join('')
  const inside = content.join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

/** An element that holds a text; nothing at all when the text is empty. */
export const xmlLeaf = (name: string, text: string, attributes: XmlAttributes = {}): string =>
  text === '' ? '' : xml(name, attributes, xmlText(text))
