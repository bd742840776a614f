/** Words of feeds, of other forms of a page, and of its mirrors, in English. */
export const formatsEn = {} as const
