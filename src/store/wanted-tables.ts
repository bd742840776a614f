/** Pictures that imported stories wait for; part of `NewsroomTables`. */
export interface WantedTables {
  wanted_pictures: WantedPictureRow
  wanted_picture_uses: { key: string; story_id: string; place: string }
}

export interface WantedPictureRow {
  key: string
  source: string
  name: string | null
  addresses: string
  state: string
  picture_id: string | null
  sha256: string | null
  attempts: number
  due_at: string
  last_error: string | null
  is_asked: number
}
