import type { REVISIONS_ENDPOINTS } from '../contract/revisions.ts'
import type { Handlers } from './answer-endpoint.ts'

/** What a story said before. */
export const revisionsHandlers: Handlers<typeof REVISIONS_ENDPOINTS> = {}
