import { isDateOfSaying } from '../dates/is-date-of-saying.ts'
import type { DateMention } from '../mentions.ts'
import type { ReadSentence } from '../read-sentence.ts'

/**
 * The dates of a sentence that may be those of events: what was said on Monday did not happen on Monday.
 *
 * @param eventTokens where the sentence tells of an event
 */
export function eventDates(read: ReadSentence, eventTokens: readonly number[]): DateMention[] {
  const speech = read.attributions.map(({ first }) => first)
  return read.dates.filter((date) => !isDateOfSaying(read.sentence, date, speech, eventTokens))
}

/** The date of one event of a sentence: the nearest to the word that tells it, before and after alike. */
export const nearestDate = (dates: readonly DateMention[], token: number): DateMention | undefined =>
  dates.toSorted((one, other) => distance(one, token) - distance(other, token))[0]

const distance = ({ first, last }: DateMention, token: number): number =>
  token < first ? first - token : token > last ? token - last : 0
