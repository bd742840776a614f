import type { WRITING_ENDPOINTS } from '../contract/writing.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Working copies, presence, comments. */
export const writingHandlers: Handlers<typeof WRITING_ENDPOINTS> = {}
