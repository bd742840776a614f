/** The text at work, what lies beside it, and who is at it; part of `NewsroomTables`. */
export interface WorkingTables {
  working_copies: WorkingCopyRow
  working_saves: {
    story_id: string
    by: string
    save_id: string
    version: number | null
    side_copy_id: string | null
    at: string
  }
  side_copies: SideCopyRow
  story_presence: {
    story_id: string
    by: string
    device: string
    since: string
    seen_at: string
    place: number | null
    taken_by: string | null
    taken_at: string | null
  }
  story_pens: { story_id: string; by: string; device: string; since: string; seen_at: string }
  story_comments: CommentRow
}

export interface WorkingCopyRow {
  story_id: string
  version: number
  base_revision: number
  content: string
  margin: string
  saved_at: string
  by: string
  device: string
  changed_since: string | null
}

export interface SideCopyRow {
  id: string
  story_id: string
  base_version: number
  content: string
  margin: string
  headline: string
  by: string
  device: string
  at: string
  reason: string
  settled_at: string | null
  settled_by: string | null
}

export interface CommentRow {
  id: string
  story_id: string
  reply_to: string | null
  by: string
  at: string
  text: string
  quote: string
  edited_at: string | null
  removed_at: string | null
  resolved_at: string | null
  resolved_by: string | null
  changed_at: string
}
