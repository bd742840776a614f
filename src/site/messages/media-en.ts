/** Words around pictures, in English. */
export const mediaEn = {} as const
