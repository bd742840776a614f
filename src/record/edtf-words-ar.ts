import { isSameDate, saidBefore } from './edtf-date-parts.ts'
import { type DateWords, type Interval, inWords } from './edtf-in-words.ts'
import type { EdtfDate, EdtfParts, Qualifier } from './edtf-parts.ts'

/** A date in Arabic: see `edtfWords`. */
export const dateInArabic = (parts: EdtfParts): string => inWords(parts, WORDS)

function interval({ start, end }: Interval): string {
  if (typeof start !== 'string') {
    if (end === 'open') return `منذ ${said(start)}`
    if (end === 'unknown') return `ابتداءً من ${said(start)}، والنهاية غير معروفة`
    return isSameDate(start, end) ? said(start) : `من ${saidFirst(start, end)} إلى ${said(end)}`
  }
  if (typeof end === 'string') return 'تاريخ غير معروف'
  return start === 'open' ? `حتى ${said(end)}` : `${said(end)} أو قبله`
}

function saidFirst(date: EdtfDate, next: EdtfDate): string {
  const day = String(Number(date.day))
  switch (saidBefore(date, next)) {
    case 'whole':
      return said(date)
    case 'without-year':
      return `${day} ${monthInArabic(date.month ?? '')}`
    case 'day':
      return day
  }
}

const SIGNS: Readonly<Record<Exclude<Qualifier, null>, string>> = {
  '~': 'نحو ',
  '?': 'ربما ',
  '%': 'ربما نحو ',
}

const said = (date: EdtfDate): string => `${date.qualifier === null ? '' : SIGNS[date.qualifier]}${unsigned(date)}`

function unsigned({ year, month, day }: EdtfDate): string {
  if (year.endsWith('XX')) return `سنة ما بين ${year.slice(0, 2)}00 و${year.slice(0, 2)}99`
  if (year.endsWith('X')) return `سنة ما بين ${year.slice(0, 3)}0 و${year.slice(0, 3)}9`
  if (month === null) return year
  if (month === 'XX') return `${day === null ? 'شهر ما' : 'يوم ما'} من ${year}`
  const inMonth = `${monthInArabic(month)} ${year}`
  if (day === null) return inMonth
  return day === 'XX' ? `يوم ما من ${inMonth}` : `${Number(day)} ${inMonth}`
}

const SEASONS: Readonly<Record<string, string>> = { '21': 'ربيع', '22': 'صيف', '23': 'خريف', '24': 'شتاء' }

const MONTH = new Intl.DateTimeFormat('ar-u-ca-gregory-nu-latn', { month: 'long', timeZone: 'UTC' })

/** "يوليو" for `07`, "صيف" for `22`. */
const monthInArabic = (month: string): string => SEASONS[month] ?? MONTH.format(Date.UTC(2024, Number(month) - 1, 1))

const WORDS: DateWords = { said, saidFirst, interval, comma: '، ', or: ' أو ' }
