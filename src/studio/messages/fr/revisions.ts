import type { Messages } from '../messages.tsx'

export const revisions: Messages['revisions'] = {}
