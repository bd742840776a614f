/**
 * The record in the edition, as it is on disk and as researchers download it. Dates and instants are text, booleans 0
 * and 1, lists JSON; `content` is the whole public entry as JSON, the other columns are read out of it.
 */
export interface RecordTables {
  record_log: RecordLogRow
  record_links: RecordLinkRow
  record_slugs: { type: string; slug: string; id: string; sequence: number }
  record_stale: { event_id: string; purge: number; later: number }
  places: PlaceRow
  actors: ActorRow
  events: EventRow & WorkedOutOfEvent
  record_months: { month: string; events: number }
  victim_groups: VictimGroupRow
  sources: SourceRow
  documents: DocumentRow
  evidence: EvidenceRow
  claims: ClaimRow & WorkedOutOfClaim
  appearances: AppearanceRow
  assessments: AssessmentRow
  event_parts: { event_id: string; part_of_id: string }
  event_actors: { event_id: string; actor_id: string; how: 'part' | 'victim' | 'root'; listed_on: string | null }
  event_places: { event_id: string; place_id: string; how: 'at' | 'above'; listed_on: string | null }
  cells: CellRow
  story_claims: { story_id: string; claim_id: string }
  story_events: { story_id: string; event_id: string }
}

/** One public revision. `content` is null once its text was erased. */
export interface RecordLogRow {
  sequence: number
  type: string
  id: string
  rev: number
  status: string
  recorded_at: string
  act: string
  reason: string | null
  content: string | null
  erased_at: string | null
  /** The event it concerns; null for places, actors, sources, documents and evidence. */
  event_id: string | null
}

/** One entry refers to another, in any of its public revisions. */
export interface RecordLinkRow {
  to_id: string
  from_id: string
  field: string
}

/** What every entry has besides its own columns. */
export interface EntryRow {
  id: string
  rev: number
  status: string
  sequence: number
  recorded_at: string
  content: string
}

export interface PlaceRow extends EntryRow {
  slug: string
  name: string
  kind: string
  parent_id: string | null
  country: string | null
  adm1: string | null
  latitude: number | null
  longitude: number | null
  merged_into: string | null
}

export interface ActorRow extends EntryRow {
  slug: string
  name: string
  kind: string
  country: string | null
  merged_into: string | null
}

export interface EventRow extends EntryRow {
  slug: string
  title: string
  type: string
  date_edtf: string
  date_start: string | null
  date_end: string | null
  place_id: string
  where_relation: string
  /** Our own scale of 1 to 8: see record.md 1.7. */
  where_precision: number
  merged_into: string | null
}

/** Worked out from the event and all that it rests on. */
export interface WorkedOutOfEvent {
  /** The day it is listed under; null for a withdrawn event and for one that turned out to be another. */
  listed_on: string | null
  month: string | null
  country: string | null
  is_disputed: number
  /** The newest revision, by sequence, of anything that its figures rest on, and when that was recorded. */
  version: number
  updated_at: string | null
}

export interface VictimGroupRow extends EntryRow {
  event_id: string
  label: string
  affiliation_id: string | null
  standing: string
  sex: string | null
  age_class: string | null
  nationality: string | null
}

export interface SourceRow extends EntryRow {
  slug: string
  name: string | null
  description: string | null
  kind: string
  anonymity: string
  category: string | null
  actor_id: string | null
  owner_id: string | null
  merged_into: string | null
}

export interface DocumentRow extends EntryRow {
  publisher_id: string
  title: string
  url: string | null
  published_at: string | null
  published_on: string | null
  language: string
  wire_of: string | null
  translation_of: string | null
  archive_url: string | null
  /** Of the newest capture that readers may know of. */
  sha256: string | null
}

export interface EvidenceRow extends EntryRow {
  kind: string
  title: string
  document_id: string | null
}

export interface ClaimRow extends EntryRow {
  claimant_id: string
  event_id: string
  victim_group_id: string | null
  measure: string | null
  equipment: string | null
  proposition: string | null
  act: string
  said_edtf: string
  /** The latest day it can have been said; `0000-00-00` where nobody knows. */
  said_on: string
  figure_kind: string | null
  n: number | null
  lo: number | null
  hi: number | null
  term: string | null
  verbatim: string | null
  lang: string | null
  counting: string
  as_of: string | null
  basis: string
  document_id: string | null
  revises: string | null
  retracts: string | null
  denies: string | null
}

/** Worked out from the event and all that it rests on. */
export interface WorkedOutOfClaim {
  stance: string | null
  /** `live`, or why it does not count now: `revised`, `retracted`, `withdrawn`, `provisional`, `superseded`, `derived`. */
  live: string | null
}

export interface AppearanceRow extends EntryRow {
  claim_id: string
  document_id: string
  /** The claim or appearance that the document took it from. */
  taken_from: string | null
  via: string | null
  withdrawn_on: string | null
}

export interface AssessmentRow extends EntryRow {
  claim_id: string | null
  event_id: string | null
  victim_group_id: string | null
  measure: string | null
  equipment: string | null
  verdict: string
  best: number | null
  assessed_at: string
  signers: number
  supersedes: string | null
}

/** One figure of one event: the table that researchers open first (record.md 3). `where_prec` is our scale of 1 to 8. */
export interface CellRow {
  id: string
  /** The order in which the event's ledger shows its figures. */
  position: number
  event_id: string
  event_slug: string
  event_title: string
  event_type: string
  date_start: string | null
  date_end: string | null
  date_edtf: string
  date_prec: number | null
  country: string | null
  iso3: string | null
  adm1: string | null
  adm2: string | null
  place_name: string | null
  latitude: number | null
  longitude: number | null
  where_prec: number | null
  victim_group_id: string
  victim_group: string
  affiliation: string | null
  measure: string
  equipment: string | null
  low: number | null
  high: number | null
  is_open: number
  is_approx: number
  unquantified: string | null
  conflict: number
  disputed: number
  admitted_low: number | null
  admitted_high: number | null
  enemy_low: number | null
  enemy_high: number | null
  third_low: number | null
  third_high: number | null
  best: number | null
  origins_min: number
  origins_max: number
  appearances: number
  status: string
  first_said: string | null
  last_said: string | null
  version: number
  /** A `FigureContent` as JSON. */
  content: string
}
