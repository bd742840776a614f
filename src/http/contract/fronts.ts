import { endpoints } from './endpoint.ts'

/** Fronts, their places and the calendar. */
export const FRONTS_ENDPOINTS = endpoints({})
