import type { DateWords, Wording } from '../dates/date-words.ts'
import { EN_DATE_FORMS } from './date-forms.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const SHORT_WEEKDAYS: readonly (readonly [string, number])[] = [
  ['sun', 0],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
]

/** Behind these a day needs no "on". */
const LEADS_TO_DAY = new Set(
  'of for from to and through between since until till by before after than or as'.split(' '),
)
const BEFORE_NOUN = new Set(
  'the a an this that these those his her its their last in at during another with'.split(' '),
)

/** "On the morning of Saturday 27 July"; a weekday within a noun ("the Saturday attack") stays for a person to mend. */
function onDay({ day, part, lead, before }: Wording): string | null {
  if (lead === '' && BEFORE_NOUN.has(before)) return null
  const named = part === null ? day : `the ${part} of ${day}`
  const early = /^(?:early|late|later|earlier)\b/.exec(lead)?.[0]
  if (lead === '' && LEADS_TO_DAY.has(before)) return named
  return early === 'early' || early === 'late' ? `${early} on ${named}` : `on ${named}`
}

const inOr = (text: string, { before }: Wording): string => (LEADS_TO_DAY.has(before) ? text : `in ${text}`)

/** How English says when something happened. */
export const EN_DATE_WORDS: DateWords = {
  anchor:
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:to|yester)?day|night|tomorrow|\bweek|\bmonth|\byear|\bmorning\b|\bafternoon\b|\bevening\b|\bhours\b|\b\d{4}\b/g,
  forms: EN_DATE_FORMS,
  months: new Map([
    ...MONTHS.map((name, index) => [name.toLowerCase(), index + 1] as const),
    ...MONTHS.map((name, index) => [name.slice(0, 3).toLowerCase(), index + 1] as const),
    ['sept', 9] as const,
  ]),
  weekdays: new Map([...WEEKDAYS.map((name, index) => [name.toLowerCase(), index] as const), ...SHORT_WEEKDAYS]),
  numbers: new Map([
    ['a', 1] as const,
    ...'zero one two three four five six'.split(' ').map((word, index) => [word, index] as const),
  ]),
  onlyCapital: new Set(['may', 'march', 'mar', 'sun', 'sat', 'wed', 'mon', 'fri']),
  nameBefore: /(?:^| )(?:(?:movement|brigade) of (?:the )?|born )$/,
  nameAfter: new Set([
    'movement',
    'movements',
    'brigade',
    'brigades',
    'battalion',
    'front',
    'martyrs',
    'revolution',
    'street',
    'avenue',
    'square',
    'bridge',
    'stadium',
    'hospital',
  ]),
  since: /(?:^| )since (?:(?:the|its|his|their|a) (?:[a-z'-]{1,16} ){1,6})?(?:early |late )?$/,
  until: /(?:^| )(?:until|till|by|as of|as from|up to|before|after|prior to|(?:weeks|months|years?) to) $/,
  superlative: /(?:^| )(?:deadliest|worst|bloodiest|biggest|largest|highest|heaviest|first|most|only) /,
  notBefore: new Set(['every', 'each', 'bloody', 'black', 'good', 'easter', 'palm', 'holy', 'ash', 'most', 'next']),
  notAfter: new Set(['times', 'telegraph', 'mirror', 'mail', 'school', 'sun', 'prayers', 'mosque', 'market']),
  ahead: /^(?:will|shall|'ll|scheduled|due|expected|planned|upcoming|slated)$/,
  past: /^(?:was|were|had|did|said|told|announced|reported|killed|has|have)$/,
  boundTo: new Set('the a an this that his her its their he she it they we of'.split(' ')),
  afterToday: null,
  instead: {
    weekday: onDay,
    near: onDay,
    night: (first, second, { before }) => (BEFORE_NOUN.has(before) ? null : `on the night of ${first} to ${second}`),
    weekend: (first, second, { lead }) =>
      `${/^(?:over|during|at)/.test(lead) ? lead.replace(/ (?:the|this|last)$/, '') : 'on'} the weekend of ${first} and ${second}`,
    week: (monday, wording) => inOr(`the week of ${monday}`, wording),
    month: (month, wording) => inOr(month, wording),
    year: (year, wording) => inOr(year, wording),
    range: (first, second, { lead, before }) =>
      lead === 'and'
        ? LEADS_TO_DAY.has(before)
          ? null
          : `on ${first} and ${second}`
        : lead === 'between'
          ? `between ${first} and ${second}`
          : `from ${first} to ${second}`,
  },
  monthName: (month) => MONTHS[month - 1] ?? '',
  weekdayName: (date) => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '',
  dayNumber: String,
}
