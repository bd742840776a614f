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
import type { Entry, EntryOf, EntryType, EntryTypes } from './entry.ts'

/**
 * Entries that belong together, each in one revision: an event with its parts and wholes, what was claimed of them, by
 * whom and where. All arithmetic takes one of these; where it is cut from (now, or as of an earlier hour) is not its
 * business. Drafts never stand in it; withdrawn entries do.
 */
export interface RecordSet {
  readonly places: ReadonlyMap<PlaceId, EntryOf<'place'>>
  readonly actors: ReadonlyMap<ActorId, EntryOf<'actor'>>
  readonly events: ReadonlyMap<EventId, EntryOf<'event'>>
  readonly groups: ReadonlyMap<VictimGroupId, EntryOf<'victim-group'>>
  readonly sources: ReadonlyMap<SourceId, EntryOf<'source'>>
  readonly documents: ReadonlyMap<DocumentId, EntryOf<'document'>>
  readonly evidence: ReadonlyMap<EvidenceId, EntryOf<'evidence'>>
  readonly claims: ReadonlyMap<ClaimId, EntryOf<'claim'>>
  readonly appearances: ReadonlyMap<AppearanceId, EntryOf<'appearance'>>
  readonly assessments: ReadonlyMap<AssessmentId, EntryOf<'assessment'>>
}

/** Sorts entries into a set; drafts are left out, and of several revisions of one entry the newest stays. */
export function recordSet(entries: Iterable<Entry>): RecordSet {
  const newest = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.status !== 'draft' && entry.rev >= (newest.get(entry.id)?.rev ?? 0)) newest.set(entry.id, entry)
  }
  const all = [...newest.values()]
  return {
    places: byId(all, 'place'),
    actors: byId(all, 'actor'),
    events: byId(all, 'event'),
    groups: byId(all, 'victim-group'),
    sources: byId(all, 'source'),
    documents: byId(all, 'document'),
    evidence: byId(all, 'evidence'),
    claims: byId(all, 'claim'),
    appearances: byId(all, 'appearance'),
    assessments: byId(all, 'assessment'),
  }
}

const byId = <Type extends EntryType>(entries: readonly Entry[], type: Type) =>
  new Map(
    entries
      .filter((entry): entry is Extract<Entry, { type: Type }> => entry.type === type)
      .map((entry) => [entry.id as EntryTypes[Type]['id'], entry as unknown as EntryOf<Type>] as const),
  )
