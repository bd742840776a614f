import { endpoints } from './endpoint.ts'

/** Audit, health, import, export. */
export const HOUSE_ENDPOINTS = endpoints({})
