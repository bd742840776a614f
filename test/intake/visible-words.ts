import { Parser } from 'htmlparser2'
import type { Block, Inline, StoryDocument } from '../../src/story/document.ts'
import type { StoryProblem } from '../../src/intake/incoming.ts'

/** What stands in these is no text to a reader of the page. */
const UNSEEN = new Set(
  'script style template noscript noframes noembed head title iframe video audio object canvas datalist rp'.split(' '),
)

/** Raised and lowered figures are words of their own, as is a footnote's number; signs that nobody sees are none. */
function wordsOf(text: string): string[] {
  const seen = text.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
  const parted = seen.replace(/[\u2070\u00B9\u00B2\u00B3\u2074-\u2079\u2080-\u2089]+/g, ' $& ')
  return (
    parted
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

const WITHIN_A_WORD = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark noscript s small span strong sub sup u wbr x-tag'.split(
    ' ',
  ),
)

/** The words that a reader of the page sees, taken from the HTML by nothing but a parser. */
export function visibleWords(html: string): string[] {
  let text = ''
  let unseen = 0
  let raised = 0
  /** Which of the open elements stand apart from the words around them. */
  const open: boolean[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen += 1
      const isHidden = 'hidden' in attributes || /display: ?none/.test(attributes['style'] ?? '')
      // A caption is no part of a word, whatever element it is.
      const isCaption = /\bwp-caption-text\b/.test(attributes['class'] ?? '')
      const isApart = isHidden || isCaption || !WITHIN_A_WORD.has(name)
      open.push(isApart)
      if (isApart) text += ' '
      if (name === 'sup' || name === 'sub') raised = text.length
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen -= 1
      const isFigure = (name === 'sup' || name === 'sub') && /^\W*\d+\W*$/.test(text.slice(raised))
      if (isFigure) text = `${text.slice(0, raised)} ${text.slice(raised)} `
      if (open.pop()) text += ' '
    },
    ontext(piece) {
      if (unseen === 0) text += piece
    },
  })
  parser.end(html)
  return wordsOf(text)
}

/** A reference to a footnote shows its number. */
const run = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'hardBreak' ? ' ' : ` ${inline.attrs.id.replace(/\D+/g, '')} `
    })
    .join('')

/** The words of a document, block by block, in the order in which they are read. */
export const documentWords = ({ content }: StoryDocument): string[] => wordsOf(content.map(blockText).join(' '))

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'footnote':
      return run(block.content)
    case 'pullQuote':
      return `${run(block.content)} ${block.attrs.attribution ?? ''}`
    case 'list':
      return block.content.flatMap((item) => item.content.map(blockText)).join(' ')
    case 'blockquote':
      return `${block.content.map(blockText).join(' ')} ${block.attrs.attribution ?? ''}`
    case 'aside':
      return `${block.attrs.title ?? ''} ${block.content.map(blockText).join(' ')}`
    case 'figure':
      return `${run(block.content)} ${block.attrs.credit ?? ''}`
    case 'table':
      return `${block.attrs.caption ?? ''} ${block.content.flatMap((row) => row.content.map((cell) => run(cell.content))).join(' ')}`
    case 'embed':
      return `${block.attrs.title} ${block.attrs.url}`
    case 'ledger':
    case 'timeline':
    case 'eventMap':
    case 'rule':
      return ''
  }
}

/**
 * The runs of words that a source has and its document has not, and that no problem names. A caption, a note or a table
 * in a table may have moved: its words are there, at another place.
 */
export function lostRuns(
  source: readonly string[],
  document: readonly string[],
  problems: readonly StoryProblem[],
): string[] {
  const told = problems.map(({ what }) => wordsOf(what))
  const named = new Set(told.flat())
  // A problem may set apart what stood close together, and the other way about.
  const squeezed = told.map((words) => words.join('')).join(' ')
  // A problem names a long run by its beginning, with dots.
  const beginnings = problems.flatMap(({ what }) => {
    const quoted = /“([^”]*)…”/.exec(what)?.[1]
    return quoted === undefined ? [] : [wordsOf(quoted).slice(0, 8).join('')]
  })
  const joined = document.join('')
  const lacking = counted(source)
  for (const [word, count] of counted(document)) lacking.set(word, (lacking.get(word) ?? 0) - count)
  return difference(source, document)
    .missing.filter((words) => {
      const lost = words.filter((word) => (lacking.get(word) ?? 0) > 0 && !named.has(word) && !squeezed.includes(word))
      if (lost.length === 0 || joined.includes(lost.join(''))) return false
      return !beginnings.some((beginning) => words.join('').includes(beginning))
    })
    .map((words) => words.join(' '))
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The runs of words that one has and the other has not, by the shortest way from one to the other (Myers, 1986). */
function difference(a: readonly string[], b: readonly string[]): { missing: string[][]; extra: string[][] } {
  const missing: string[][] = []
  const extra: string[][] = []
  let from = { x: 0, y: 0 }
  for (const { x, y, length } of [...commonRuns(a, b), { x: a.length, y: b.length, length: 0 }]) {
    if (x > from.x) missing.push(a.slice(from.x, x))
    if (y > from.y) extra.push(b.slice(from.y, y))
    from = { x: x + length, y: y + length }
  }
  return { missing, extra }
}

interface Run {
  readonly x: number
  readonly y: number
  readonly length: number
}

function commonRuns(a: readonly string[], b: readonly string[]): Run[] {
  const trace: Map<number, number>[] = []
  let front = new Map([[1, 0]])
  for (let d = 0; d <= a.length + b.length; d += 1) {
    trace.push(new Map(front))
    const next = new Map(front)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (front.get(k - 1) ?? -1) < (front.get(k + 1) ?? -1))
      let x = down ? (front.get(k + 1) ?? 0) : (front.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return runsBack(trace, a.length, b.length)
    }
    front = next
  }
  return []
}

function runsBack(trace: readonly Map<number, number>[], width: number, height: number): Run[] {
  const runs: Run[] = []
  let x = width
  let y = height
  for (let d = trace.length - 1; d >= 0 && (x > 0 || y > 0); d -= 1) {
    const front = trace[d] ?? new Map<number, number>()
    const k = x - y
    const down = k === -d || (k !== d && (front.get(k - 1) ?? -1) < (front.get(k + 1) ?? -1))
    const before = down ? k + 1 : k - 1
    const startX = d === 0 ? 0 : (front.get(before) ?? 0)
    const startY = d === 0 ? 0 : startX - before
    const afterX = d === 0 ? 0 : down ? startX : startX + 1
    const afterY = d === 0 ? 0 : down ? startY + 1 : startY
    if (x > afterX) runs.unshift({ x: afterX, y: afterY, length: x - afterX })
    x = startX
    y = startY
  }
  return runs
}
