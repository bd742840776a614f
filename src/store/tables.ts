import type { Generated } from 'kysely'
import type { PublishingTables } from './publishing-tables.ts'
import type { DeskTables } from './desk-tables.ts'
import type { EvidenceTables } from './evidence-tables.ts'
import type { IngestTables } from './ingest-tables.ts'
import type { ImportTables } from './import-tables.ts'
import type { ListTables } from './list-tables.ts'
import type { OperatingTables } from './operating-tables.ts'
import type { StaffTables } from './staff-tables.ts'
import type { WantedTables } from './wanted-tables.ts'
import type { WorkingTables } from './working-tables.ts'

/** The newsroom database as it is on disk: booleans are 0 and 1, instants are text, lists are JSON. */
export interface NewsroomTables
  extends ListTables,
    StaffTables,
    PublishingTables,
    WorkingTables,
    DeskTables,
    IngestTables,
    WantedTables,
    OperatingTables,
    EvidenceTables,
    ImportTables {
  counters: { name: string; value: number }
  newspaper: {
    id: number
    name: string
    tagline: string
    languages: string
    default_language: string
    zone: string
    is_sample: number
    profile: string
  }
  sections: {
    id: string
    kind: string
    slug: string
    parent_id: string | null
    names: string
    about: string
    position: number | null
  }
  personas: PersonaRow
  pictures: PictureRow
  stories: StoryRow & { desk_id: Generated<string | null>; translated_from_revision: Generated<number | null> }
  story_revisions: {
    story_id: string
    revision: number
    headline: string
    content: string
    created_at: string
    created_by: string
    name: Generated<string | null>
    kept_as: Generated<string | null>
  }
  story_publications: {
    story_id: string
    version: number
    revision: number
    at: string
    by: string
    change: string | null
    withheld: string | null
    withheld_at: string | null
  }
  story_notes: {
    id: string
    story_id: string
    kind: string
    at: string
    text: string
    was: string | null
    now: string | null
  }
  redirects: { from_path: string; story_id: string }
  front_slots: FrontSlotRow
  house_pages: { kind: string; language: string; title: string; body: string; updated_at: string }
  figure_uses: {
    story_id: string
    revision: number
    position: number
    claim_id: string
    words: string
    as_of: string
    sequence: number
  }
  story_related: {
    story_id: string
    position: number
    related_id: string
    reason_kind: string
    reason_id: string
  }
  story_tasks: {
    id: string
    story_id: string
    claim_id: string
    moved_by: string
    words: string
    sequence: number
    at: string
    done_at: string | null
    done_by: string | null
  }
  record_revisions: RecordRevisionRow
  record_entries: {
    id: string
    type: string
    rev: number
    status: string
    number: number
    first_live: number | null
    event_id: string | null
    slug: string | null
    awaits_signature: number
  }
  record_slugs: { type: string; slug: string; id: string }
  record_links: { from_id: string; field: string; to_id: string }
  record_names: { id: string; fold: string; skeleton: string; type: string }
  record_keys: { source: string; key: string; id: string; file_hash: string; content_hash: string }
  capture_files: { sha256: string; media_type: string; bytes: number; content: Uint8Array; at: string }
  custody: {
    number: number
    subject_id: string
    at: string
    who: string
    action: string
    sha256_before: string | null
    sha256_after: string | null
  }
  seal_keys: { id: string; recipient: string; label: string; at: string }
  sealed: { id: string; subject_id: string; recipient_ids: string; ciphertext: string; at: string; by: string }
  outbox: { number: number; kind: string; subject_id: string | null; at: string }
  jobs: JobRow
  reader_reports: ReaderReportRow
  audit: {
    number: number
    at: string
    actor: string
    via: string
    act: string
    subject: string | null
    detail: string
    seal: string
  }
}

export interface RecordRevisionRow {
  number: number
  type: string
  id: string
  rev: number
  status: string
  at: string
  by: string
  act: string
  reason: string | null
  content: string | null
  salt: string | null
  commitment: string
  erased_at: string | null
}

export interface StoryRow {
  id: string
  group_id: string
  language: string
  translated_from: string | null
  state: string
  revision: number
  live_revision: number | null
  slug: string
  path: string | null
  hold_reason: string | null
  held_at: string | null
  embargo_until: string | null
  scheduled_for: string | null
  first_published_at: string | null
  first_published_precision: string | null
  updated_at: string | null
  killed_at: string | null
  kill_notice: string | null
  created_at: string
}

/** A place of a front with the story that was chosen for it. */
export interface FrontSlotRow {
  list: string
  language: string
  position: number
  story_id: string
  until: string | null
}

/** A picture that was taken in. */
export interface PictureRow {
  id: string
  sha256: string
  width: number
  height: number
  focus_x: number
  focus_y: number
  colour: string
  thumbhash: string
  renditions: string
  alt: string
  decorative: number
  caption: string | null
  credit: string | null
  licence: string | null
  taken_on: string | null
  added_at: string
  by: string
}

/** A byline. */
export interface PersonaRow {
  id: string
  slug: string
  name: string
  names: string
  kind: string
  about: string
  picture_id: string | null
}

export interface JobRow {
  id: string
  kind: string
  key: string
  payload: string
  due_at: string
  attempts: number
  leased_until: string | null
  leased_by: string | null
  last_error: string | null
  given_up_at: string | null
  done_at: string | null
}

export interface ReaderReportRow {
  id: string
  story_id: string | null
  about: string
  language: string
  kind: string
  words: string
  contact: string | null
  received_at: string
  state: string
  note: string | null
  closed_at: string | null
  closed_by: string | null
}
