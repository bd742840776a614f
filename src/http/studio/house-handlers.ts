import type { HOUSE_ENDPOINTS } from '../contract/house.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Audit, health, import, export. */
export const houseHandlers: Handlers<typeof HOUSE_ENDPOINTS> = {}
