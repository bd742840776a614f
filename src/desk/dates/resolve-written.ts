import { daysAfter } from '../../record/days-around.ts'
import { weekdayOf } from '../../record/weekday-words.ts'
import type { LocalDate } from '../../time.ts'
import { dayIn, pad, yearNamed, yearOf, yearOfTwoDigits } from './calendar-year.ts'
import { dayInWords, monthInWords } from './day-in-words.ts'
import { type DateAnswer, dated, type FoundDate, isGenitive, led, wordBefore } from './found-date.ts'

/** "27 July 2024", «le 11 janvier dernier», "3 JAN 90". A weekday that contradicts its date leaves it unresolved. */
export function resolveDay(found: FoundDate): DateAnswer {
  const { groups } = found
  const [month, day] = [monthOf(groups['month'], found), Number.parseInt(groups['day'] ?? '', 10)]
  if (month === undefined || !dayIn(2024, month, day)) return undefined
  if (isName(found)) return 'none'
  const isLast = groups['last'] !== undefined || groups['on'] === 'last'
  const year = yearWritten(groups, found) ?? yearOf(month, day, found, isLast)
  if (Number.isNaN(year)) return undefined
  const date = year === null ? undefined : dayIn(year, month, day)
  const weekday = found.words.weekdays.get((groups['weekday'] ?? '').replace(' .', ''))
  const isWrong = date === undefined || (weekday !== undefined && weekdayOf(date) !== weekday)
  const { edtf, isSpan } = led(found, isWrong ? null : date)
  const instead = isLast && !isWrong ? lastDay(date, found) : null
  return dated(edtf, isSpan ? 'span' : 'day', { rots: isLast, instead })
}

const lastDay = (date: LocalDate, found: FoundDate): string | null =>
  isGenitive(found)
    ? null
    : found.words.instead.near({
        day: dayInWords(date, found, { year: true }),
        part: null,
        lead: '',
        before: wordBefore(found),
      })

/** "The March 23 Movement"; "born on 3 May 1970". */
const isName = ({ before, after, words }: FoundDate): boolean =>
  words.nameBefore.test(before) || words.nameAfter.has(after)

function yearWritten(groups: FoundDate['groups'], found: FoundDate): number | undefined {
  if (groups['year'] !== undefined) return Number(groups['year'])
  return groups['yy'] === undefined ? undefined : (yearOfTwoDigits(groups['yy'], found) ?? Number.NaN)
}

function monthOf(word: string | undefined, { words }: FoundDate): number | undefined {
  if (word === undefined) return undefined
  const digits = /^\d+$/.test(word) ? Number(word) : undefined
  return digits ?? words.months.get(word.replace(' .', ''))
}

/** "From July 22 to 27", "between 25 and 27 July", "25 or 26 July"; "22 and 23 July" only where they are neighbours. */
export function resolveDays(found: FoundDate): DateAnswer {
  const { groups } = found
  const month2 = monthOf(groups['month2'] ?? groups['month'], found)
  const month = monthOf(groups['month'] ?? groups['month2'], found)
  const [day, day2] = [Number.parseInt(groups['day'] ?? '', 10), Number.parseInt(groups['day2'] ?? '', 10)]
  if (month === undefined || month2 === undefined || !dayIn(2024, month, day) || !dayIn(2024, month2, day2))
    return undefined
  const year2 = Number(groups['year2'] ?? Number.NaN) || yearOf(month2, day2, found, groups['last'] !== undefined)
  const kind = groups['night'] === undefined && groups['evening'] === undefined ? 'span' : 'night'
  if (year2 === null) return dated(null, kind)
  const year = Number(groups['year'] ?? Number.NaN) || (month > month2 ? year2 - 1 : year2)
  const [first, second] = [dayIn(year, month, day), dayIn(year2, month2, day2)]
  if (!first || !second || first >= second) return undefined
  if (groups['or'] !== undefined) return dated(`[${first},${second}]`, 'span')
  if (groups['and'] !== undefined && !joinsAny(groups['between']) && daysAfter(first, 1) !== second) return undefined
  return dated(`${first}/${second}`, kind)
}

/** "Between 3 and 7" is a stretch; "on 3 and 7" is two days. */
export const joinsAny = (lead: string | undefined): boolean => lead === 'between' || lead === 'from' || lead === 'entre'

/** "In January 2021", "last July", «fin mai». */
export function resolveMonth(found: FoundDate): DateAnswer {
  const { groups, publishedOn } = found
  const month = monthOf(groups['month'], found)
  if (month === undefined) return undefined
  const named = yearNamed(groups, publishedOn)
  const isLast = groups['last'] !== undefined
  const written = groups['year'] === undefined ? named : Number(groups['year'])
  const year = written === undefined ? monthYear(month, found, isLast) : written
  const rots = isLast || named !== undefined
  if (year === null) return dated(null, 'month', { rots })
  const text = `${pad(year, 4)}-${pad(month)}`
  const { edtf, isSpan } = led(found, text)
  const wording = { day: '', part: null, lead: '', before: wordBefore(found) }
  const instead =
    rots && !isGenitive(found) ? found.words.instead.month(monthInWords(text, found, true), wording) : null
  return dated(edtf, isSpan ? 'span' : 'month', { rots, instead })
}

const monthYear = (month: number, found: FoundDate, isLast: boolean): number | null => {
  const isThis = Number(found.publishedOn?.slice(5, 7)) === month
  const year = yearOf(month, 1, found)
  // "Last July" in July is that of the year before.
  return year !== null && isLast && isThis ? year - 1 : year
}

/** "Between July 2021 and March 2022", «entre mars et juin cette année». */
export function resolveMonths(found: FoundDate): DateAnswer {
  const { groups, publishedOn } = found
  const [month, month2] = [monthOf(groups['month'], found), monthOf(groups['month2'], found)]
  if (month === undefined || month2 === undefined) return undefined
  const isNeighbour = (month % 12) + 1 === month2
  if (groups['and'] !== undefined && !joinsAny(groups['between']) && !isNeighbour) return undefined
  const named = yearNamed(groups, publishedOn)
  const written = groups['year2'] === undefined ? named : Number(groups['year2'])
  const year2 = written === undefined ? monthYear(month2, found, false) : written
  const rots = named !== undefined || groups['last'] !== undefined
  if (year2 === null) return dated(null, 'span', { rots })
  const year = groups['year'] === undefined ? (month > month2 ? year2 - 1 : year2) : Number(groups['year'])
  return dated(`${pad(year, 4)}-${pad(month)}/${pad(year2, 4)}-${pad(month2)}`, 'span', { rots })
}

/** "In 2019". */
export function resolveYear(found: FoundDate): DateAnswer {
  const { edtf, isSpan } = led(found, found.groups['year'] ?? null)
  return dated(edtf, isSpan ? 'span' : 'year')
}

/** "Between 2014 and 2019"; "in 2020 and 2021". */
export function resolveYears({ groups }: FoundDate): DateAnswer {
  const [first, second] = [Number(groups['year']), Number(groups['year2'])]
  if (first >= second) return undefined
  if (groups['and'] !== undefined && !joinsAny(groups['between']) && first + 1 !== second) return undefined
  return dated(`${first}/${second}`, 'span')
}
