import type { Messages } from '../messages.tsx'

export const publishing: Messages['publishing'] = {}
