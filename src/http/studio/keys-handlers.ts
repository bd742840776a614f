import type { KEYS_ENDPOINTS } from '../contract/keys.ts'
import type { Handlers } from './answer-endpoint.ts'

/** API keys. */
export const keysHandlers: Handlers<typeof KEYS_ENDPOINTS> = {}
