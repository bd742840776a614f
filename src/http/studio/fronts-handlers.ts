import type { FRONTS_ENDPOINTS } from '../contract/fronts.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Fronts, their places and the calendar. */
export const frontsHandlers: Handlers<typeof FRONTS_ENDPOINTS> = {}
