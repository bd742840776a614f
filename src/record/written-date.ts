import { type LocalDate, parseLocalDate } from '../time.ts'
import { parseEdtf } from './edtf.ts'
import { monthNames } from './edtf-date-parts.ts'
import { weekdayNamed, weekdayOf } from './weekday-words.ts'
import type { Edtf } from './when.ts'
import type { WordingLanguage } from './wording-language.ts'

/** A day, month or year as somebody wrote it, with what they left out as null. */
interface Written {
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
  readonly weekday: number | null
}

/**
 * Reads dates that name a day or a month: "27 July 2024", "Saturday, July 27", «le 1er août», "25 to 27 July", "25 or 26
 * July", "on or before 27 July", "since 22 July", "about 27 July", "some day in July 2024", and EDTF itself. What has no
 * year is the most recent one not after `today`.
 *
 * @param text in small letters, without accents and commas
 */
export function readWrittenDate(text: string, language: WordingLanguage, today: LocalDate): Edtf | undefined {
  if (/^[/\d[]/.test(text)) {
    const edtf = parseEdtf(text.toUpperCase().replaceAll(' ', ''))
    if (edtf) return edtf
  }
  for (const { words, written } of FORMS[language]) {
    const parts = words.exec(text)?.slice(1)
    const dates = parts && datesOf(parts, language, today)
    if (dates) return parseEdtf(written(dates[0] ?? '', dates[1] ?? ''))
  }
  return undefined
}

/** How each form of words is written as EDTF. */
type Forms = readonly { readonly words: RegExp; readonly written: (first: string, second: string) => string }[]

const fromTo = (first: string, second: string): string => `${first}/${second}`
const someDayOf = (month: string): string => (month.length === 4 ? `${month}-XX-XX` : `${month}-XX`)
const oneOf = (first: string, second: string): string => `[${first},${second}]`

/** In order: the last of each takes any words at all. */
const FORMS: Readonly<Record<WordingLanguage, Forms>> = {
  en: [
    { words: /^(?:on|in) or before (.+)$/, written: (date) => `/${date}` },
    { words: /^since (.+)$/, written: (date) => `${date}/..` },
    { words: /^until (.+)$/, written: (date) => `../${date}` },
    { words: /^(?:some|one|an unknown) day in (.+)$/, written: someDayOf },
    { words: /^perhaps about (.+)$/, written: (date) => `${date}%` },
    { words: /^perhaps (?:on |in )?(.+)$/, written: (date) => `${date}?` },
    { words: /^(?:on )?(?:or )?(?:about|around) (.+)$/, written: (date) => `${date}~` },
    { words: /^(?:on )?(.+?) or (?:on )?(.+)$/, written: oneOf },
    { words: /^between (.+) and (.+)$/, written: fromTo },
    { words: /^(?:from )?(.+?)(?: to | until | ?[–-] ?)(.+)$/, written: fromTo },
    { words: /^(?:on (?:the )?|in )?(.+)$/, written: (date) => date },
  ],
  fr: [
    { words: /^au plus tard (?:le |en )?(.+)$/, written: (date) => `/${date}` },
    { words: /^(?:le |en )?(.+) ou avant$/, written: (date) => `/${date}` },
    { words: /^depuis (?:le )?(.+)$/, written: (date) => `${date}/..` },
    { words: /^jusqu'(?:au|en|a) (.+)$/, written: (date) => `../${date}` },
    { words: /^un jour d(?:e |'|u mois de |u mois d')(.+)$/, written: someDayOf },
    { words: /^peut etre vers (?:le )?(.+)$/, written: (date) => `${date}%` },
    { words: /^peut etre (?:le |en )?(.+)$/, written: (date) => `${date}?` },
    { words: /^vers (?:le )?(.+)$/, written: (date) => `${date}~` },
    { words: /^(?:le )?(.+?) ou (?:le )?(.+)$/, written: oneOf },
    { words: /^entre (?:le )?(.+) et (?:le )?(.+)$/, written: fromTo },
    { words: /^(?:du |de |d')?(.+?)(?: au | a | ?[–-] ?)(.+)$/, written: fromTo },
    { words: /^(?:le |en |au mois de |au mois d')?(.+)$/, written: (date) => date },
  ],
}

/** The dates of one form, written out; undefined where one of them is none. The first may lean on the second. */
function datesOf(texts: readonly string[], language: WordingLanguage, today: LocalDate): readonly string[] | undefined {
  const [first, second] = texts.map((text) => readPart(text, language))
  const last = texts.length > 1 ? second : first
  if (!first || !last || last.month === null) return first && first.year !== null ? yearOnly(texts, first) : undefined
  const whole = withYear(last, today)
  const dates = texts.length > 1 ? [before(first, whole), whole] : [whole]
  const written = dates.map(inDigits)
  return written.every((date) => date !== undefined) ? written : undefined
}

const yearOnly = (texts: readonly string[], { year, month, day }: Written): readonly string[] | undefined =>
  texts.length === 1 && month === null && day === null ? [pad(year ?? 0, 4)] : undefined

/** The most recent such day or month that is not after today. */
function withYear(date: Written, today: LocalDate): Written {
  if (date.year !== null) return date
  const thisYear = Number(today.slice(0, 4))
  const isAhead = `${pad(date.month ?? 1, 2)}-${pad(date.day ?? 1, 2)}` > today.slice(5)
  return { ...date, year: isAhead ? thisYear - 1 : thisYear }
}

/** Fills in what the first of two dates leaves to the second; "28 December to 2 January 2025" begins the year before. */
function before(first: Written, next: Written): Written {
  const month = first.month ?? next.month
  if (first.year !== null || next.year === null) return { ...first, month }
  const isLater = (month ?? 0) > (next.month ?? 0)
  return { ...first, month, year: isLater ? next.year - 1 : next.year }
}

function inDigits({ year, month, day, weekday }: Written): string | undefined {
  if (year === null || month === null) return undefined
  const inMonth = `${pad(year, 4)}-${pad(month, 2)}`
  if (day === null) return inMonth
  const date = parseLocalDate(`${inMonth}-${pad(day, 2)}`)
  return date && (weekday === null || weekdayOf(date) === weekday) ? date : undefined
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

const DAY_FIRST = /^(?:([a-z]+) )?(\d{1,2})(?:st|nd|rd|th|er)?(?: (?:of )?([a-z]+)(?: (\d{4}))?)?$/
const MONTH_FIRST = /^(?:([a-z]+) )?([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/
const MONTH = /^([a-z]+)(?: (\d{4}))?$/

function readPart(text: string, language: WordingLanguage): Written | undefined {
  if (/^\d{4}$/.test(text)) return { day: null, month: null, year: Number(text), weekday: null }
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return assembled([dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]], language)
  const monthFirst = language === 'en' ? MONTH_FIRST.exec(text) : null
  if (monthFirst) return assembled([monthFirst[1], monthFirst[3], monthFirst[2], monthFirst[4]], language)
  const month = MONTH.exec(text)
  return month ? assembled([undefined, undefined, month[1], month[2]], language) : undefined
}

type Found = readonly [
  weekday?: string | undefined,
  day?: string | undefined,
  month?: string | undefined,
  year?: string | undefined,
]

function assembled([weekday, day, month, year]: Found, language: WordingLanguage): Written | undefined {
  const monthNumber = month === undefined ? null : monthNamed(month, language)
  const weekdayNumber = weekday === undefined ? null : weekdayNamed(weekday, language)
  if (monthNumber === undefined || weekdayNumber === undefined) return undefined
  return {
    day: day === undefined ? null : Number(day),
    month: monthNumber,
    year: year === undefined ? null : Number(year),
    weekday: weekdayNumber,
  }
}

/** "July" and "Jul", «juillet» and «juil»: any beginning of three letters or more that only one month has. */
function monthNamed(word: string, language: WordingLanguage): number | undefined {
  const names = monthNames(language).map((name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  const begun = names.filter((name) => name === word || (word.length >= 3 && name.startsWith(word)))
  return begun.length === 1 ? names.indexOf(begun[0] ?? '') + 1 : undefined
}
