import type { NamedInText, ReadDate } from '../reading.ts'

/**
 * The event that a text is telling of: when and where, as an earlier sentence said. News says it once and goes on: "in that
 * incident", «dans cette attaque».
 */
export interface EventThread {
  readonly date: ReadDate | null
  readonly place: NamedInText | null
  /** The last day that any event had: what happened "the same day" elsewhere happened then. */
  readonly lastDate: ReadDate | null
}

export const NO_EVENT: EventThread = { date: null, place: null, lastDate: null }

/** What a sentence says of its event. */
export interface OwnEvent {
  readonly date: ReadDate | null
  readonly place: NamedInText | null
  /** Does it go on about the event before in so many words: "the attack", «cette embuscade», "the same day"? */
  readonly goesOn: boolean
}

/**
 * What a sentence leaves to the next. One that says when or where differently begins another event, and what it does not
 * say is not known any more; unless it says itself that it goes on.
 */
export function threadAfter(before: EventThread, { date, place, goesOn }: OwnEvent): EventThread {
  const isOtherDay = date !== null && before.date !== null && date.edtf !== before.date.edtf
  const isElsewhere = place !== null && before.place !== null && isAnotherPlace(place.text, before.place.text)
  return {
    date: date ?? (isElsewhere && !goesOn ? null : before.date),
    place: place ?? (isOtherDay && !goesOn ? null : before.place),
    lastDate: date ?? before.lastDate,
  }
}

/** "The town" may be any; "Kabul" and "a hotel in Kabul" are one, told twice; two names are two places. */
function isAnotherPlace(now: string, before: string): boolean {
  const [short = '', long = ''] = [now.toLowerCase(), before.toLowerCase()].toSorted((a, b) => a.length - b.length)
  return /\p{Lu}/u.test(now.slice(1)) && !long.includes(short)
}
