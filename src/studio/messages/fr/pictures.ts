import type { Messages } from '../messages.tsx'

export const pictures: Messages['pictures'] = {}
