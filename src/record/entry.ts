import type {
  ActorId,
  AppearanceId,
  AssessmentId,
  ClaimId,
  DocumentId,
  EventId,
  EvidenceId,
  PlaceId,
  SourceId,
  VictimGroupId,
} from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Actor } from './actor.ts'
import type { Appearance } from './appearance.ts'
import type { Assessment } from './assessment.ts'
import type { Claim } from './claim.ts'
import type { Evidence } from './evidence.ts'
import type { RecordEvent } from './event.ts'
import type { Place } from './place.ts'
import type { Source } from './source.ts'
import type { SourceDocument } from './source-document.ts'
import type { VictimGroup } from './victim-group.ts'

/** Draft: the newsroom's own. Live: readers have it. Withdrawn: it was live and no longer counts; it stays in history. */
export type EntryStatus = 'draft' | 'live' | 'withdrawn'

/**
 * What every entry of the record carries besides its content.
 *
 * An entry has two clocks. What was said or happened when stands in its content (`when`, `saidAt`); when the newsroom
 * recorded it stands here. `sequence` orders revisions across the whole record: time never decides an order.
 */
export interface EntryHead {
  /** Counts the entry's revisions from 1. */
  readonly rev: number
  readonly status: EntryStatus
  readonly recordedAt: Instant
  /** The revision's number in the whole record, from 1. */
  readonly sequence: number
}

/** Every type of entry: its id and its content. The one list from which storage, exports and pages are made. */
export interface EntryTypes {
  place: { id: PlaceId; content: Place }
  actor: { id: ActorId; content: Actor }
  event: { id: EventId; content: RecordEvent }
  'victim-group': { id: VictimGroupId; content: VictimGroup }
  source: { id: SourceId; content: Source }
  document: { id: DocumentId; content: SourceDocument }
  claim: { id: ClaimId; content: Claim }
  appearance: { id: AppearanceId; content: Appearance }
  evidence: { id: EvidenceId; content: Evidence }
  assessment: { id: AssessmentId; content: Assessment }
}

export type EntryType = keyof EntryTypes
export type EntryId = EntryTypes[EntryType]['id']

/** In the order in which entries may refer to earlier ones when a record is read in from a file. */
export const ENTRY_TYPES = [
  'place',
  'actor',
  'event',
  'victim-group',
  'source',
  'document',
  'evidence',
  'claim',
  'appearance',
  'assessment',
] as const satisfies readonly EntryType[]

/** An entry as its newest (or its as-of) revision has it: `entryOf(claim).figure` is `entry.content.figure`. */
export interface EntryOf<Type extends EntryType> extends EntryHead {
  readonly type: Type
  readonly id: EntryTypes[Type]['id']
  readonly content: EntryTypes[Type]['content']
}

/** Any entry, told apart by `type`. */
export type Entry = { [Type in EntryType]: EntryOf<Type> }[EntryType]

/**
 * One revision in the append-only log. `content` is null once it was erased: the revision, its place in the sequence
 * and the commitment to what it said stay, the text does not.
 */
export type Revision = {
  [Type in EntryType]: EntryHead & {
    readonly type: Type
    readonly id: EntryTypes[Type]['id']
    readonly content: EntryTypes[Type]['content'] | null
    /** Why the revision was made, in the newsroom's words; public. Null for a first one. */
    readonly reason: string | null
    /** The verb that made it, as in the audit: `record-claim`, `revise-claim`, `retract-claim`, `merge-events`, `erase`. */
    readonly act: string
    /** The day and hour on which the text was erased; null when it stands. */
    readonly erasedAt: Instant | null
    /**
     * The event that it concerns, kept beside the text so that it is known when that is erased. Null for places, actors,
     * sources and documents, and where only the text says it.
     */
    readonly eventId: EventId | null
  }
}[EntryType]
