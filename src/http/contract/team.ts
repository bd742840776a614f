import { endpoints } from './endpoint.ts'

/** Who works here, desks and invitations. */
export const TEAM_ENDPOINTS = endpoints({})
