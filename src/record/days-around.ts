import type { LocalDate } from '../time.ts'
import { weekdayOf } from './weekday-words.ts'

/** The date so many days after another, or before it where `days` is below zero. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10) as LocalDate
}

/** The last such weekday up to `latest`, which counts; 0 is Sunday. */
export const mostRecent = (weekday: number, latest: LocalDate): LocalDate =>
  daysAfter(latest, -((weekdayOf(latest) - weekday + 7) % 7))
