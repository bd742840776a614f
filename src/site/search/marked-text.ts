import { searchRuns, stemLanguage } from '../../record/search-tokens.ts'
import type { Language } from '../../story/story.ts'

/** A piece of text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string
  readonly isMarked: boolean
}

/** The tokens that were looked for: in a text, every word with one of them is marked as it stands there. */
export type Sought = ReadonlySet<string>

interface Span {
  readonly start: number
  readonly end: number
  readonly token: string
}

/** A whole text with the words marked that were looked for. */
export const marked = (text: string, language: Language, sought: Sought): MarkedPiece[] =>
  piecesOf(text, spansIn(text, language, sought))

function spansIn(text: string, language: Language, sought: Sought): Span[] {
  const spans: Span[] = []
  for (const { start, end, parts, joined } of searchRuns(text, stemLanguage(language))) {
    if (joined !== null && sought.has(joined)) spans.push({ start, end, token: joined })
    else spans.push(...parts.filter(({ token, isStop }) => !isStop && sought.has(token)))
  }
  return spans
}

/** Words next to each other are one mark. */
function piecesOf(text: string, spans: readonly Span[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { start, end } of joinedSpans(text, spans)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}

function joinedSpans(text: string, spans: readonly Span[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = joined.at(-1)
    if (last && /^[\s\u2010\u2011-]{0,2}$/u.test(text.slice(last.end, start))) last.end = end
    else joined.push({ start, end })
  }
  return joined
}

/** How much of a text a snippet shows, in characters. */
const LENGTH = 220
/** How far before the first word it may begin. */
const RUN_UP = 70
/** Longer texts are not searched through for a place to show: their beginning tells enough. */
const LOOKED_THROUGH = 20_000

/**
 * The place in a text where most of the words stand together, with some of what is around it; undefined where none of
 * them stands.
 */
export function snippet(text: string, language: Language, sought: Sought): MarkedPiece[] | undefined {
  const line = text.slice(0, LOOKED_THROUGH).replaceAll(/\s+/g, ' ')
  const spans = spansIn(line, language, sought)
  const best = densest(spans)
  if (!best) return undefined
  const start = beginning(line, best.start)
  const end = ending(line, Math.max(start + LENGTH, best.end))
  const within = spans.filter((span) => span.start >= start && span.end <= end)
  const pieces = piecesOf(
    line.slice(start, end),
    within.map((span) => ({ ...span, start: span.start - start, end: span.end - start })),
  )
  const before = start > 0 ? [{ text: '… ', isMarked: false }] : []
  const after = end < line.length ? [{ text: ' …', isMarked: false }] : []
  return [...before, ...pieces, ...after]
}

/** The first of the places that say the most different words within a snippet's length. */
function densest(spans: readonly Span[]): Span | undefined {
  let best: Span | undefined
  let most = 0
  for (const [index, span] of spans.entries()) {
    const tokens = new Set<string>()
    for (let next = index; next < spans.length; next += 1) {
      const other = spans[next]
      if (!other || other.end > span.start + LENGTH - RUN_UP) break
      tokens.add(other.token)
    }
    if (tokens.size > most) {
      best = span
      most = tokens.size
    }
  }
  return best
}

/** Where the sentence begins, if that is near; else at a word. */
function beginning(line: string, from: number): number {
  const before = line.slice(Math.max(0, from - RUN_UP), from)
  if (from <= RUN_UP) return 0
  const sentence = before.search(/(?<=[.!?؟…]["”»]? )\S(?!.*[.!?؟…]["”»]? \S)/u)
  if (sentence !== -1) return from - before.length + sentence
  const space = before.indexOf(' ')
  return space === -1 ? from : from - before.length + space + 1
}

function ending(line: string, to: number): number {
  if (to >= line.length) return line.length
  const space = line.lastIndexOf(' ', to)
  return space <= to - 40 ? to : space
}
