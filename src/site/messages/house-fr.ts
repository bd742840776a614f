import type { houseEn } from './house-en.ts'

/** Words of the masthead, the fronts and the pages on which the paper speaks of itself, in French. */
export const houseFr = {} as const satisfies Readonly<Record<keyof typeof houseEn, string>>
