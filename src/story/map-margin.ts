import type { StoryDocument } from './document.ts'
import type { Margin } from './margin.ts'
import { commonPairs } from './word-diff-common.ts'

/** A word or another smallest piece of a body, and where it begins, as ProseMirror counts. */
interface Piece {
  readonly key: string
  readonly from: number
  readonly to: number
}

interface Node {
  readonly type: string
  readonly text?: string
  readonly content?: readonly Node[]
}

/** Nodes that hold nothing take one place; every other takes one to open and one to close. */
const LEAVES: ReadonlySet<string> = new Set(['hardBreak', 'footnoteReference', 'embed', 'rule', 'ledger', 'timeline'])

/** Where everything in a margin hangs after its text has become another: at the same words, as far as they are there. */
export function mapMargin(margin: Margin, before: StoryDocument, after: StoryDocument): Margin {
  if (before === after || (margin.comments.length === 0 && margin.suggestions.length === 0)) return margin
  const place = placesFrom(before, after)
  const moved = <Anchor extends { readonly from: number; readonly to: number }>(anchor: Anchor): Anchor => {
    const from = place(anchor.from, 'start')
    return { ...anchor, from, to: Math.max(from, place(anchor.to, 'end')) }
  }
  return { comments: margin.comments.map(moved), suggestions: margin.suggestions.map(moved) }
}

/** A function from places in one body to places in another. */
function placesFrom(before: StoryDocument, after: StoryDocument): (at: number, side: 'start' | 'end') => number {
  const left = piecesOf(before)
  const right = piecesOf(after)
  const partners = new Map(
    commonPairs(
      left.map(({ key }) => key),
      right.map(({ key }) => key),
    ),
  )
  const end = right.at(-1)?.to ?? 0
  return (at, side) => {
    // What begins hangs on the word that follows, what ends on the word that went before.
    const index =
      side === 'start' ? left.findIndex((piece) => piece.to > at) : left.findLastIndex((one) => one.from < at)
    const piece = left[index]
    if (!piece) return side === 'start' ? end : 0
    const partner = right[partners.get(index) ?? -1]
    if (partner) return Math.min(partner.to, Math.max(partner.from, partner.from + at - piece.from))
    return nearest(index, side, { left, right, partners, end })
  }
}

/** The word is gone: the place is beside the nearest one that stayed. */
function nearest(
  index: number,
  side: 'start' | 'end',
  { left, right, partners, end }: { left: Piece[]; right: Piece[]; partners: Map<number, number>; end: number },
): number {
  const step = side === 'start' ? 1 : -1
  for (let at = index + step; at >= 0 && at < left.length; at += step) {
    const partner = right[partners.get(at) ?? -1]
    if (partner) return side === 'start' ? partner.from : partner.to
  }
  return side === 'start' ? end : 0
}

/** Every word and every opening of a block, in order. */
function piecesOf(document: StoryDocument): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const walk = (node: Node): void => {
    if (node.text !== undefined) {
      for (const word of node.text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []) {
        pieces.push({ key: word, from: at, to: at + word.length })
        at += word.length
      }
    } else if (LEAVES.has(node.type)) {
      pieces.push({ key: `<${node.type}>`, from: at, to: at + 1 })
      at += 1
    } else {
      pieces.push({ key: `<${node.type}`, from: at, to: at + 1 })
      at += 1
      for (const child of node.content ?? []) walk(child)
      at += 1
    }
  }
  for (const block of document.content) walk(block)
  return pieces
}
