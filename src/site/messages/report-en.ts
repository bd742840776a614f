/** Words with which readers write to the newsroom, in English. */
export const reportEn = {} as const
