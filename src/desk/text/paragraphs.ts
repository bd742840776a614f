import { endsInAbbreviation } from './abbreviations.ts'
import type { Span } from './token.ts'

/** Lines that somebody wrapped are no longer than this. */
const WRAPPED_AT = 90

/** A line that is wrapped goes on in the next; as a sentence's end counts what ends one, and a colon. */
const FINISHED = /[.!?…:;»”"')\]]\s*$/u

/**
 * The paragraphs of a plain text, as stretches of it.
 *
 * An empty line ends a paragraph. So does a line's end, unless the text is wrapped (short lines, paragraphs between empty
 * lines) or the line stops in the middle of a sentence: "Maj.-Gen." at the end of one, "Farouk Yahaya" in the next.
 */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = []
  for (const block of stretchesBetween(text, /\n[^\S\n]*\n\s*/g)) {
    const lines = [...stretchesBetween(text.slice(block.start, block.end), /\n/g)].map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
    }))
    const isWrapped = lines.length > 1 && lines.slice(0, -1).every(({ start, end }) => end - start <= WRAPPED_AT)
    for (const line of isWrapped ? [block] : lines) {
      const before = found.at(-1)
      const goesOn =
        before !== undefined &&
        before.start >= block.start &&
        isUnfinished(text.slice(before.start, before.end), text.slice(line.start, line.end))
      if (goesOn) found[found.length - 1] = { start: before.start, end: line.end }
      else found.push(line)
    }
  }
  return found.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

const isUnfinished = (line: string, next: string): boolean => {
  const end = line.slice(-40).trimEnd()
  if (end.endsWith('.')) return endsInAbbreviation(end, ` ${next}`, 'en') || endsInAbbreviation(end, ` ${next}`, 'fr')
  return !FINISHED.test(end) && /^\s*\p{Ll}/u.test(next)
}

function* stretchesBetween(text: string, gap: RegExp): Generator<Span> {
  let start = 0
  for (const { index, 0: found } of text.matchAll(gap)) {
    if (index > start) yield { start, end: index }
    start = index + found.length
  }
  if (start < text.length) yield { start, end: text.length }
}
