import type { Messages } from '../messages.tsx'

export const keys: Messages['keys'] = {}
