import { endpoints } from './endpoint.ts'

/** Coming in: invitations, passkeys, passwords, recovery. */
export const ENTERING_ENDPOINTS = endpoints({})
