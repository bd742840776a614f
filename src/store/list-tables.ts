import type { Generated } from 'kysely'

/** The studio's list of stories, and changes of fronts that have yet to come; part of `NewsroomTables`. */
export interface ListTables {
  story_lines: {
    story_id: string
    headline: string
    kicker: string | null
    section_ids: string
    touched_at: string
    touched_by: string
    is_indexed: number
  }
  story_marks: { story_id: string; mark: string }
  story_words: { position: Generated<number>; story_id: string; words: string }
  front_changes: FrontChangeRow
  fronts_before: { list: string; language: string; slots: string; by: string; at: string }
}

export interface FrontChangeRow {
  id: string
  list: string
  language: string
  position: number
  story_id: string | null
  from_at: string
  until: string | null
  by: string
  at: string
  refused: string | null
}
