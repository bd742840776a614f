import type { Instant } from '../time.ts'
import type { StoryDocument } from './document.ts'

/**
 * A story as readers had it from one publication to the next. Versions are public: who reads a changed story can see
 * what changed, unless the text before was withheld because it could harm somebody.
 */
export interface PublicVersion {
  /** From 1, in the order of publication. */
  readonly version: number
  readonly at: Instant
  /** What the editor said of the change; null where nobody said anything. */
  readonly change: string | null
  /** The text; null once it was withheld, and then `withheld` says why. */
  readonly text: VersionText | null
  readonly withheld: string | null
}

export interface VersionText {
  readonly kicker: string | null
  readonly headline: string
  readonly standfirst: string
  readonly body: StoryDocument
}
