import type { PUBLISHING_ENDPOINTS } from '../contract/publishing.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Desks, checklist, publication, notes, previews, translations. */
export const publishingHandlers: Handlers<typeof PUBLISHING_ENDPOINTS> = {}
