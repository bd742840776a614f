import { SESSION_ENDPOINTS } from './session.ts'
import { ENTERING_ENDPOINTS } from './entering.ts'
import { ACCOUNT_ENDPOINTS } from './account.ts'
import { TEAM_ENDPOINTS } from './team.ts'
import { KEYS_ENDPOINTS } from './keys.ts'
import { STORIES_ENDPOINTS } from './stories.ts'
import { WRITING_ENDPOINTS } from './writing.ts'
import { REVISIONS_ENDPOINTS } from './revisions.ts'
import { PUBLISHING_ENDPOINTS } from './publishing.ts'
import { RECORD_ENDPOINTS } from './record.ts'
import { PICTURES_ENDPOINTS } from './pictures.ts'
import { FRONTS_ENDPOINTS } from './fronts.ts'
import { PAPER_ENDPOINTS } from './paper.ts'
import { HOUSE_ENDPOINTS } from './house.ts'
import { IMPORTS_ENDPOINTS } from './imports.ts'
import { IMPORT_PICTURES_ENDPOINTS } from './import-pictures.ts'
import { INGEST_ENDPOINTS } from './ingest.ts'
import { DESK_STORY_ENDPOINTS } from './desk-story.ts'
import { CHOICES_ENDPOINTS } from './choices.ts'
import { DESK_ENDPOINTS } from './desk.ts'

/** Everything that can be asked of the studio’s API, under `/studio/api`. */
export const ALL_ENDPOINTS = {
  ...SESSION_ENDPOINTS,
  ...ENTERING_ENDPOINTS,
  ...ACCOUNT_ENDPOINTS,
  ...TEAM_ENDPOINTS,
  ...KEYS_ENDPOINTS,
  ...STORIES_ENDPOINTS,
  ...WRITING_ENDPOINTS,
  ...REVISIONS_ENDPOINTS,
  ...PUBLISHING_ENDPOINTS,
  ...RECORD_ENDPOINTS,
  ...PICTURES_ENDPOINTS,
  ...FRONTS_ENDPOINTS,
  ...PAPER_ENDPOINTS,
  ...HOUSE_ENDPOINTS,
  ...IMPORT_PICTURES_ENDPOINTS,
  ...IMPORTS_ENDPOINTS,
  ...INGEST_ENDPOINTS,
  ...DESK_STORY_ENDPOINTS,
  ...CHOICES_ENDPOINTS,
  ...DESK_ENDPOINTS,
} as const

export type AllEndpoints = typeof ALL_ENDPOINTS
