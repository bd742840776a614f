/** What stands around a publication; part of `NewsroomTables`. */
export interface PublishingTables {
  preview_links: PreviewLinkRow
  desk_words: { story_id: string; at: string; by: string; text: string }
}

export interface PreviewLinkRow {
  id: string
  token_hash: string
  story_id: string
  revision: number | null
  label: string
  by: string
  at: string
  expires_at: string
  revoked_at: string | null
  opened: number
  opened_at: string | null
}
