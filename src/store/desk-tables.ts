/** What the desk that asks "says who?" has been told, and what it read; part of `NewsroomTables`. */
export interface DeskTables {
  desk_dismissals: { story_id: string; key: string; dismissed_by: string; dismissed_at: string }
  desk_readings: {
    story_id: string
    revision: number
    read_at: string
    open_claims: number
    findings: number
    claims: string
  }
  desk_style: { id: number; words: string | null; left_out: string }
}
