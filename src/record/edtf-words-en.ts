import { isSameDate, monthName, saidBefore } from './edtf-date-parts.ts'
import { type DateWords, type Interval, inWords } from './edtf-in-words.ts'
import type { EdtfDate, EdtfParts, Qualifier } from './edtf-parts.ts'

/** A date in English: see `edtfWords`. */
export const dateInEnglish = (parts: EdtfParts): string => inWords(parts, WORDS)

function interval({ start, end }: Interval): string {
  if (typeof start !== 'string') {
    if (end === 'open') return `since ${said(start)}`
    if (end === 'unknown') return `from ${said(start)} on, end not known`
    return isSameDate(start, end) ? said(start) : `${saidFirst(start, end)} to ${said(end)}`
  }
  if (typeof end === 'string') return 'not known'
  if (start === 'open') return `until ${said(end)}`
  return `${end.day === null ? 'in' : 'on'} or before ${said(end)}`
}

function saidFirst(date: EdtfDate, next: EdtfDate): string {
  const day = String(Number(date.day))
  switch (saidBefore(date, next)) {
    case 'whole':
      return said(date)
    case 'without-year':
      return `${day} ${monthName(date.month ?? '', 'en')}`
    case 'day':
      return day
  }
}

const SIGNS: Readonly<Record<Exclude<Qualifier, null>, string>> = {
  '~': 'about ',
  '?': 'perhaps ',
  '%': 'perhaps about ',
}

const said = (date: EdtfDate): string => `${date.qualifier === null ? '' : SIGNS[date.qualifier]}${unsigned(date)}`

function unsigned({ year, month, day }: EdtfDate): string {
  if (year.endsWith('XX')) return `some year from ${year.slice(0, 2)}00 to ${year.slice(0, 2)}99`
  if (year.endsWith('X')) return `some year from ${year.slice(0, 3)}0 to ${year.slice(0, 3)}9`
  if (month === null) return year
  if (month === 'XX') return `some ${day === null ? 'month' : 'day'} in ${year}`
  const inMonth = `${monthName(month, 'en')} ${year}`
  if (day === null) return inMonth
  return day === 'XX' ? `some day in ${inMonth}` : `${Number(day)} ${inMonth}`
}

const WORDS: DateWords = { said, saidFirst, interval, comma: ', ', or: ' or ' }
