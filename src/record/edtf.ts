import type { LocalDate } from '../time.ts'
import { type EdtfDate, type EdtfEnd, type EdtfFault, type EdtfParts, readEdtf } from './edtf-parts.ts'
import type { Edtf } from './when.ts'

/**
 * Reads a date in the Extended Date/Time Format: levels 0 and 1, and "one of a set" of level 2.
 *
 * `2024-07-27`, `2024-07`, `2024`; `2024-07-XX` some day in July; `2024-07-27~` about, `?` perhaps, `%` both;
 * `2024-07-25/2024-07-27` from, to; `/2024-07-27` on or before; `2024-07-22/..` since, and not over;
 * `[2024-07-25,2024-07-26]` one or the other. Undefined for a day that no calendar has (31 June), for an interval that
 * ends before it begins or tells nothing of either end, and for a time of day.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export const parseEdtf = (text: string): Edtf | undefined => (faultOfEdtf(text) === null ? (text as Edtf) : undefined)

/** Why `parseEdtf` refuses a text; null when it does not. */
export function faultOfEdtf(text: string): EdtfFault | 'upside-down' | null {
  const read = readEdtf(text)
  if (!read.ok) return read.fault
  const { earliest, latest } = boundsOfParts(read.part)
  return earliest !== null && latest !== null && earliest > latest ? 'upside-down' : null
}

/** The parts of a date. @throws Error for a text that never went through `parseEdtf`: a bug, not bad input */
export function partsOfEdtf(edtf: Edtf): EdtfParts {
  const read = readEdtf(edtf)
  if (!read.ok) throw new Error(`${edtf} never went through parseEdtf`)
  return read.part
}

/** The days between which a date lies, both included; null where nobody knows, or where there is no end. */
export interface DateBounds {
  readonly earliest: LocalDate | null
  readonly latest: LocalDate | null
}

/** The first and the last day that a date may mean. "About" and "perhaps" do not widen it: nobody said by how much. */
export function edtfBounds(edtf: Edtf): DateBounds {
  const known = bounds.get(edtf)
  if (known) return known
  const made = boundsOfParts(partsOfEdtf(edtf))
  if (bounds.size >= MOST_BOUNDS) bounds.clear()
  bounds.set(edtf, made)
  return made
}

/** Sorting and comparing ask for the bounds of the same few dates again and again. */
const bounds = new Map<Edtf, DateBounds>()
const MOST_BOUNDS = 2_000

function boundsOfParts(parts: EdtfParts): DateBounds {
  switch (parts.kind) {
    case 'date':
      return { earliest: firstDay(parts.date), latest: lastDay(parts.date) }
    case 'interval':
      return {
        earliest: typeof parts.start === 'string' ? null : firstDay(parts.start),
        latest: typeof parts.end === 'string' ? null : lastDay(parts.end),
      }
    case 'one-of':
      return {
        earliest: parts.dates.map(firstDay).sort().at(0) ?? null,
        latest: parts.dates.map(lastDay).sort().at(-1) ?? null,
      }
  }
}

/** Has it begun and not ended, as far as anybody says? `2024-07-22/..` */
export function isOngoing(edtf: Edtf): boolean {
  const parts = partsOfEdtf(edtf)
  return parts.kind === 'interval' && parts.end === 'open'
}

/** How exactly a date is known, in the numbers of two big collections; null where they have none for it. */
export interface DatePrecision {
  /** UCDP's `date_prec`: 1 the day, 2 within six days, 3 the week, 4 the month, 5 the year. */
  readonly ucdp: 1 | 2 | 3 | 4 | 5 | null
  /** ACLED's `time_precision`: 1 the day, 2 the week, 3 the month. */
  readonly acled: 1 | 2 | 3 | null
}

/**
 * The precision of a date, read off the date itself.
 *
 * A day is 1, unless it is "about" or "perhaps": then 2. What lies within two to six days is 2, within a week UCDP's 3,
 * within a month UCDP's 4 and ACLED's 3. Anything longer, or with an end that nobody knows, is the coarsest of each
 * (for "on or before" the specification leaves UCDP's 4 or 5 open; a start that nobody knows may lie months back). What
 * still goes on has no precision in either.
 *
 * @see record.md 1.6, Time
 */
export function edtfPrecision(edtf: Edtf): DatePrecision {
  if (isOngoing(edtf)) return { ucdp: null, acled: null }
  const { earliest, latest } = edtfBounds(edtf)
  if (earliest === null || latest === null) return { ucdp: 5, acled: 3 }
  const days = (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1
  if (days === 1 && !isQualified(edtf)) return { ucdp: 1, acled: 1 }
  if (days <= 6) return { ucdp: 2, acled: 2 }
  if (days === 7) return { ucdp: 3, acled: 2 }
  return { ucdp: days <= 31 ? 4 : 5, acled: 3 }
}

function isQualified(edtf: Edtf): boolean {
  const parts = partsOfEdtf(edtf)
  const dates: readonly EdtfEnd[] =
    parts.kind === 'date' ? [parts.date] : parts.kind === 'one-of' ? parts.dates : [parts.start, parts.end]
  return dates.some((date) => typeof date !== 'string' && date.qualifier !== null)
}

/**
 * The months between which a season lies wherever one lives: north and south of the equator it falls into different
 * ones, and a winter runs over the turn of the year. Counted from the January of its year: 0 is the December before.
 */
const SEASON_MONTHS: ReadonlyMap<string, readonly [first: number, last: number]> = new Map([
  ['21', [3, 11]],
  ['22', [0, 14]],
  ['23', [3, 11]],
  ['24', [0, 14]],
])

function firstDay({ year, month, day }: EdtfDate): LocalDate {
  const [first] = monthsOf(month)
  return dayOf(Number(year.replaceAll('X', '0')), first, day === null || day === 'XX' ? 1 : Number(day))
}

function lastDay({ year, month, day }: EdtfDate): LocalDate {
  const [, last] = monthsOf(month)
  const inYear = Number(year.replaceAll('X', '9'))
  // Day 0 is the last of the month before.
  return day === null || day === 'XX' ? dayOf(inYear, last + 1, 0) : dayOf(inYear, last, Number(day))
}

function monthsOf(month: string | null): readonly [first: number, last: number] {
  if (month === null || month === 'XX') return [1, 12]
  return SEASON_MONTHS.get(month) ?? [Number(month), Number(month)]
}

function dayOf(year: number, month: number, day: number): LocalDate {
  const date = new Date(0)
  // The constructor would take the year 24 for 1924.
  date.setUTCFullYear(year, month - 1, day)
  // A season can run out of the years that are written with four digits.
  if (date.getUTCFullYear() < 0) return '0000-01-01' as LocalDate
  return (date.getUTCFullYear() > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10)) as LocalDate
}
