import { isEnding, isFurniture, isMenuWord, isReadingTime, tagsAfter } from './page-furniture.ts'
import { countWords, isParagraph, isPictureName, type PageLine } from './page-lines.ts'
import { sectionLine } from './page-sections.ts'
import { readDay } from '../written-day.ts'

/** Where the story ends, and its tags. */
export interface PageEnding {
  /** The lines of the story, without what the page says after it. */
  readonly lines: readonly PageLine[]
  readonly keywords: readonly string[]
}

/** What tells the story from its page. */
export interface PageKind {
  /** A page of a kind we do not know: a long run of short lines, or the byline again, ends the story too. */
  readonly isForeign: boolean
  readonly byline: string | null
  /** The lines above the headline: a menu that comes again at the foot. */
  readonly menu: ReadonlySet<string>
}

/** Cuts off what follows the story: tags (kept as keywords), the shelf of other stories, comments, the page's foot. */
export function cutEnding(body: readonly PageLine[], { isForeign, byline, menu }: PageKind): PageEnding {
  const tagsAt = body.findIndex(({ text }) => tagsAfter(text) !== undefined)
  const endAt = body.findIndex(({ text }, index) => index > 0 && isEnding(text))
  const signedAt = isForeign ? body.findIndex(({ text }, index) => index > 2 && text === byline) : -1
  const stops = [tagsAt, endAt, signedAt].filter((at) => at !== -1)
  const kept = body.slice(0, stops.length > 0 ? Math.min(...stops) : body.length)
  const keywords = tagsAt === -1 ? [] : tagsIn(body.slice(tagsAt))
  const story = isForeign || stops.length === 0 ? cutAtGap(kept, isForeign ? 9 : 14) : kept
  return withoutHashtags({ lines: withoutTeasers(withoutFoot(story, menu)), keywords })
}

const HASHTAGS = /^(?:#[\p{L}\p{N}_-]+\s*)+$/u

/** Lines of nothing but "#Mali #War" at the end are its tags. */
function withoutHashtags({ lines, keywords }: PageEnding): PageEnding {
  const last = lines.findLastIndex(({ text }) => !HASHTAGS.test(text) && !isFurniture(text))
  const tags = lines.slice(last + 1).flatMap(({ text }) => text.match(/(?<=#)[\p{L}\p{N}_-]+/gu) ?? [])
  return tags.length === 0
    ? { lines, keywords }
    : { lines: lines.slice(0, last + 1), keywords: [...new Set([...keywords, ...tags])].slice(0, MOST_TAGS) }
}

const MOST_TAGS = 30

function tagsIn([first, ...rest]: readonly PageLine[]): string[] {
  const sameLine =
    tagsAfter(first?.text ?? '')
      ?.split(/\s*[,•·|#]\s*/)
      .filter(Boolean) ?? []
  const end = rest.findIndex(
    ({ text }) => isEnding(text) || isFurniture(text) || isParagraph(text) || countWords(text) > 6,
  )
  const own =
    sameLine.length > 0 ? [] : rest.slice(0, end === -1 ? rest.length : end).map(({ text }) => text.replace(/^#/, ''))
  return [...new Set([...sameLine, ...own])].slice(0, MOST_TAGS)
}

/** After the first paragraph, a run of short lines as long as this is the page's, not the story's. */
function cutAtGap(lines: readonly PageLine[], longest: number): readonly PageLine[] {
  const first = lines.findIndex(({ text }) => isParagraph(text))
  let run = 0
  for (let at = Math.max(0, first); at < lines.length; at += 1) {
    const text = lines[at]?.text ?? ''
    if (isFurniture(text)) continue
    run = isParagraph(text) || /^[•‣▪–*-]\s/.test(text) ? 0 : run + 1
    if (run === longest) return lines.slice(0, at - longest + 1)
  }
  return lines
}

const FOOT =
  /^(?:[\w.+-]+@[\w-]+\.[\w.]+|\+?[\d\s().-]{7,}|all rights reserved.*|tous droits réservés.*|privacy policy|terms (?:of use|& conditions|and conditions)|politique de confidentialité|mentions légales|(?:proudly created|powered|created|créé|propulsé) (?:by|with|avec|par) .*)$/i

function withoutFoot(lines: readonly PageLine[], menu: ReadonlySet<string>): readonly PageLine[] {
  const isFoot = (text: string): boolean =>
    FOOT.test(text) ||
    isMenuWord(text) ||
    (menu.has(text) && sectionLine(text)?.isCertain !== true && !isParagraph(text))
  const last = lines.findLastIndex(({ text }) => !isFoot(text))
  return lines.slice(0, last + 1)
}

/**
 * Takes away the other stories at the end: blocks of a title and the sections, day or picture that go with it. On one
 * page the title stands either always above its sections or always below them.
 */
function withoutTeasers(lines: readonly PageLine[]): readonly PageLine[] {
  const start = sectionRun(lines, lines.length) === undefined ? startBelowSections : startAboveSections
  let end = lines.length
  for (;;) {
    const at = start(lines, end)
    if (at === undefined || at <= 0) return lines.slice(0, end)
    end = at
  }
}

/** A title, then its sections; a finished paragraph is no title and stays. */
function startAboveSections(lines: readonly PageLine[], end: number): number | undefined {
  const at = sectionRun(lines, end)
  const title = at === undefined ? undefined : lines[at - 1]?.text
  if (at === undefined || title === undefined) return undefined
  return isParagraph(title) && /\.["”»’)]*$/.test(title) ? at : withPicture(lines, at - 1)
}

/** Sections, then a title. */
function startBelowSections(lines: readonly PageLine[], end: number): number | undefined {
  const title = lines[end - 1]
  if (!title || isParagraph(title.text) || countWords(title.text) < 3) return undefined
  const at = sectionRun(lines, end - 1)
  return at === undefined ? undefined : withPicture(lines, at)
}

const withPicture = (lines: readonly PageLine[], start: number): number =>
  isPictureName(lines[start - 1]?.text ?? '') ? start - 1 : start

/** Where the run of section lines that ends here begins; undefined when none of them is certain. */
function sectionRun(lines: readonly PageLine[], end: number): number | undefined {
  let at = end
  let isCertain = false
  while (at > 0 && end - at < 5) {
    const text = lines[at - 1]?.text ?? ''
    const found = sectionLine(text)
    const isAside = isReadingTime(text) || readDay(text) !== undefined || isPictureName(text)
    const isLastLabel = found !== undefined && at === end && countWords(text) <= 2
    if (!isAside && !found?.isCertain && !isLastLabel) break
    isCertain ||= found?.isCertain === true
    at -= 1
  }
  return isCertain ? at : undefined
}
