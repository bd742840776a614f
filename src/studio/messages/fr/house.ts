import type { Messages } from '../messages.tsx'

export const house: Messages['house'] = {}
