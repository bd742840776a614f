import type { formatsEn } from './formats-en.ts'

/** Words of feeds, of other forms of a page, and of its mirrors, in French. */
export const formatsFr = {} as const satisfies Readonly<Record<keyof typeof formatsEn, string>>
