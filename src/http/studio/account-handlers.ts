import type { ACCOUNT_ENDPOINTS } from '../contract/account.ts'
import type { Handlers } from './answer-endpoint.ts'

/** One’s own account: factors, devices, language. */
export const accountHandlers: Handlers<typeof ACCOUNT_ENDPOINTS> = {}
