/** Languages in which the record words its figures and dates. */
export type WordingLanguage = 'en' | 'fr'

/** The language to word in: `fr-CD` is read in French, what we have no words for in English. */
export const wordingLanguage = (language: string): WordingLanguage => (/^fr\b/i.test(language) ? 'fr' : 'en')
