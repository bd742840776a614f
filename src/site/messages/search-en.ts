/** Words of the search across stories and the record, in English. */
export const searchEn = {} as const
