import type { mediaEn } from './media-en.ts'

/** Words around pictures, in French. */
export const mediaFr = {} as const satisfies Readonly<Record<keyof typeof mediaEn, string>>
