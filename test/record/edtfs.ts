import fc from 'fast-check'

const dayText = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

/** Days that a calendar has: `2024-07-27`. */
export const days = dayText

/** Days, months and years, whole or with unknown digits, of any certainty. */
const singleDates = fc
  .tuple(
    dayText,
    fc.constantFrom(
      (day: string) => day,
      (day: string) => day.slice(0, 7),
      (day: string) => day.slice(0, 4),
      (day: string) => `${day.slice(0, 7)}-XX`,
      (day: string) => `${day.slice(0, 4)}-XX`,
      (day: string) => `${day.slice(0, 4)}-XX-XX`,
      (day: string) => `${day.slice(0, 3)}X`,
      (day: string) => `${day.slice(0, 4)}-22`,
    ),
    fc.constantFrom('', '~', '?', '%'),
  )
  .map(([day, cut, sign]) => `${cut(day)}${sign}`)

/** Two different days, the earlier first. */
export const dayPairs = fc
  .tuple(dayText, dayText)
  .filter(([one, other]) => one !== other)
  .map((pair) => pair.toSorted() as [string, string])

/** Dates of every form. */
export const edtfs = fc.oneof(
  singleDates,
  dayPairs.map((pair) => pair.join('/')),
  dayPairs.map((pair) => `[${pair.join(',')}]`),
  singleDates.map((date) => `/${date}`),
  singleDates.map((date) => `../${date}`),
  singleDates.map((date) => `${date}/..`),
  singleDates.map((date) => `${date}/`),
)
