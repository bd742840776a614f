import type { StoryDocument } from './document.ts'
import { mapMargin } from './map-margin.ts'
import type { Margin } from './margin.ts'

/** A body with what stands beside it. */
export interface WithMargin {
  readonly body: StoryDocument
  readonly margin: Margin
}

/**
 * Merges what stands beside a text that was merged: everything that either added, without what either removed, each at its
 * words in the merged body.
 */
export function mergeMargin(
  { base, mine, theirs }: { base: Margin; mine: WithMargin; theirs: WithMargin },
  merged: StoryDocument,
): Margin {
  const ours = mapMargin(mine.margin, mine.body, merged)
  const others = mapMargin(theirs.margin, theirs.body, merged)
  return {
    comments: together(base.comments, ours.comments, others.comments),
    suggestions: together(base.suggestions, ours.suggestions, others.suggestions),
  }
}

function together<Thing extends { readonly id: string }>(
  base: readonly Thing[],
  mine: readonly Thing[],
  theirs: readonly Thing[],
): Thing[] {
  const has = (things: readonly Thing[], { id }: Thing) => things.some((one) => one.id === id)
  const stayed = theirs.filter((one) => has(mine, one) || !has(base, one))
  return [...stayed, ...mine.filter((one) => !has(base, one) && !has(stayed, one))]
}
