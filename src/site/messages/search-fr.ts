import type { searchEn } from './search-en.ts'

/** Words of the search across stories and the record, in French. */
export const searchFr = {} as const satisfies Readonly<Record<keyof typeof searchEn, string>>
