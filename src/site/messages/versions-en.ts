/** Words around what changed: versions of a story, corrections, translations, in English. */
export const versionsEn = {} as const
