import type { Language } from '../../story/story.ts'

const isArabic = (language: Language): boolean => /^ar\b/i.test(language)

/** Between parts of a line that no message joins: ", ", in Arabic "، ". */
export const comma = (language: Language): string => (isArabic(language) ? '، ' : ', ')

/** Between statements of a line that no message joins: "; ", in Arabic "؛ ". */
export const semicolon = (language: Language): string => (isArabic(language) ? '؛ ' : '; ')
