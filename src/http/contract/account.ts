import { endpoints } from './endpoint.ts'

/** One’s own account: factors, devices, language. */
export const ACCOUNT_ENDPOINTS = endpoints({})
