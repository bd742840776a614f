/** The newsroom database as it is on disk: booleans are 0 and 1, instants are text, lists are JSON. */
export interface NewsroomTables {
  counters: { name: string; value: number }
  newspaper: {
    id: number
    name: string
    tagline: string
    languages: string
    default_language: string
    zone: string
    is_sample: number
  }
  sections: {
    id: string
    kind: string
    slug: string
    parent_id: string | null
    names: string
    position: number | null
  }
  personas: { id: string; slug: string; name: string; about: string }
  stories: StoryRow
  story_revisions: {
    story_id: string
    revision: number
    headline: string
    content: string
    created_at: string
    created_by: string
  }
  story_notes: { id: string; story_id: string; kind: string; at: string; text: string }
  redirects: { from_path: string; story_id: string }
  imported_stories: {
    source: string
    foreign_id: string
    content_hash: string
    story_id: string
    imported_at: string
  }
  outbox: { number: number; kind: string; subject_id: string | null; at: string }
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
