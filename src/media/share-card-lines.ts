/** How wide a text is in the type that is meant, in pixels. */
export type Measure = (text: string) => number

/** A headline set in lines. */
export interface SetHeadline {
  readonly lines: readonly string[]
  /** Of the type, in pixels. */
  readonly size: number
}

export interface HeadlineBox {
  readonly width: number
  readonly height: number
  /** The line height as a multiple of the size. */
  readonly leading: number
  /** How wide a text is at a size. */
  readonly measure: (text: string, size: number) => number
}

const LARGEST = 104
const SMALLEST = 44
const STEP = 4
const MAX_LINES = 5

/**
 * Sets a headline as large as it fits, in at most five lines of about the same length. One that does not fit at the
 * smallest size ends with an ellipsis after a whole word.
 */
export function setHeadline(headline: string, { width, height, leading, measure }: HeadlineBox): SetHeadline {
  const words = wordsOf(headline)
  for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
    const lines = balanced(words, width, (text) => measure(text, size))
    const isWhole = words.every((word) => measure(word, size) <= width)
    if (isWhole && lines.length <= MAX_LINES && lines.length * size * leading <= height) return { lines, size }
  }
  const ofSmallest: Measure = (text) => measure(text, SMALLEST)
  const lines = Math.max(1, Math.min(MAX_LINES, Math.floor(height / (SMALLEST * leading))))
  const pieces = words.flatMap((word) => piecesOf(word, width, ofSmallest))
  return { lines: cutToLines(pieces, { width, lines, measure: ofSmallest }), size: SMALLEST }
}

/** Words as they may stand apart: a no-break space keeps two together. */
const wordsOf = (text: string): string[] => text.split(/[ \t\r\n]+/).filter((word) => word !== '')

/** Lines filled one after the other. */
function filled(words: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** As many lines as filling them takes, but none much shorter than the others: the narrowest that need no more. */
function balanced(words: readonly string[], width: number, measure: Measure): string[] {
  const most = filled(words, width, measure)
  let [narrow, wide] = [width / 3, width]
  while (wide - narrow > 4) {
    const between = (narrow + wide) / 2
    const lines = filled(words, between, measure)
    if (lines.length <= most.length && lines.every((line) => measure(line) <= between)) wide = between
    else narrow = between
  }
  return filled(words, wide, measure)
}

/** A word that is wider than the whole card, in pieces that are not: an address, a word of a script without spaces. */
function piecesOf(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const pieces = ['']
  for (const { segment } of LETTERS.segment(word)) {
    const last = pieces.at(-1) ?? ''
    if (measure(last + segment) <= width) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })

function cutToLines(
  words: readonly string[],
  { width, lines: most, measure }: { width: number; lines: number; measure: Measure },
): string[] {
  for (let kept = words.length; kept > 0; kept -= 1) {
    const some = words
      .slice(0, kept)
      .map((word, index) => (index === kept - 1 ? ended(word, kept < words.length) : word))
    const lines = filled(some, width, measure)
    if (lines.length <= most && lines.every((line) => measure(line) <= width)) return lines
  }
  return []
}

/** The last word that is left, without what leads on to the next one. */
const ended = (word: string, isCut: boolean): string => (isCut ? `${word.replace(/[\s,;:–—-]+$/u, '')}…` : word)
