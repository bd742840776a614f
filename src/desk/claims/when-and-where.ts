import type { DeskLanguage } from '../language.ts'
import type { CasualtyMention, DateMention } from '../mentions.ts'
import { eventPlace } from '../places/event-place.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, ReadDate } from '../reading.ts'
import { eventDates, nearestDate } from './date-for.ts'
import { type EventThread, type OwnEvent, threadAfter } from './event-thread.ts'
import { goesOn, tellsOfEvent } from './event-words.ts'
import { dateIn, placeIn } from './place-in-text.ts'

/** When and where a sentence places its event; undefined where it tells of none. */
export function ownEvent(read: ReadSentence, language: DeskLanguage): OwnEvent | undefined {
  const triggers = read.casualties.map(({ trigger }) => trigger)
  if (triggers.length === 0 && !tellsOfEvent(read.sentence, language)) return undefined
  const dates = eventDates(read, triggers)
  const date = dates.find(({ edtf }) => edtf !== null)
  const place = eventPlace(read.sentence, read.places, triggers)
  return {
    date: date ? dateIn(read, date) : null,
    place: place ? placeIn(read, place) : null,
    goesOn: goesOn(read.sentence, language) || dates.some(({ kind }) => kind === 'same'),
  }
}

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
  const own = datesOf(read, casualty)
  const date = nearestDate(own.filter(saysWhen), casualty.trigger)
  if (date) return dateIn(read, date)
  if (own.some(({ kind }) => kind === 'same')) return carried(thread.lastDate)
  const there = eventPlace(read.sentence, read.places, [casualty.trigger])
  const place = there && placeIn(read, there)
  return carried(threadAfter(thread, { date: null, place, goesOn: goesOn(read.sentence, language) }).date)
}

/** Its own place; else that of the event before, unless the sentence is of another day. */
export function placeFor({ read, casualty, thread, language, scope }: Ground): NamedInText | null {
  const { trigger, first, last } = casualty
  const own = eventPlace(read.sentence, read.places, [trigger, first, last], scope)
  if (own) return placeIn(read, own)
  const date = nearestDate(datesOf(read, casualty).filter(saysWhen), trigger)
  const other = { date: date ? dateIn(read, date) : null, place: null, goesOn: goesOn(read.sentence, language) }
  const { place } = threadAfter(thread, other)
  return place && { ...place, carried: place.carried ?? { as: null } }
}

const datesOf = (read: ReadSentence, { trigger, first, last }: CasualtyMention): DateMention[] =>
  eventDates(read, [trigger, first, last])

const carried = (date: ReadDate | null): ReadDate | null => date && { ...date, isCarried: true }

/**
 * Does it place an event, if only on a day that cannot be resolved: "the next day", or "on Saturday" where nobody knows when
 * the story went out? "The same day" and «il y a dix ans» leave that to the sentence before.
 */
const saysWhen = ({ edtf, kind, rots }: DateMention): boolean =>
  edtf !== null || kind === 'day' || (rots && kind !== 'same')
