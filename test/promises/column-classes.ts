/**
 * What of a table of the newsroom readers may have, column by column. Of a table called `private` they may have nothing:
 * a column that it is given tomorrow is private from its first day. Of the others every column of text is named here, and
 * a column that is not fails the test (`every-column.test.ts`), so that somebody decides.
 */
export interface ColumnClasses {
  /** Words that readers may have, in some state of the story or entry: what they are in other states `canaries.ts` tries. */
  readonly public?: string
  /** Nobody's words: ids, closed lists of words, hours, hashes. Readers may have them in some state. */
  readonly plain: string
  /** The newsroom's own, whatever the state. */
  readonly private?: string
}

export const COLUMN_CLASSES: Readonly<Record<string, ColumnClasses | 'private'>> = {
  counters: { plain: 'name' },
  outbox: { plain: 'kind subject_id at' },
  newspaper: { public: 'name tagline profile', plain: 'languages default_language zone' },
  sections: { public: 'slug names about', plain: 'id kind parent_id' },
  personas: { public: 'slug name names about', plain: 'id kind picture_id' },
  // The hash of a file as it came would tell whoever has that file that we have it too.
  pictures: {
    public: 'alt caption credit licence',
    plain: 'id colour thumbhash renditions',
    private: 'sha256 taken_on added_at by',
  },
  house_pages: { public: 'title body', plain: 'kind language updated_at' },
  front_slots: { plain: 'list language story_id until' },
  redirects: { public: 'from_path', plain: 'story_id' },
  stories: {
    public: 'slug path kill_notice',
    plain:
      'id group_id language translated_from state first_published_at first_published_precision updated_at killed_at',
    private: 'hold_reason held_at embargo_until scheduled_for created_at desk_id',
  },
  story_revisions: { public: 'headline content', plain: 'story_id', private: 'created_at created_by name kept_as' },
  story_publications: { public: 'change withheld', plain: 'story_id at withheld_at', private: 'by' },
  story_notes: { public: 'text was now', plain: 'id story_id kind at' },
  story_related: { plain: 'story_id related_id reason_kind reason_id' },
  figure_uses: { public: 'words', plain: 'story_id claim_id as_of' },
  record_revisions: {
    public: 'reason content',
    plain: 'type id status at act salt commitment erased_at',
    private: 'by',
  },
  record_entries: { public: 'slug', plain: 'id type status event_id' },
  record_slugs: { public: 'slug', plain: 'type id' },
  record_links: { plain: 'from_id field to_id' },
  record_names: 'private',
  evidence_log: { public: 'key', plain: 'at subject commitment salt hash' },
  record_keys: 'private',
  capture_files: 'private',
  custody: 'private',
  seal_keys: 'private',
  sealed: 'private',
  jobs: 'private',
  reader_reports: 'private',
  audit: 'private',
  accounts: 'private',
  grants: 'private',
  passwords: 'private',
  passkeys: 'private',
  recovery_codes: 'private',
  sessions: 'private',
  ended_sessions: 'private',
  challenges: 'private',
  failed_tries: 'private',
  invitations: 'private',
  api_keys: 'private',
  preview_links: 'private',
  desks: 'private',
  desk_words: 'private',
  desk_style: 'private',
  desk_dismissals: 'private',
  desk_readings: 'private',
  story_authors: 'private',
  story_tasks: 'private',
  story_lines: 'private',
  story_marks: 'private',
  story_words: 'private',
  story_comments: 'private',
  story_pens: 'private',
  story_presence: 'private',
  working_copies: 'private',
  working_saves: 'private',
  side_copies: 'private',
  front_changes: 'private',
  fronts_before: 'private',
  imports: 'private',
  import_problems: 'private',
  import_links: 'private',
  imported_stories: 'private',
  wanted_pictures: 'private',
  wanted_picture_uses: 'private',
  incoming_copy: 'private',
  carried_answers: 'private',
  watched_sources: 'private',
  watched_files: 'private',
  marked_texts: 'private',
  text_marks: 'private',
  upkeep: 'private',
  installation: 'private',
  purge_progress: 'private',
}
