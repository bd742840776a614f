import type { Node } from 'prosemirror-model'
import type { deskStoryOf } from '../../desk/story-text.ts'
import type { Span } from '../../desk/text/token.ts'
import type { Range } from '../citing/claim-marks.ts'

/** A text as the desk reads it, with the place of each paragraph in its story. */
export type ReadText = ReturnType<typeof deskStoryOf>

/** Where words that were read stand on the desk: in the body, or in one of the fields above it. */
export interface Place extends Range {
  readonly in: 'body' | 'headline' | 'standfirst'
}

interface Paragraph {
  readonly in: Place['in']
  /** Where it begins in the text that was read, and where in the document, or in its field. */
  readonly begins: number
  readonly start: number
  readonly length: number
}

/**
 * Finds the words that a reading is about.
 *
 * @returns where a span of the text that was read stands; null for one that runs over several paragraphs, or whose
 *   paragraph says something else by now
 */
export function placesIn(doc: Node, { text, places }: ReadText): (span: Span) => Place | null {
  const paragraphs: (Paragraph | null)[] = []
  const beginnings: number[] = []
  const blocks: number[] = []
  doc.forEach((_, offset) => blocks.push(offset))
  let begins = 0
  for (const [index, { text: words }] of text.paragraphs.entries()) {
    const place = places[index]
    const about = { begins, length: words.length }
    if (place === 'headline' || place === 'standfirst') paragraphs.push({ ...about, in: place, start: 0 })
    else {
      const start = place ? startOf(doc, { path: place, blocks, words }) : null
      paragraphs.push(start === null ? null : { ...about, in: 'body', start })
    }
    beginnings.push(begins)
    begins += words.length + 1
  }
  return ({ start, end }) => {
    const paragraph = paragraphs[lastAtOrBefore(beginnings, start)]
    if (!paragraph || start >= end || end > paragraph.begins + paragraph.length) return null
    const moved = paragraph.start - paragraph.begins
    return { in: paragraph.in, from: start + moved, to: end + moved }
  }
}

interface Sought {
  readonly path: readonly number[]
  /** Where the document's own blocks begin: there may be thousands, and each is asked for. */
  readonly blocks: readonly number[]
  readonly words: string
}

/** Where a block's words begin in the document, if it still has these words. */
function startOf(doc: Node, { path, blocks, words }: Sought): number | null {
  const [first = -1, ...rest] = path
  let node = doc.maybeChild(first)
  let position = (blocks[first] ?? 0) + 1
  for (const index of rest) {
    const child = node?.maybeChild(index)
    if (!node || !child) return null
    for (let before = 0; before < index; before += 1) position += node.child(before).nodeSize
    position += 1
    node = child
  }
  return node?.isTextblock && lettersOf(node) === words ? position : null
}

/** A block's words, one sign for each place in it. */
const lettersOf = (block: Node): string =>
  block.textBetween(0, block.content.size, null, ({ type }) => (type.name === 'hardBreak' ? '\n' : ' '))

function lastAtOrBefore(beginnings: readonly number[], place: number): number {
  let [low, high] = [0, beginnings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((beginnings[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
