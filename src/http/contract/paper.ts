import { endpoints } from './endpoint.ts'

/** Sections, bylines, pages, redirects, corrections, reports, settings. */
export const PAPER_ENDPOINTS = endpoints({})
