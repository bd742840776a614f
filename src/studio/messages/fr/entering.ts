import type { Messages } from '../messages.tsx'

export const entering: Messages['entering'] = {}
