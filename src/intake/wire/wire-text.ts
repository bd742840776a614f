import { element } from './wire-xml.ts'
import type { HtmlElement } from '../html/html-tree.ts'

/**
 * The paragraphs of a text as agencies write it: divided by empty lines, by indented first lines, or one to a line;
 * lines that only end at the edge of a page are joined.
 */
export const plainParagraphs = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split(/\n[ \t]*(?:\n[ \t]*)+(?=[^\n])/)
    .flatMap((part, index, all) => joinedLines(index === 0 || all.length < 2 ? part : `   ${part.trimStart()}`))
    .filter((paragraph) => paragraph !== '')

const isIndented = (line: string): boolean => /^(?: {2,}|\t)\S/.test(line)

/** A point of a list that is drawn with signs. */
const isPoint = (line: string): boolean => /^\s*[*•·▪–-]\s+\S/.test(line)

/** Lines of one part of a text as paragraphs. */
function joinedLines(part: string): string[] {
  const lines = part.split('\n').filter((line) => line.trim() !== '')
  const rest = lines.slice(1)
  const hasBoth = rest.some(isIndented) && rest.some((line) => !isIndented(line))
  const standsAlone = !hasBoth && lines.length > 1 && areSentences(lines)
  const paragraphs: string[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || standsAlone || isPoint(line) || (hasBoth && isIndented(line))) paragraphs.push(line.trim())
    else paragraphs.push(`${paragraphs.pop() ?? ''} ${line.trim()}`)
  }
  return paragraphs
}

/** Are the lines whole sentences, and no lines of a page? */
const areSentences = (lines: readonly string[]): boolean => {
  const whole = lines.filter((line) => /[.!?:…»”"’)]\s*$/.test(line)).length
  const long = lines.filter((line) => line.length > 110).length
  return whole >= lines.length * 0.6 || long >= lines.length * 0.4
}

/** Plain text as a tree of paragraphs. */
export const textTree = (text: string): HtmlElement =>
  element(
    '#root',
    plainParagraphs(text).map((paragraph) => element('p', [paragraph])),
  )

/** Does a text hold markup, whatever the agency calls it? */
export const isMarkup = (text: string): boolean => /<\/?[a-z][\w.:-]*(?:\s[^<>]*)?\/?>/i.test(text)

/** One paragraph that holds a whole text in lines, some of them indented, becomes the paragraphs that are meant. */
export function dividedParagraph(paragraph: HtmlElement): HtmlElement[] {
  const text = paragraph.children.filter((child) => typeof child === 'string').join('')
  if (paragraph.children.some((child) => typeof child !== 'string') || text.split('\n').length < 4) return [paragraph]
  const lines = text
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
  const isWritten = lines.some(isIndented) && lines.some((line) => !/^\s/.test(line))
  const isSpaced = /\S[ \t]*\n[ \t]*\n[ \t]*\S/.test(text)
  return isWritten || isSpaced ? plainParagraphs(text).map((one) => ({ ...paragraph, children: [one] })) : [paragraph]
}
