import { oneLine, withoutControls } from '../plain-text.ts'

/** A line of a page's text that has words in it. */
export interface PageLine {
  /** With plain spaces only, so that it can be compared. */
  readonly text: string
  /** As it goes into the story: with the hard spaces of French and of figures. */
  readonly written: string
  /** Counted from 1, empty lines included. */
  readonly number: number
}

/** The lines with words, between the marks that some builders set at a page's top and bottom. */
export function pageLines(text: string): { lines: PageLine[]; hasMarks: boolean } {
  const all = text
    .split(/\r\n|[\n\r\u2028]/)
    .map((line, index) => ({ text: oneLine(line), written: asWritten(line), number: index + 1 }))
    .filter((line) => line.text !== '')
  const top = all.findIndex((line) => TOP.test(line.text))
  const bottom = all.findIndex((line, index) => index > top && BOTTOM.test(line.text))
  const lines = all.slice(top + 1, bottom === -1 ? all.length : bottom)
  return { lines: lines.filter((line) => !TOP.test(line.text)), hasMarks: top !== -1 || bottom !== -1 }
}

const asWritten = (line: string): string =>
  withoutControls(line)
    .replace(/[ \t\f\v]+/g, ' ')
    .trim()

const TOP = /^(?:top of page|haut de (?:la )?page)$/i
const BOTTOM = /^(?:bottom of page|bas de (?:la )?page)$/i

/** How many words; signs and pictographs are none. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** Does a sentence end here? */
export const endsSentence = (text: string): boolean => /[.!?…。][\s"”»’')\]]*$/.test(text)

/** Long enough, or finished enough, to be a paragraph of a story rather than a line of the page. */
export function isParagraph(text: string): boolean {
  const words = countWords(text)
  return words >= 22 || (words >= 9 && endsSentence(text))
}

const PICTURE_FILE = /^[^/\\|?*]{1,150}\.(?:webp|jpe?g|jfif|png|gif|avif|heic|tiff?|bmp|svg)$/i

/** The name of a picture, as a page's text shows it in place of the picture. */
export const isPictureName = (text: string): boolean => PICTURE_FILE.test(text) && !/^https?:/.test(text)

/** Are most of the words that count written with a capital? */
export function isTitleCase(text: string): boolean {
  const words = (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter((word, index) => index === 0 || !SMALL_WORD.test(word))
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length > 0 && capital / words.length >= 0.7
}

const SMALL_WORD =
  /^(?:a|an|the|and|but|or|nor|of|in|on|at|by|to|for|from|with|as|vs|via|is|are|be|over|into|amid|after|le|la|les|l|d|de|des|du|et|en|au|aux|à|un|une|sur|dans|par|pour|avec)$/i
