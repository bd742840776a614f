/** What is watched for the desk, what has come, and the marks by which texts are found; part of `NewsroomTables`. */
export interface IngestTables {
  watched_sources: WatchedSourceRow
  watched_files: {
    watched_id: string
    name: string
    bytes: number
    modified_at: string
    sha256: string | null
    noted_at: string
    problem: string | null
  }
  incoming_copy: IncomingCopyRow
  carried_answers: { incoming_id: string; of_id: string; answer: string; by: string; at: string }
  marked_texts: { of_id: string; kind: string; version: string; at: string }
  text_marks: { mark: number; of_id: string }
}

export interface WatchedSourceRow {
  id: string
  kind: string
  address: string
  name: string
  source_id: string
  language: string | null
  every_minutes: number
  keep_days: number
  is_on: number
  added_at: string
  added_by: string
  next_at: string
  looked_at: string | null
  new_at: string | null
  failures: number
  failure: string | null
  seen: string | null
}

export interface IncomingCopyRow {
  id: string
  watched_id: string
  foreign_id: string
  content_hash: string
  received_at: string
  changed_at: string | null
  moved_at: string
  headline: string
  language: string | null
  story: string
  said_before: string | null
  words: string
  state: string
  opened_at: string | null
  settled_by: string | null
  settled_at: string | null
  story_id: string | null
  document_id: string | null
  shared_words: string
}
