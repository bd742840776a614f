import type { Messages } from '../messages.tsx'

export const fronts: Messages['fronts'] = {}
