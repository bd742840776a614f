import type { AccountId, CommentId, SuggestionId } from '../ids.ts'
import type { Instant } from '../time.ts'

/**
 * What stands beside a text while it is worked on: where comments hang, and what somebody proposes to say instead.
 *
 * It is no part of the document, so that nothing of it can ever reach a reader. Places count as ProseMirror does, from the
 * beginning of the body, in the version of the working copy that the margin was saved with.
 */
export interface Margin {
  readonly comments: readonly CommentAnchor[]
  readonly suggestions: readonly Suggestion[]
}

/** The words a comment is about. The thread itself lies with the story. */
export interface CommentAnchor {
  readonly id: CommentId
  readonly from: number
  readonly to: number
}

/** Other words for some words: nothing (a cut), or where `from` equals `to`, words to put in. */
export interface Suggestion {
  readonly id: SuggestionId
  readonly from: number
  readonly to: number
  readonly text: string
  readonly by: AccountId
  readonly at: Instant
}

export const EMPTY_MARGIN: Margin = { comments: [], suggestions: [] }
