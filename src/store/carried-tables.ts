import type { NewsroomTables } from './tables.ts'

/** A table that a whole export carries to another newsroom, and how its columns are to be read. */
export interface CarriedTable {
  readonly name: keyof NewsroomTables
  /** The columns by which its rows are told apart, in the order in which they are read. */
  readonly key: readonly string[]
  /** Columns that hold JSON: written as what they say. */
  readonly json?: readonly string[]
  /** Columns that hold 0 or 1: written as false or true. */
  readonly flags?: readonly string[]
}

/** What stands around the stories. What refers to something stands behind it. */
export const HOUSE_TABLES = {
  newspaper: {
    name: 'newspaper',
    key: ['id'],
    json: ['tagline', 'languages', 'profile'],
    flags: ['is_sample'],
  },
  sections: { name: 'sections', key: ['id'], json: ['names', 'about'] },
  personas: { name: 'personas', key: ['id'], json: ['names', 'about'] },
  desks: { name: 'desks', key: ['id'], json: ['names', 'section_ids'] },
  housePages: { name: 'house_pages', key: ['kind', 'language'], json: ['body'] },
  deskStyle: { name: 'desk_style', key: ['id'], json: ['words', 'left_out'] },
  frontSlots: { name: 'front_slots', key: ['list', 'language', 'position'] },
  frontChanges: { name: 'front_changes', key: ['id'] },
  frontsBefore: { name: 'fronts_before', key: ['list', 'language'], json: ['slots'] },
} as const satisfies Record<string, CarriedTable>

/** Who works here, without any way in. */
export const PEOPLE_TABLES = {
  accounts: { name: 'accounts', key: ['id'] },
  grants: { name: 'grants', key: ['account_id', 'role', 'desk_id'] },
} as const satisfies Record<string, CarriedTable>

export const STORY_TABLE = { name: 'stories', key: ['id'] } as const satisfies CarriedTable

/** What belongs to one story, by the name it has in the story's file. Each has a column `story_id`. */
export const STORY_PART_TABLES = {
  authors: { name: 'story_authors', key: ['story_id', 'account_id'] },
  revisions: { name: 'story_revisions', key: ['story_id', 'revision'], json: ['content'] },
  publications: { name: 'story_publications', key: ['story_id', 'version'] },
  notes: { name: 'story_notes', key: ['story_id', 'at', 'id'] },
  related: { name: 'story_related', key: ['story_id', 'position'] },
  figures: { name: 'figure_uses', key: ['story_id', 'revision', 'position'] },
  tasks: { name: 'story_tasks', key: ['story_id', 'at', 'id'] },
  deskWords: { name: 'desk_words', key: ['story_id', 'at'] },
  workingCopy: { name: 'working_copies', key: ['story_id'], json: ['content', 'margin'] },
  sideCopies: { name: 'side_copies', key: ['story_id', 'at', 'id'], json: ['content', 'margin'] },
  dismissals: { name: 'desk_dismissals', key: ['story_id', 'key'] },
  reading: { name: 'desk_readings', key: ['story_id'], json: ['claims'] },
  comments: { name: 'story_comments', key: ['story_id', 'at', 'id'] },
  redirects: { name: 'redirects', key: ['story_id', 'from_path'] },
  origins: {
    name: 'imported_stories',
    key: ['story_id', 'source', 'foreign_id'],
    flags: ['was_public', 'is_duplicate'],
  },
  oldLinks: { name: 'import_links', key: ['story_id', 'link'] },
  listed: { name: 'story_lines', key: ['story_id'], json: ['section_ids'] },
  marks: { name: 'story_marks', key: ['story_id', 'mark'] },
} as const satisfies Record<string, CarriedTable>

export type StoryPart = keyof typeof STORY_PART_TABLES

export const PICTURE_TABLE = {
  name: 'pictures',
  key: ['id'],
  json: ['renditions'],
  flags: ['decorative'],
} as const satisfies CarriedTable

/** Captured files; their bytes lie in files of their own. */
export const CAPTURE_TABLE = { name: 'capture_files', key: ['sha256'] } as const satisfies CarriedTable

/** Tables that are written a line a row, by the file they are written into. What refers to something stands behind it. */
export const LINE_TABLES = {
  'record/log.jsonl': { name: 'record_revisions', key: ['number'], json: ['content'] },
  'record/entries.jsonl': { name: 'record_entries', key: ['id'], flags: ['awaits_signature'] },
  'record/addresses.jsonl': { name: 'record_slugs', key: ['type', 'slug'] },
  'record/keys.jsonl': { name: 'record_keys', key: ['source', 'key'] },
  'record/custody.jsonl': { name: 'custody', key: ['number'] },
  'record/seal-keys.jsonl': { name: 'seal_keys', key: ['id'] },
  'record/sealed.jsonl': { name: 'sealed', key: ['id'], json: ['recipient_ids'] },
  'intake/imports.jsonl': {
    name: 'imports',
    key: ['number'],
    json: ['counts', 'summary'],
    flags: ['publish', 'stop_asked'],
  },
  'intake/import-problems.jsonl': { name: 'import_problems', key: ['import_id', 'number'] },
  'intake/wanted-pictures.jsonl': {
    name: 'wanted_pictures',
    key: ['key'],
    json: ['addresses'],
    flags: ['is_asked'],
  },
  'intake/wanted-picture-uses.jsonl': { name: 'wanted_picture_uses', key: ['key', 'story_id'] },
  'intake/watched-sources.jsonl': { name: 'watched_sources', key: ['id'], flags: ['is_on'] },
  'intake/watched-files.jsonl': { name: 'watched_files', key: ['watched_id', 'name'] },
  'intake/incoming-copy.jsonl': { name: 'incoming_copy', key: ['id'], json: ['story', 'said_before', 'shared_words'] },
  'intake/carried-answers.jsonl': { name: 'carried_answers', key: ['incoming_id', 'of_id'] },
  'evidence.jsonl': { name: 'evidence_log', key: ['number'] },
  'reports.jsonl': { name: 'reader_reports', key: ['id'] },
  'audit.jsonl': { name: 'audit', key: ['number'], json: ['detail'] },
} as const satisfies Record<string, CarriedTable>

export type LineFile = keyof typeof LINE_TABLES

/** Made anew from the others when a newsroom moves in. */
export const MADE_ANEW: Readonly<Partial<Record<keyof NewsroomTables, string>>> = {
  record_links: 'who refers to whom, by the newest revision of each entry',
  record_names: 'names as they are searched, by the newest revision of each entry',
  story_words: 'the index by which the list of stories is searched',
  marked_texts: 'which texts can be found again by their words',
  text_marks: 'the words by which they are found',
  counters: 'the newest numbers of log, audit and changes',
  outbox: 'what the edition has yet to follow: after a move all of it',
}

/** What never leaves the newsroom, and why. */
export const LEFT_OUT: Readonly<Partial<Record<keyof NewsroomTables, string>>> = {
  passwords: 'a secret',
  passkeys: 'a way in',
  recovery_codes: 'a secret',
  sessions: 'a secret: who is signed in on which device',
  ended_sessions: 'names sessions',
  challenges: 'a secret that is good for minutes',
  failed_tries: 'tries to come in, counted for hours',
  invitations: 'a secret: a link that makes an account',
  api_keys: 'a secret',
  preview_links: 'a secret: a link that shows a draft',
  working_saves: 'answers kept for devices that ask twice',
  story_presence: 'who has a story open just now',
  story_pens: 'who is writing just now',
  jobs: 'work that this server has yet to do',
  upkeep: 'what was done for this installation',
  installation: 'about this installation',
  purge_progress: 'how far caches in front of this installation have heard',
}

/** Every table that a whole export carries. */
export const CARRIED_TABLES: readonly CarriedTable[] = [
  ...Object.values(HOUSE_TABLES),
  ...Object.values(PEOPLE_TABLES),
  STORY_TABLE,
  ...Object.values(STORY_PART_TABLES),
  PICTURE_TABLE,
  CAPTURE_TABLE,
  ...Object.values(LINE_TABLES),
]
