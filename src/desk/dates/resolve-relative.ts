import { daysAfter, mostRecent } from '../../record/days-around.ts'
import { weekdayOf } from '../../record/weekday-words.ts'
import type { LocalDate } from '../../time.ts'
import type { Wording } from './date-words.ts'
import { dayInWords, monthInWords, pairInWords } from './day-in-words.ts'
import { type DateAnswer, dated, type FoundDate, isGenitive, led, wordBefore } from './found-date.ts'
import { joinsAny } from './resolve-written.ts'

const wording = (found: FoundDate, day = ''): Wording => ({
  day,
  part: found.groups['part'] ?? found.groups['part2'] ?? null,
  lead: (found.groups['on'] ?? '').trim(),
  before: wordBefore(found),
})

/** What rots is mended only where its grammar allows: "Saturday's" stays. */
const mended = (found: FoundDate, words: string | null): { rots: true; instead: string | null } => ({
  rots: true,
  instead: isGenitive(found) ? null : words,
})

/**
 * "On Saturday": the most recent one, that of publication included; in what tells of the future the next one, and then
 * only perhaps. "Last Saturday" is never today.
 */
export function resolveWeekday(found: FoundDate): DateAnswer {
  const { groups, words, publishedOn } = found
  const weekday = words.weekdays.get(groups['weekday'] ?? '')
  if (weekday === undefined) return undefined
  if (words.notBefore.has(wordBefore(found)) || words.notAfter.has(found.after)) return 'none'
  if (publishedOn === null) return dated(null, 'day', { rots: true })
  const isLast = groups['last'] !== undefined || groups['last2'] !== undefined
  const isNext = groups['next'] !== undefined
  if (!isLast && (found.isAhead || isNext)) return dated(comingDay(weekday, publishedOn, isNext), 'day', { rots: true })
  const date = mostRecent(weekday, isLast ? daysAfter(publishedOn, -1) : publishedOn)
  const { edtf, isSpan } = led(found, date)
  const day = dayInWords(date, found, { weekday: true })
  return dated(edtf, isSpan ? 'span' : 'day', mended(found, words.instead.weekday(wording(found, day))))
}

/** "Next Saturday" may be either of two. */
const comingDay = (weekday: number, publishedOn: LocalDate, isNext: boolean): string | null =>
  isNext ? null : `${daysAfter(publishedOn, (weekday - weekdayOf(publishedOn) + 7) % 7)}?`

/** "Thursday through Saturday", «dans la nuit de dimanche à lundi», "overnight into Sunday". */
export function resolveWeekdays(found: FoundDate): DateAnswer {
  const { groups, words, publishedOn } = found
  const begun = words.weekdays.get(groups['weekday'] ?? '')
  const ended = words.weekdays.get(groups['weekday2'] ?? '')
  const isEvening = /^(?:night|evening|soir)$/.test(groups['part'] ?? '')
  const kind = groups['night'] !== undefined || (isEvening && isNextDay(begun, ended)) ? 'night' : 'span'
  const first = begun ?? ((ended ?? 0) + 6) % 7
  const second = ended ?? (first + 1) % 7
  if (first === second || (groups['night'] !== undefined && !isNextDay(first, second))) return undefined
  if (groups['and'] !== undefined && !joinsAny(groups['between']) && !isNextDay(first, second)) return undefined
  if (publishedOn === null || found.isAhead) return dated(null, kind, { rots: true })
  const last = mostRecent(second, publishedOn)
  const from = mostRecent(first, daysAfter(last, -1))
  const [one, other] = pairInWords(from, last, found)
  const said = {
    ...wording(found),
    lead:
      groups['and'] !== undefined && !joinsAny(groups['between'])
        ? 'and'
        : (groups['between'] ?? groups['night'] ?? ''),
  }
  const isPlain = groups['part'] === undefined && groups['part2'] === undefined
  const instead =
    kind === 'night' ? words.instead.night(one, other, said) : isPlain ? words.instead.range(one, other, said) : null
  return dated(`${from}/${last}`, kind, mended(found, instead))
}

const isNextDay = (first: number | undefined, second: number | undefined): boolean =>
  first === undefined || second === undefined || (first + 1) % 7 === second

/** "Yesterday", «ce matin», "three days ago". */
export function resolveNear(found: FoundDate): DateAnswer {
  const days = found.form.as === 'ago' ? -daysCounted(found) : (found.form.offset ?? 0)
  if (isNowadays(found)) return 'none'
  if (found.publishedOn === null || Number.isNaN(days)) return dated(null, 'day', { rots: !Number.isNaN(days) })
  const date = daysAfter(found.publishedOn, days)
  const { edtf, isSpan } = led(found, date)
  const words = found.words.instead.near(wording(found, dayInWords(date, found)))
  return dated(edtf, isSpan ? 'span' : 'day', mended(found, words))
}

/** «Le porte-parole, aujourd'hui professeur»: it says what he is now. */
const isNowadays = ({ words, groups, form, before, after }: FoundDate): boolean =>
  words.afterToday !== null &&
  form.offset === 0 &&
  groups['part'] === undefined &&
  groups['part2'] === undefined &&
  before.endsWith(', ') &&
  /^\p{L}/u.test(after) &&
  !words.afterToday.has(after)

/** Up to six: a week and more is too round to be a date. */
function daysCounted({ groups, words }: FoundDate): number {
  const count = groups['count'] ?? ''
  const days = /^\d+$/.test(count) ? Number(count) : (words.numbers.get(count) ?? Number.NaN)
  return days >= 1 && days <= 6 ? days : Number.NaN
}

/** "Two days earlier", «le lendemain»: so many days from another; "the day before the attack" is told by the attack. */
export function resolveOtherDay(found: FoundDate): DateAnswer {
  const { form, groups, after, words } = found
  const days = form.offset ?? daysCounted(found) * (groups['back'] === undefined ? 1 : -1)
  const isOpen = !Number.isNaN(days) && !(groups['bound'] !== undefined && words.boundTo.has(after))
  return isOpen ? { ...dated(null, 'day'), daysFromOther: days } : dated(null, 'day')
}

/** "Overnight", "last night", «cette nuit»: from the evening before publication. */
export function resolveNight(found: FoundDate): DateAnswer {
  if (found.publishedOn === null || found.isAhead) return dated(null, 'night', { rots: true })
  const evening = daysAfter(found.publishedOn, -1)
  const [one, other] = pairInWords(evening, found.publishedOn, found)
  const words = found.words.instead.night(one, other, wording(found))
  return dated(`${evening}/${found.publishedOn}`, 'night', mended(found, words))
}

/** "This weekend": the most recent that has begun; "last weekend": that is over. */
export function resolveWeekend(found: FoundDate): DateAnswer {
  if (found.publishedOn === null || found.isAhead) return dated(null, 'span', { rots: true })
  const isOver = found.groups['last'] !== undefined
  const sunday = mostRecent(0, daysAfter(found.publishedOn, -1))
  const saturday = isOver ? daysAfter(sunday, -1) : mostRecent(6, found.publishedOn)
  const [one, other] = pairInWords(saturday, daysAfter(saturday, 1), found)
  const words = found.words.instead.weekend(one, other, wording(found))
  return dated(`${saturday}/${daysAfter(saturday, 1)}`, 'span', mended(found, words))
}

/** "Last week", from its Monday to its Sunday; "this week" to the day of publication. */
export function resolveWeek(found: FoundDate): DateAnswer {
  if (found.publishedOn === null || found.isAhead) return dated(null, 'span', { rots: true })
  const monday = daysAfter(mostRecent(1, found.publishedOn), 7 * (found.form.offset ?? 0))
  const end = found.form.offset === 0 ? found.publishedOn : daysAfter(monday, 6)
  const words = found.words.instead.week(dayInWords(monday, found), wording(found))
  // "Since last week" begins in it.
  const edtf = isLed(found) ? led(found, monday).edtf : monday === end ? monday : `${monday}/${end}`
  return dated(edtf, 'span', mended(found, words))
}

const isLed = ({ words, before }: FoundDate): boolean => words.since.test(before) || words.until.test(before)

/** "Last month". */
export function resolveCalendarMonth(found: FoundDate): DateAnswer {
  if (found.publishedOn === null) return dated(null, 'month', { rots: true })
  const first = `${found.publishedOn.slice(0, 7)}-01` as LocalDate
  const month = (found.form.offset === 0 ? first : daysAfter(first, -1)).slice(0, 7)
  const { edtf, isSpan } = led(found, month)
  return dated(
    edtf,
    isSpan ? 'span' : 'month',
    mended(found, found.words.instead.month(monthInWords(month, found), wording(found))),
  )
}

/** "Last year". */
export function resolveCalendarYear(found: FoundDate): DateAnswer {
  if (found.publishedOn === null) return dated(null, 'year', { rots: true })
  const year = String(Number(found.publishedOn.slice(0, 4)) + (found.form.offset ?? 0)).padStart(4, '0')
  const { edtf, isSpan } = led(found, year)
  return dated(edtf, isSpan ? 'span' : 'year', mended(found, found.words.instead.year(year, wording(found))))
}

/** "In the past 24 hours". */
export function resolveWindow(found: FoundDate): DateAnswer {
  const hours = found.groups['count'] ?? found.groups['count2']
  if (hours === undefined) return 'none'
  if (found.publishedOn === null) return dated(null, 'span', { rots: true })
  return dated(`${daysAfter(found.publishedOn, -Number(hours) / 24)}/${found.publishedOn}`, 'span', { rots: true })
}
