import type { PAPER_ENDPOINTS } from '../contract/paper.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Sections, bylines, pages, redirects, corrections, reports, settings. */
export const paperHandlers: Handlers<typeof PAPER_ENDPOINTS> = {}
