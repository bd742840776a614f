import type { Messages } from '../messages.tsx'

export const stories: Messages['stories'] = {}
