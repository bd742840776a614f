import type { DateForm } from './date-words.ts'

/**
 * A way in which a language writes a date: a pattern over keys joined by spaces, tried at one place of a sentence.
 *
 * @param offset in days, for words that count from another day
 */
export const form = (as: DateForm['as'], words: string, offset?: number): DateForm => ({
  as,
  words: new RegExp(`(?:${words})(?= |$)`, 'y'),
  ...(offset !== undefined && { offset }),
})
