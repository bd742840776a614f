import type { RECORD_ENDPOINTS } from '../contract/record.ts'
import type { Handlers } from './answer-endpoint.ts'

/** The record beside the text. */
export const recordHandlers: Handlers<typeof RECORD_ENDPOINTS> = {}
