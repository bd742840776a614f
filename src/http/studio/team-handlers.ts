import type { TEAM_ENDPOINTS } from '../contract/team.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Who works here, desks and invitations. */
export const teamHandlers: Handlers<typeof TEAM_ENDPOINTS> = {}
