import type { Messages } from '../messages.tsx'

export const citing: Messages['citing'] = {}
