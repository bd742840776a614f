import type { Inline, Mark, Text } from '../../story/document.ts'
import { escapeHtml } from '../../story/safe-html.ts'

/** Where a footnote's mark leads: its number. */
export type FootnoteNumber = (id: string) => number | undefined

/** A text in which no character means anything to CommonMark. */
export const plainMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>~|&]/g, String.raw`\$&`).replaceAll(/\s*[\r\n]+\s*/g, ' ')

/** What makes a heading, a list or a rule of a line that begins with it. */
const AT_BEGINNING = /^(\s*)(?:([#+=:-])|(\d{1,9})([.)]))/

/** Sees to it that a line of text stays one, whatever it begins with. Spaces before it would make code of it. */
export const asLine = (markdown: string): string =>
  markdown
    .trimStart()
    .replace(AT_BEGINNING, (_, _space, sign?: string, digits?: string, point?: string) =>
      sign === undefined ? `${digits ?? ''}\\${point ?? ''}` : `\\${sign}`,
    )

/**
 * A run of words with its marks.
 *
 * @see https://spec.commonmark.org/0.31.2/ ; footnotes as GitHub and Pandoc write them
 */
export function inlineMarkdown(content: readonly Inline[], footnote: FootnoteNumber): string {
  return content.map((inline) => leaf(inline, footnote)).join('')
}

function leaf(inline: Inline, footnote: FootnoteNumber): string {
  if (inline.type === 'text') return marked(inline)
  if (inline.type === 'hardBreak') return '\\\n'
  const number = footnote(inline.attrs.id)
  return number === undefined ? '' : `[^${number}]`
}

/** Outermost last: a link holds the emphasis in it. */
const NESTING: readonly Mark['type'][] = ['emphasis', 'strong', 'language', 'claim', 'link']

/** Marks stand around words, never around the spaces beside them: there CommonMark does not see them. */
function marked({ text, marks = [] }: Text): string {
  const words = text.trim()
  if (words === '' || marks.length === 0) return escapedKeepingSpaces(text)
  const before = text.slice(0, text.length - text.trimStart().length)
  const after = text.slice(text.trimEnd().length)
  const inside = marks
    .toSorted((one, other) => NESTING.indexOf(one.type) - NESTING.indexOf(other.type))
    .reduce((markdown, mark) => withMark(markdown, mark), plainMarkdown(words))
  return `${before === '' ? '' : ' '}${inside}${after === '' ? '' : ' '}`
}

const escapedKeepingSpaces = (text: string): string => plainMarkdown(text)

/** As HTML where CommonMark's own signs would depend on the letters beside them: `«**word**»` is none of its emphases. */
function withMark(markdown: string, mark: Mark): string {
  switch (mark.type) {
    case 'strong':
      return `<strong>${markdown}</strong>`
    case 'emphasis':
      return `<em>${markdown}</em>`
    case 'link':
      return `[${markdown}](<${target(mark.attrs.href)}>)`
    case 'language':
      return `<span lang="${escapeHtml(mark.attrs.language)}">${markdown}</span>`
    case 'claim':
      return markdown
  }
}

/** An address between pointed brackets, where nothing may end it early. */
export const target = (href: string): string => href.replaceAll(/[<>\\\s]/g, (letter) => encodeURIComponent(letter))
