import type { Mappable } from 'prosemirror-transform'
import type { Margin } from '../../story/margin.ts'

/** What hangs in the margin, moved along with a change of the text. Nothing is dropped: a place may become empty. */
export function carryMargin(margin: Margin, mapping: Mappable): Margin {
  if (margin.comments.length === 0 && margin.suggestions.length === 0) return margin
  const moved = <Anchor extends { readonly from: number; readonly to: number }>(anchor: Anchor): Anchor => {
    const from = mapping.map(anchor.from, 1)
    return { ...anchor, from, to: Math.max(from, mapping.map(anchor.to, -1)) }
  }
  return { comments: margin.comments.map(moved), suggestions: margin.suggestions.map(moved) }
}
