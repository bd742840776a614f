import { endpoints } from './endpoint.ts'

/** API keys. */
export const KEYS_ENDPOINTS = endpoints({})
