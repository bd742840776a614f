import type { IncomingSection } from '../incoming.ts'
import { isFurniture, isMenuWord, isReadingTime } from './page-furniture.ts'
import { countWords, isPictureName, type PageLine } from './page-lines.ts'
import { toSection } from '../section-kind.ts'
import { readDay } from '../written-day.ts'

const LEADING = /^[|/›>»]\s*/
const BETWEEN = /\s*[|›»•·]\s*|\s+[/>]\s+/

/** A line that may name sections: "Africa", "| War & Conflicts", "Rwanda / War in DRC". */
export interface SectionLine {
  readonly sections: readonly IncomingSection[]
  /** Certain by its own form: a separator, a place or a series. */
  readonly isCertain: boolean
  /** It has a separator before or between its names. */
  readonly isMarked: boolean
}

/** Reads a line as the names of sections; undefined when it cannot be one. */
export function sectionLine(text: string): SectionLine | undefined {
  const labels = text.replace(LEADING, '').split(BETWEEN).filter(Boolean)
  if (labels.length === 0 || labels.length > 6 || !labels.every(mayBeLabel)) return undefined
  if (isFurniture(text) || isPictureName(text) || isReadingTime(text) || readDay(text)) return undefined
  const sections = labels.map(toSection)
  const isMarked = LEADING.test(text) || labels.length > 1
  return { sections, isMarked, isCertain: isMarked || sections.some(({ kind }) => kind !== 'subject') }
}

const mayBeLabel = (label: string): boolean =>
  label.length <= 45 &&
  countWords(label) >= 1 &&
  countWords(label) <= 6 &&
  !/[.!?…:,;]$/.test(label) &&
  /^[\p{L}\p{N}]/u.test(label) &&
  !/\b(?:min read|min\.? de lecture)\b/i.test(label)

/** More lines than this are a menu. */
const LONGEST_PATH = 5

/**
 * The section path in the lines that end just above the headline, in reading order.
 *
 * A site's menu looks the same: it is told by its words (Home, Contact, All Posts), by standing on the page twice, and
 * by its length. Lines without a separator, a place or a series among them are a menu too.
 */
export function sectionsAbove(lines: readonly PageLine[], end: number): IncomingSection[] {
  const run: SectionLine[] = []
  let at = end - 1
  for (; at >= 0; at -= 1) {
    const text = lines[at]?.text ?? ''
    const found = isMenuWord(text) ? undefined : sectionLine(text)
    if (!found || isRepeatedAbove(lines, at, end)) break
    run.unshift(found)
  }
  const above = lines[at]?.text ?? ''
  const path = run.length > LONGEST_PATH ? markedTail(run) : run
  const isPath =
    path.some(({ isCertain }) => isCertain) && !(ALL_POSTS.test(above) && !path.some(({ isMarked }) => isMarked))
  return isPath ? distinct(path.flatMap(({ sections }) => sections)) : []
}

const ALL_POSTS = /^(?:all (?:posts|news|stories|articles)|tous les (?:posts|articles)|toutes les actualités)$/i

const isRepeatedAbove = (lines: readonly PageLine[], at: number, end: number): boolean =>
  lines.slice(0, end).filter(({ text }, index) => index !== at && text === lines[at]?.text).length > 0 &&
  sectionLine(lines[at]?.text ?? '')?.isMarked !== true &&
  end - at > 3

/** At the end of a menu, the path begins with the last line before its first separator. */
function markedTail(run: readonly SectionLine[]): SectionLine[] {
  const first = run.findLastIndex((line, index) => line.isMarked && run[index - 1]?.isMarked !== true)
  if (first === -1) return []
  return run.slice(Math.max(0, first - (run[first]?.sections.length === 1 ? 1 : 0)))
}

const distinct = (sections: readonly IncomingSection[]): IncomingSection[] =>
  sections.filter(({ label }, index) => sections.findIndex((other) => other.label === label) === index)
