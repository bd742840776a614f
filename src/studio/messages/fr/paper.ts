import type { Messages } from '../messages.tsx'

export const paper: Messages['paper'] = {}
