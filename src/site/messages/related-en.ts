/** Words that say why a story stands beside another, in English. */
export const relatedEn = {} as const
