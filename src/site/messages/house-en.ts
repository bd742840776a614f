/** Words of the masthead, the fronts and the pages on which the paper speaks of itself, in English. */
export const houseEn = {} as const
