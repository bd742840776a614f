import type { ReadingOptions } from '../intake-file.ts'
import { type ToldDate, toldDate } from '../told-date.ts'

/**
 * A moment that WordPress notes twice: in UTC where it has one, else as the clock at the site showed it, to the minute
 * where its zone is known and to the day where it is not.
 */
export function notedDate(
  noted: { readonly utc: string; readonly local: string; readonly other?: string },
  options: ReadingOptions,
): ToldDate {
  const utc = noted.utc.trim()
  const told = [
    toldDate(/\d$/.test(utc) && utc.length > 10 ? `${utc}Z` : utc, options),
    toldDate(noted.local, options, 'strict'),
    toldDate(BEGINNING_OF_TIME.test(noted.other ?? '') ? '' : (noted.other ?? ''), options),
  ]
  return told.find(({ date }) => date !== null) ?? told.find(({ fault }) => fault !== null) ?? NOTHING
}

const NOTHING: ToldDate = { date: null, fault: null }

/** What old versions make of a date of zeros: 30 November of the year before 1 or before 2000. */
const BEGINNING_OF_TIME = /30 Nov (?:-0001|1999) 00:00:00/
