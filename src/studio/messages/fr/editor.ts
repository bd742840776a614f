import type { Messages } from '../messages.tsx'

export const editor: Messages['editor'] = {}
