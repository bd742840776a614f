import type { Messages } from '../messages.tsx'

export const account: Messages['account'] = {}
