import type { IncomingSection } from '../incoming.ts'
import { isEnding, isFurniture, isMenuWord, isReadingTime, updatedDay } from './page-furniture.ts'
import { countWords, endsSentence, isParagraph, isPictureName, type PageLine } from './page-lines.ts'
import { type SectionLine, sectionLine, sectionsAbove } from './page-sections.ts'
import { isNameLike, namesAfterBy } from '../person-name.ts'
import { toSection } from '../section-kind.ts'
import { readDay, type WrittenDay } from '../written-day.ts'

/** What stands above a story's body. */
export interface PageHeader {
  readonly headline: PageLine
  /** What stands between headline and day in whole sentences: the standfirst, then perhaps a caption. */
  readonly subtitles: readonly PageLine[]
  readonly sections: readonly IncomingSection[]
  /** The byline as written; null when none was found. */
  readonly byline: string | null
  readonly published: { readonly day: WrittenDay; readonly line: PageLine } | null
  readonly updated: WrittenDay | null
  /** The name of the author's portrait, where the page shows it. */
  readonly portrait: string | null
  /** The page says how long the story takes to read: the plain layout of a blog, without a standfirst. */
  readonly hasReadingTime: boolean
  /** Where the body begins among the lines. */
  readonly bodyAt: number
}

/** What can be read off one line between headline and body. */
interface HeaderBit {
  readonly day?: WrittenDay
  readonly updated?: WrittenDay
  /** Certain after "By", likely where a name stands alone. */
  readonly byline?: { readonly name: string; readonly isCertain: boolean }
  readonly isReadingTime?: boolean
  readonly picture?: string
  readonly sections?: SectionLine
}

/**
 * Finds the header of the story: the day, and around it the byline and the headline, which stands above the day on
 * most pages and below it on some. Undefined when no day with paragraphs after it is found.
 */
export function findHeader(lines: readonly PageLine[]): PageHeader | undefined {
  const at = dayLine(lines)
  if (at === undefined) return undefined
  const above = bitsAbove(lines, at)
  const below = bitsBelow(lines, at + 1)
  const top = headlineAbove(lines, above.end)
  const upper = lines[top]
  const lower = lines[below.end]
  const isBelow =
    upper === undefined || (isWeak(upper, lines) && lower !== undefined && isHeadline(lower, lines[below.end + 1]))
  const headline = isBelow ? lower : upper
  if (!headline) return undefined
  const after = isBelow ? bitsBelow(lines, below.end + 1) : below
  const bits = [...above.bits, bitIn(lines[at]?.text ?? '', true) ?? {}, ...below.bits, ...(isBelow ? after.bits : [])]
  const day = bits.map((bit) => bit.day).find((found) => found !== undefined)
  const line = lines[at]
  return {
    headline,
    subtitles: isBelow ? [] : lines.slice(top + 1, above.end).filter(({ text }) => !isFurniture(text)),
    sections: sectionsOf(lines, isBelow ? above.end : top, bits),
    byline: bylineOf(bits),
    published: day && line ? { day, line } : null,
    updated: bits.map((bit) => bit.updated).find(Boolean) ?? null,
    portrait: above.bits.map((bit) => bit.picture).find(Boolean) ?? null,
    hasReadingTime: bits.some((bit) => bit.isReadingTime),
    bodyAt: isBelow ? after.end : below.end,
  }
}

/**
 * The line of the headline above a given line. Where several whole lines stand there, the first is the headline and
 * the others are standfirst and caption.
 */
function headlineAbove(lines: readonly PageLine[], end: number): number {
  let top = end - 1
  for (let at = top - 1; at >= 0 && end - at < 6 && isWholeLine(lines[top]); at -= 1) {
    if (isWholeLine(lines[at])) top = at
    else if (!isFurniture(lines[at]?.text ?? '')) break
  }
  return top
}

const isWholeLine = (line: PageLine | undefined): boolean =>
  line !== undefined &&
  countWords(line.text) >= 6 &&
  sectionLine(line.text) === undefined &&
  !isMenuWord(line.text) &&
  !/https?:|^@|,.+,.+,|^(?:link|lien)\b/i.test(line.text)

/** "By …" says for certain who wrote it; a name above the day is taken otherwise. */
function bylineOf(bits: readonly HeaderBit[]): string | null {
  const names = bits.flatMap(({ byline }) => byline ?? [])
  return names.findLast(({ isCertain }) => isCertain)?.name ?? names[0]?.name ?? null
}

function sectionsOf(lines: readonly PageLine[], end: number, bits: readonly HeaderBit[]): IncomingSection[] {
  const between = bits.flatMap((bit) => bit.sections?.sections ?? [])
  const over = sectionsAbove(lines, end)
  return over.length > 0 ? over : between
}

/** The day that the most of the page's paragraphs follow; the first of several that are near. */
function dayLine(lines: readonly PageLine[]): number | undefined {
  const days = lines.flatMap(({ text }, index) => (bitIn(text, true)?.day ? [index] : []))
  const words = days.map((at, index) => paragraphWords(lines.slice(at + 1, days[index + 1] ?? lines.length)))
  const most = Math.max(0, ...words)
  return most === 0 ? undefined : days[words.findIndex((count) => count >= most / 5)]
}

function paragraphWords(lines: readonly PageLine[]): number {
  const end = lines.findIndex(({ text }) => isEnding(text))
  const body = end === -1 ? lines : lines.slice(0, end)
  return body.reduce((sum, { text }) => sum + (isParagraph(text) ? countWords(text) : 0), 0)
}

/** From the day upwards: portrait, byline, sections, until the headline. */
function bitsAbove(lines: readonly PageLine[], at: number): { bits: HeaderBit[]; end: number } {
  const bits: HeaderBit[] = []
  let end = at
  let hasByline = false
  for (; end > 0; end -= 1) {
    const text = lines[end - 1]?.text ?? ''
    const bit = bitIn(text, false) ?? nameBit(text, hasByline, lines[end - 2])
    if (!bit && !isFurniture(text)) break
    if (bit?.byline !== undefined) hasByline = true
    bits.unshift(bit ?? {})
  }
  return { bits, end }
}

/** A name stands above the day only if the headline can stand above it. */
function nameBit(text: string, hasByline: boolean, above: PageLine | undefined): HeaderBit | undefined {
  if (hasByline || !isNameLike(text.replace(/\s*\|$/, '')) || above === undefined) return undefined
  return { byline: { name: text.replace(/\s*\|$/, ''), isCertain: false } }
}

/** From the day downwards: reading time, a later day, a byline, until the body. */
function bitsBelow(lines: readonly PageLine[], from: number): { bits: HeaderBit[]; end: number } {
  const bits: HeaderBit[] = []
  let end = from
  for (; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? ''
    const bit = isParagraph(text) ? undefined : bitIn(text, true)
    if (bit === undefined && !isFurniture(text) && !/^(?:\(?\d+ .{1,12}\)?)$/i.test(text)) break
    if (bit?.picture !== undefined || (bit?.sections !== undefined && !/^from the section /i.test(text))) break
    bits.push(bit ?? {})
  }
  return { bits, end }
}

/** Header lines are short; a paragraph need not be looked through. */
const LONGEST_BIT = 200

/** Reads what a header line says; undefined when it says none of these things. */
function bitIn(text: string, isBelow: boolean): HeaderBit | undefined {
  if (isPictureName(text)) return { picture: text }
  if (text.length > LONGEST_BIT) return undefined
  const section = /^from the section\s+(.{2,40})$/i.exec(text)?.[1]
  if (section !== undefined) return { sections: { sections: [toSection(section)], isCertain: true, isMarked: true } }
  const parts = headerParts(text)
  const bits = parts.map((part) => smallBit(part))
  if (bits.length > 0 && bits.every((bit) => bit !== undefined)) return Object.assign({}, ...bits) as HeaderBit
  if (parts.length > 1 && bits.some((bit) => bit?.day)) return withName(parts, bits)
  const sections = isBelow ? undefined : sectionLine(text)
  return sections?.isCertain ? { sections } : undefined
}

const BETWEEN = /\s+[|·•–—]\s+|\s*[|·•]\s*/
/** "…, updated …" begins a part of its own, with or without a sign before it. */
const BEFORE_UPDATE =
  /(?<!\b(?:last|dernière|zuletzt|última))[\s,]+(?=(?:(?:last )?updated|(?:dernière )?mis?e? à jour|modifié|(?:zuletzt )?aktualisiert|actualizado|atualizado|aggiornato)(?!\p{L}))/iu

/** The parts of a line of a header: "By Awa Diallo, 29 July 2024" has two. */
function headerParts(text: string): string[] {
  const parts = text.split(BETWEEN).flatMap((part) => part.split(BEFORE_UPDATE))
  return parts.flatMap(nameAndDay).filter(Boolean)
}

function nameAndDay(part: string): string[] {
  if (!part.includes(',') || readDay(withoutPublished(part))) return [part]
  const comma = [...part.matchAll(/,\s+|\s+(?=(?:published|publié)(?!\p{L}))/giu)].find(({ index, 0: sign }) =>
    readDay(withoutPublished(part.slice(index + sign.length))),
  )
  return comma ? [part.slice(0, comma.index), part.slice(comma.index + comma[0].length)] : [part]
}

const withoutPublished = (text: string): string =>
  text.replace(
    /^(?:published|posted|publiée?|veröffentlicht|erschienen|publicad[oa]|pubblicato)(?: on| le| am| el| em| il)?\s*:?\s*/i,
    '',
  )

/** "Ayize claire | Jul 29, 2024 | 3 min read". */
function withName(parts: readonly string[], bits: readonly (HeaderBit | undefined)[]): HeaderBit | undefined {
  const unread = parts.filter((_part, index) => bits[index] === undefined)
  const [name] = unread
  if (unread.length !== 1 || name === undefined || !isNameLike(name)) return undefined
  return Object.assign({ byline: { name, isCertain: false } }, ...bits) as HeaderBit
}

/** What a builder writes for readers who do not see the author's portrait. */
const PORTRAIT =
  /^(?:photo (?:du rédacteur|de l['’]auteur)|autorenbild|foto del (?:escritor|autor)|foto do (?:escritor|autor)|immagine del redattore|(?:writer|author)(?:['’]s)? (?:photo|picture|image))\s*:\s*(\p{L}.{1,60})$/iu

function smallBit(text: string): HeaderBit | undefined {
  if (isReadingTime(text)) return { isReadingTime: true }
  const updated = updatedDay(text, null)?.day
  if (updated) return { updated }
  const day = readDay(withoutPublished(text))
  if (day) return { day }
  if (isFurniture(text)) return {}
  const name = PORTRAIT.exec(text)?.[1] ?? namesAfterBy(text)
  return name === undefined ? undefined : { byline: { name, isCertain: true } }
}

/** A line that menus and lists of sections are made of: few words, or standing on the page more than once. */
function isWeak(line: PageLine, lines: readonly PageLine[]): boolean {
  const words = countWords(line.text)
  const isRepeated = lines.some((other) => other !== line && other.text === line.text)
  return words <= 1 || (words <= 3 && (isRepeated || !/\p{Extended_Pictographic}|[?!:…]/u.test(line.text)))
}

/** May this line below the day be the headline? Not a sentence, and something follows it. */
function isHeadline({ text }: PageLine, next: PageLine | undefined): boolean {
  const words = countWords(text)
  return (
    words >= 3 &&
    words <= 30 &&
    text.length <= 200 &&
    !/[.,;:]$/.test(text) &&
    !(endsSentence(text) && words > 20) &&
    next !== undefined
  )
}

/**
 * The headline of a page without a day: the nearest line above its first paragraphs that can be one, else the first
 * line. Undefined when the page has no paragraphs.
 */
export function guessHeader(lines: readonly PageLine[]): PageHeader | undefined {
  const first = lines.findIndex(
    ({ text }, index) =>
      isParagraph(text) && lines.slice(index, index + 6).filter((line) => isParagraph(line.text)).length >= 2,
  )
  const start = first === -1 ? lines.findIndex(({ text }) => isParagraph(text)) : first
  if (start <= 0) return undefined
  const near = lines.slice(Math.max(0, start - 8), start)
  const found = near.findLastIndex(
    (line, index) => !isWeak(line, lines) && isHeadline(line, lines[start]) && !namesAfterBy(line.text) && index >= 0,
  )
  const at = found === -1 ? start - 1 : start - near.length + found
  const headline = lines[at]
  if (!headline) return undefined
  const { bits, end } = bitsBelow(lines, at + 1)
  return {
    headline,
    subtitles: [],
    sections: sectionsAbove(lines, at),
    byline: bylineOf(bits),
    published: null,
    updated: null,
    portrait: null,
    hasReadingTime: bits.some((bit) => bit.isReadingTime),
    bodyAt: end,
  }
}
