import type { relatedEn } from './related-en.ts'

/** Words that say why a story stands beside another, in French. */
export const relatedFr = {} as const satisfies Readonly<Record<keyof typeof relatedEn, string>>
