import { endpoints } from './endpoint.ts'

/** Desks, checklist, publication, notes, previews, translations. */
export const PUBLISHING_ENDPOINTS = endpoints({})
