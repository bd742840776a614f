import { endpoints } from './endpoint.ts'

/** The list of stories and what is on it. */
export const STORIES_ENDPOINTS = endpoints({})
