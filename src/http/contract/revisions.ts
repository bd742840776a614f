import { endpoints } from './endpoint.ts'

/** What a story said before. */
export const REVISIONS_ENDPOINTS = endpoints({})
