import type { Messages } from '../messages.tsx'

export const team: Messages['team'] = {}
