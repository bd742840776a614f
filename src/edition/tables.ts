import type { RecordTables } from './record-tables.ts'

/** The edition as it is on disk, and as researchers download it. Lists and trees are JSON; booleans are 0 and 1. */
export interface EditionTables extends RecordTables {
  progress: { id: number; number: number }
  evidence_log: {
    number: number
    at: string
    key: string
    commitment: string | null
    salt: string | null
    hash: string
  }
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
  authors: AuthorRow
  stories: PublicStoryRow
  listings: { list: string; language: string; published_at: string; story_id: string; month: string }
  listing_months: { list: string; language: string; month: string; stories: number }
  gone: GoneRow
  front_slots: { list: string; language: string; position: number; story_id: string; until: string | null }
  house_pages: { kind: string; language: string; title: string; body: string; updated_at: string }
  story_versions: {
    story_id: string
    version: number
    at: string
    change: string | null
    withheld: string | null
    text: string | null
  }
  corrections: {
    note_id: string
    story_id: string
    language: string
    kind: string
    at: string
    text: string
    was: string | null
    now: string | null
  }
  pictures: {
    id: string
    width: number
    height: number
    focus_x: number
    focus_y: number
    colour: string
    thumbhash: string
    renditions: string
  }
  picture_files: { name: string; picture_id: string; media_type: string; bytes: number }
  story_pictures: { story_id: string; picture_id: string }
  author_pictures: { picture_id: string }
  redirects: { from_path: string; story_id: string; to_path: string }
  search_documents: { position: number; id: string; kind: string; words: string }
  changes: { number: number; follows: number; tags: string; purge: string }
}

export interface PublicStoryRow {
  id: string
  group_id: string
  language: string
  translated_from: string | null
  path: string
  kicker: string | null
  headline: string
  standfirst: string
  dateline_place: string | null
  dateline_on: string | null
  section_ids: string
  author_ids: string
  keywords: string
  body: string
  lead_figure: string | null
  notes: string
  first_published_at: string
  first_published_precision: string
  month: string
  updated_at: string
  words: number
  figures: string
  related: string | null
  versions: number
}

/** A byline. */
export interface AuthorRow {
  id: string
  slug: string
  name: string
  names: string
  kind: string
  about: string
  picture_id: string | null
}

/** What is left of a withdrawn story. */
export interface GoneRow {
  path: string
  story_id: string
  language: string
  section_ids: string
  author_ids: string
  first_published_at: string
  first_published_precision: string
  killed_at: string
  notice: string
}
