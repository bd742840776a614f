import type { DeskLanguage } from '../language.ts'
import type { CasualtyMention, DateMention } from '../mentions.ts'
import { eventPlace } from '../places/event-place.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, ReadDate } from '../reading.ts'
import { eventDates, nearestDate } from './date-for.ts'
import { type EventThread, NO_EVENT, type OwnEvent, threadAfter } from './event-thread.ts'
import { eventAt, goesOn, isTotal } from './event-words.ts'
import { dateIn, placeIn } from './place-in-text.ts'

/**
 * When and where a sentence places its event; undefined where it tells of none, or reckons up a whole war. A text may
 * begin with its event in any words, as long as it says when and where.
 */
export function ownEvent(
  read: ReadSentence,
  language: DeskLanguage,
  thread: EventThread = NO_EVENT,
): OwnEvent | undefined {
  const triggers = read.casualties.map(({ trigger }) => trigger)
  const told = triggers[0] ?? eventAt(read.sentence, language)
  const dates = eventDates(read, triggers, thread.lastDate?.edtf)
  if (reckonsUp(read, dates, language)) return undefined
  const date = nearestDate(dates.filter(isClosed), told)
  const place = eventPlace(read.sentence, read.places, triggers)
  const isLead = thread.date === null && thread.place === null && place !== null && isDay(date?.edtf)
  if (told < 0 && !isLead) return undefined
  return {
    date: date ? dateIn(read, date) : null,
    place: place ? placeIn(read, place) : null,
    goesOn: goesOn(read.sentence, language) || dates.some(({ kind }) => kind === 'same'),
  }
}

/** A reckoning of many events, unless it tells the day of one. */
const reckonsUp = (read: ReadSentence, dates: readonly DateMention[], language: DeskLanguage): boolean =>
  isTotal(read.sentence, language) && !dates.some((date) => isClosed(date) && isDay(date.edtf))

/** What has gone on since 2013 says nothing of when this happened. */
const isClosed = ({ edtf }: DateMention): boolean => edtf !== null && !edtf.endsWith('..')

const isDay = (edtf: string | null | undefined): boolean => /^\d{4}-\d\d-\d\d/.test(edtf ?? '')

/** What one casualty's day and place rest on. */
export interface Ground {
  readonly read: ReadSentence
  readonly casualty: CasualtyMention
  readonly thread: EventThread
  readonly language: DeskLanguage
  /** The tokens in which whoever speaks says it. */
  readonly scope: { readonly first: number; readonly last: number } | undefined
}

/** Its own date; else that of the event before, unless the sentence is somewhere else. */
export function dateFor({ read, casualty, thread, language }: Ground): ReadDate | null {
  const own = datesOf(read, casualty, thread)
  const date = nearestDate(own.filter(saysWhen), casualty.trigger)
  if (date) return dateIn(read, date)
  if (own.some(({ kind }) => kind === 'same')) return carried(thread.lastDate)
  if (reckonsUp(read, own, language)) return null
  const there = eventPlace(read.sentence, read.places, [casualty.trigger])
  const place = there && placeIn(read, there)
  return carried(threadAfter(thread, { date: null, place, goesOn: goesOn(read.sentence, language) }).date)
}

/** Its own place; else that of the event before, unless the sentence is of another day. */
export function placeFor({ read, casualty, thread, language, scope }: Ground): NamedInText | null {
  const { trigger, first, last } = casualty
  const own = eventPlace(read.sentence, read.places, [trigger, first, last], scope)
  if (own) return placeIn(read, own)
  const dates = datesOf(read, casualty, thread)
  if (reckonsUp(read, dates, language)) return null
  const date = nearestDate(dates.filter(saysWhen), trigger)
  const other = { date: date ? dateIn(read, date) : null, place: null, goesOn: goesOn(read.sentence, language) }
  const { place } = threadAfter(thread, other)
  return place && { ...place, carried: place.carried ?? { as: null } }
}

const datesOf = (
  read: ReadSentence,
  { trigger, first, last }: CasualtyMention,
  { lastDate }: EventThread,
): DateMention[] => eventDates(read, [trigger, first, last], lastDate?.edtf)

const carried = (date: ReadDate | null): ReadDate | null => date && { ...date, isCarried: true }

/**
 * Does it place an event, if only on a day that cannot be resolved: "the next day", or "on Saturday" where nobody knows when
 * the story went out? "The same day" and «il y a dix ans» leave that to the sentence before.
 */
const saysWhen = ({ edtf, kind, rots }: DateMention): boolean =>
  edtf !== null || kind === 'day' || (rots && kind !== 'same')
