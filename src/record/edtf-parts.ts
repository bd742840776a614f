import { parseLocalDate } from '../time.ts'

/** How sure a date is: "about" (~), "perhaps" (?), or both (%). */
export type Qualifier = '~' | '?' | '%' | null

/**
 * A date as it is written: four characters of the year, two of the month and two of the day, with X for a digit that
 * nobody knows. Month or day is null where the date does not go so far. The months 21 to 24 are spring to winter.
 */
export interface EdtfDate {
  readonly year: string
  readonly month: string | null
  readonly day: string | null
  readonly qualifier: Qualifier
}

/** An end of an interval: a date, one that nobody knows (nothing is written), or none at all (`..`). */
export type EdtfEnd = EdtfDate | 'unknown' | 'open'

/** A date taken apart. */
export type EdtfParts =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  | { readonly kind: 'interval'; readonly start: EdtfEnd; readonly end: EdtfEnd }
  /** One of them, and nobody knows which. */
  | { readonly kind: 'one-of'; readonly dates: readonly EdtfDate[] }

/** Why a text is no date that the record can keep. */
export type EdtfFault = 'not-edtf' | 'no-such-day' | 'time-of-day' | 'says-nothing'

type Read<Part> = { readonly ok: true; readonly part: Part } | { readonly ok: false; readonly fault: EdtfFault }

const read = <Part>(part: Part): Read<Part> => ({ ok: true, part })
const refuse = (fault: EdtfFault) => ({ ok: false, fault }) as const

/**
 * Takes a date apart as it is written: levels 0 and 1 of the Extended Date/Time Format, and "one of a set" of level 2.
 * Years have four digits and none is before the year 0; hours belong in `clock`, not here.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export function readEdtf(text: string): Read<EdtfParts> {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return refuse('time-of-day')
  if (text.includes('/')) return readInterval(text)
  if (text.startsWith('[')) return readSet(text)
  const date = readDate(text)
  return date.ok ? read({ kind: 'date', date: date.part }) : date
}

function readInterval(text: string): Read<EdtfParts> {
  const [from = '', to = '', ...rest] = text.split('/')
  if (rest.length > 0) return refuse('not-edtf')
  const start = readEnd(from)
  if (!start.ok) return start
  const end = readEnd(to)
  if (!end.ok) return end
  const saysNothing = typeof start.part === 'string' && typeof end.part === 'string'
  return saysNothing ? refuse('says-nothing') : read({ kind: 'interval', start: start.part, end: end.part })
}

function readEnd(text: string): Read<EdtfEnd> {
  if (text === '') return read('unknown')
  return text === '..' ? read('open') : readDate(text)
}

function readSet(text: string): Read<EdtfParts> {
  const members = /^\[(.+)\]$/.exec(text)?.[1]?.split(',') ?? []
  if (members.length < 2 || new Set(members).size < members.length) return refuse('not-edtf')
  const dates: EdtfDate[] = []
  for (const member of members) {
    const date = readDate(member)
    if (!date.ok) return date
    dates.push(date.part)
  }
  return read({ kind: 'one-of', dates })
}

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%])?$/
const SEASON = /^2[1-4]$/

function readDate(text: string): Read<EdtfDate> {
  const found = DATE.exec(text)
  if (!found) return refuse('not-edtf')
  const [, year = '', month = null, day = null, sign = ''] = found
  const qualifier = sign === '~' || sign === '?' || sign === '%' ? sign : null
  if (!isUnknownFromTheRight(year, month, day)) return refuse('not-edtf')
  return exists(year, month, day) ? read({ year, month, day, qualifier }) : refuse('no-such-day')
}

/** Level 1 lets digits be unknown from the right only, and a season has no days. */
function isUnknownFromTheRight(year: string, month: string | null, day: string | null): boolean {
  if (month === null) return true
  if (year.includes('X')) return false
  if (SEASON.test(month)) return day === null
  return month !== 'XX' || day === null || day === 'XX'
}

function exists(year: string, month: string | null, day: string | null): boolean {
  if (month === null || month === 'XX' || SEASON.test(month)) return true
  return parseLocalDate(`${year}-${month}-${day === null || day === 'XX' ? '01' : day}`) !== undefined
}
