import type { Messages } from '../messages.tsx'

export const writing: Messages['writing'] = {}
