import type { StoryDocument } from './document.ts'
import type { NoteId, PersonaId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { Instant, LocalDate } from '../time.ts'

/** A BCP 47 language tag of the newsroom's list, such as `en` or `fr`. */
export type Language = string

/**
 * Where a story stands.
 *
 * draft → in-review → approved → published; scheduled waits for its time; killed is withdrawn with a notice.
 * A published story may have a newer working copy: its state stays published, readers keep the live revision.
 */
export type StoryState = 'draft' | 'in-review' | 'approved' | 'scheduled' | 'published' | 'killed'

/** What a reporter writes: one revision is one of these, kept for ever. */
export interface StoryContent {
  readonly kicker: string | null
  readonly headline: string
  readonly standfirst: string
  readonly dateline: Dateline | null
  /** The section path in the order it is shown: "Africa | War & Conflicts | Mali". */
  readonly sectionIds: readonly SectionId[]
  /** Bylines in the order they are shown. */
  readonly bylines: readonly PersonaId[]
  readonly keywords: readonly string[]
  readonly body: StoryDocument
}

/** Where and when a story was filed: "BAMAKO, 29 July". Not the place of the event. */
export interface Dateline {
  readonly place: string
  readonly on: LocalDate | null
}

/** The story as the newsroom holds it: its state and its newest revision. */
export interface Story {
  readonly id: StoryId
  readonly groupId: StoryGroupId
  readonly language: Language
  /** The version this one was translated from. */
  readonly translatedFrom: StoryId | null
  readonly state: StoryState
  /** The newest revision, from 1. */
  readonly revision: number
  /** The revision that readers have; null before the first publication. */
  readonly liveRevision: number | null
  readonly slug: string
  /** The address readers have it under; null before the first publication. */
  readonly path: string | null
  readonly hold: Hold | null
  readonly embargoUntil: Instant | null
  readonly scheduledFor: Instant | null
  /** When readers first could read it, here or where it was imported from. */
  readonly firstPublished: Publication | null
  /** When the live revision went live. */
  readonly updatedAt: Instant | null
  readonly kill: Kill | null
  readonly content: StoryContent
}

/** "Not yet": an editor's stop, with a reason, until it is released. */
export interface Hold {
  readonly reason: string
  readonly at: Instant
}

/** An imported story may be known to the day only; then no time is shown. */
export interface Publication {
  readonly at: Instant
  readonly precision: 'day' | 'minute'
}

/** A withdrawal with its public notice. */
export interface Kill {
  readonly at: Instant
  readonly notice: string
}

/** What a note is for: a correction mends a fault, a clarification what could be misread; an update adds what happened since. */
export const NOTE_KINDS = ['correction', 'clarification', 'update'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A dated note that readers see above the body. */
export interface StoryNote {
  readonly id: NoteId
  readonly kind: NoteKind
  readonly at: Instant
  readonly text: string
  /** The words that stood in the story before; left out where nobody quoted them. */
  readonly was?: string
  /** The words that stand there now. */
  readonly now?: string
}
