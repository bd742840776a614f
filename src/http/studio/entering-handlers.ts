import type { ENTERING_ENDPOINTS } from '../contract/entering.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Coming in: invitations, passkeys, passwords, recovery. */
export const enteringHandlers: Handlers<typeof ENTERING_ENDPOINTS> = {}
