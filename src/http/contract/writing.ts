import { endpoints } from './endpoint.ts'

/** Working copies, presence, comments. */
export const WRITING_ENDPOINTS = endpoints({})
