import { parseEdtf } from '../../record/edtf.ts'
import { daysAfter } from '../../record/days-around.ts'
import { parseLocalDate } from '../../time.ts'
import { isDateOfSaying } from '../dates/is-date-of-saying.ts'
import type { DateMention } from '../mentions.ts'
import type { ReadSentence } from '../read-sentence.ts'

/**
 * The dates of a sentence that may be those of events: what was said on Monday did not happen on Monday. "Two days
 * earlier" counts from the other day of the sentence, be it that of the saying; else from the last day that was told.
 *
 * @param eventTokens where the sentence tells of an event
 * @param lastDay the last day of an event before, as EDTF
 */
export function eventDates(
  read: ReadSentence,
  eventTokens: readonly number[],
  lastDay: string | null = null,
): DateMention[] {
  const speech = read.attributions.map(({ first }) => first)
  return read.dates
    .filter((date) => !isDateOfSaying(read.sentence, date, speech, eventTokens))
    .map((date) => fromOther(date, read.dates, lastDay))
}

function fromOther(date: DateMention, all: readonly DateMention[], lastDay: string | null): DateMention {
  if (date.daysFromOther === undefined) return date
  const days = all.flatMap(({ first, edtf }) => (edtf === null ? [] : [{ first, day: parseLocalDate(edtf) }]))
  const other = days.findLast(({ first }) => first < date.first) ?? days[0]
  const day = other ? other.day : parseLocalDate(lastDay ?? '')
  return day ? { ...date, edtf: parseEdtf(daysAfter(day, date.daysFromOther)) ?? null } : date
}

/** The date of one event of a sentence: the nearest to the word that tells it, before and after alike. */
export const nearestDate = (dates: readonly DateMention[], token: number): DateMention | undefined =>
  dates.toSorted((one, other) => distance(one, token) - distance(other, token))[0]

/** What is said to last since 2019 is rather something else: «au pouvoir depuis 2019». */
const OPEN_COST = 6

function distance({ first, last, edtf }: DateMention, token: number): number {
  const way = token < first ? first - token : token > last ? token - last : 0
  return way + (edtf?.endsWith('..') ? OPEN_COST : 0)
}
