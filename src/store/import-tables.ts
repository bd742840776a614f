import type { Generated } from 'kysely'

/** What was imported, and how imports went; part of `NewsroomTables`. */
export interface ImportTables {
  imported_stories: {
    source: string
    foreign_id: string
    content_hash: string
    story_id: string
    imported_at: string
    words_hash: Generated<string | null>
    translation_group: Generated<string | null>
    was_public: Generated<number>
    is_duplicate: Generated<number>
  }
  import_links: { story_id: string; link: string; address: string }
  imports: ImportRow
  import_problems: {
    import_id: string
    number: number
    foreign_id: string | null
    headline: string | null
    place: string | null
    what: string
  }
}

export interface ImportRow {
  id: string
  number: number
  source: string
  name: string
  kind: string
  publish: number
  began_at: string
  seen_at: string
  ended_at: string | null
  by: string
  process: string
  stop_asked: Generated<number>
  failure: string | null
  bytes: number
  bytes_read: number
  counts: string
  summary: string
}
