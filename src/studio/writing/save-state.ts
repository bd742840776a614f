import type { MergeConflict } from '../../story/merge-three.ts'
import type { StoryContent } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import type { Theirs } from './sync.ts'

/** What is true of the text on the screen. "Saved" is never said before the server has answered. */
export type SaveState =
  /** `at` is null when it was saved before this page was opened; `mergedWith` names whose changes came in. */
  | { readonly kind: 'saved'; readonly at: Instant | null; readonly mergedWith: string | null }
  /** Changed, and not sent yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'local'; readonly since: Instant; readonly why: 'offline' | 'signed-out' | 'server' }
  /** The server will not have it, in its words. */
  | { readonly kind: 'refused'; readonly since: Instant; readonly problem: string }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }

/** Two texts whose words clash. Each stays as it is until somebody has settled every place. */
export interface Conflict {
  readonly base: StoryContent
  readonly mine: StoryContent
  readonly theirs: Theirs
  readonly places: readonly MergeConflict[]
}
