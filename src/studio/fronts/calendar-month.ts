import { daysAfter, wallTimeIn } from '../../story/wall-clock.ts'
import { type Instant, type LocalDate, type Month, monthOf } from '../../time.ts'

/** The month so many months later; earlier for a negative number. */
export function monthsAfter(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Month
}

const firstOf = (month: Month): LocalDate => `${month}-01` as LocalDate

/** The last day of a month. */
export const lastOf = (month: Month): LocalDate => daysAfter(firstOf(monthsAfter(month, 1)), -1)

/** 0 for Monday to 6 for Sunday. */
const weekday = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/** The days of a month's sheet in whole weeks from Monday on: the last ones of the month before and the first ones after it too. */
export function sheetOf(month: Month): LocalDate[][] {
  const first = daysAfter(firstOf(month), -weekday(firstOf(month)))
  const weeks: LocalDate[][] = []
  for (let monday = first; monday <= lastOf(month); monday = daysAfter(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => daysAfter(monday, day)))
  }
  return weeks
}

/** The month it is in a zone at an instant. */
export const monthIn = (zone: string, at: Instant | string): Month => monthOf(wallTimeIn(zone, at).on)

/** What happens on each day of the newsroom's own calendar, in the order given. */
export const byDay = <Entry extends { readonly at: string }>(
  zone: string,
  entries: readonly Entry[],
): Map<LocalDate, Entry[]> => Map.groupBy(entries, ({ at }) => wallTimeIn(zone, at).on)
